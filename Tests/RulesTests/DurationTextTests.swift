import Testing

@testable import Rules

@Suite("Durations and rates as texts")
struct DurationTextTests {
  @Test(
    "What reads as a duration",
    arguments: [
      ("500ms", 500), ("25s", 25_000), ("4m", 240_000), ("1h30m", 5_400_000), ("2d", 172_800_000),
      ("1.5h", 5_400_000), ("0s", 0),
    ])
  func reads(text: String, milliseconds: Int64) {
    #expect(DurationText.parse(text) == .milliseconds(milliseconds))
  }

  @Test(
    "What does not",
    arguments: ["", "5", "m", "5 m", "-5s", "5x", "1h-30m", "99999d", "1..5s", "٣s"])
  func refuses(text: String) { #expect(DurationText.parse(text) == nil) }

  @Test(
    "A duration's text reads back as the same",
    arguments: [0, 1, 999, 1000, 61_000, 5_400_000, 90_061_001])
  func roundTrip(milliseconds: Int64) {
    let duration = Duration.milliseconds(milliseconds)
    #expect(DurationText.parse(DurationText.text(of: duration)) == duration)
  }

  @Test("Rates")
  func rates() throws {
    let rate = try #require(RateText("1/30m per chat"))
    #expect(rate.rate == Rate(count: 1, per: .seconds(1800)))
    #expect(rate.isPerChat)
    #expect(rate.description == "1/30m per chat")
    #expect(RateText("5/h")?.rate == Rate(count: 5, per: .seconds(3600)))
    for text in ["", "5", "0/1h", "1/30m per person", "x/1h", "1/0s", "rarely"] {
      #expect(RateText(text) == nil, "\(text)")
    }
  }
}
