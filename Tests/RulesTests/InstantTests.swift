import Model
import Rules
import Testing

@Suite("Instants as people write them", .timeLimit(.minutes(5)))
struct InstantTests {
  /// A Monday, 11:00 in Berlin.
  private let now = Sample.monday

  @Test(
    "By the account's clock, a weekday or a time alone is the next; a zone of its own wins",
    arguments: [
      ("2026-11-21 22:30", "2026-11-21T21:30:00Z"), ("2026-07-01T09:00", "2026-07-01T07:00:00Z"),
      ("sat 22:30", "2026-03-07T21:30:00Z"), ("SAT 22:30:05", "2026-03-07T21:30:05Z"),
      ("mon 11:00", "2026-03-02T10:00:00Z"), ("mon 10:59", "2026-03-09T09:59:00Z"),
      ("sun 00:00", "2026-03-07T23:00:00Z"), ("22:30", "2026-03-02T21:30:00Z"),
      ("09:00", "2026-03-03T08:00:00Z"), ("2026-11-21T22:30:00Z", "2026-11-21T22:30:00Z"),
      ("2026-11-21T22:30:00+01:00", "2026-11-21T21:30:00Z"),
    ])
  func accepted(text: String, expected: String) throws {
    let set = try load(["a.lua": #"account { zone = "Europe/Berlin" }"#])
    #expect(set.instant(text, after: now) == instant(expected))
  }

  @Test(
    "Anything else is no instant",
    arguments: [
      "", "noon", "25:00", "sat", "sat 24:00", "2026-02-30 10:00", "10:00 sat", "mon tue",
    ])
  func refused(text: String) throws {
    #expect(try load(["a.lua": ""]).instant(text, after: now) == nil)
  }
}
