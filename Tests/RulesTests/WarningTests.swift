import Rules
import Testing

@Suite("What is hardly meant is warned of")
struct WarningTests {
  private func warnings(_ text: String) throws -> [String] {
    try load(["a.lua": text]).warnings.map(\.description)
  }

  @Test("Rules without any monitor")
  func noMonitor() throws {
    #expect(
      try warnings("rule 'r' { act = ignore() }") == [
        "a.lua:1: no monitor is declared, so no chat is read and no rule is ever asked; write monitor "
          + #""people" { "private", contacts = true }"#
      ])
  }

  @Test("Hours that nobody has given a zone")
  func noZone() throws {
    let text = "monitor 'm' { 'private' } hours 'h' { '09:00-17:00' }"
    #expect(try warnings(text).first?.contains(#"hours "h" is read in UTC"#) == true)
    for zone in ["Asia/Tokyo", "UTC"] {
      #expect(try warnings("account { zone = '\(zone)' } \(text)").isEmpty)
    }
  }

  @Test("Two rules that tie, and not such that a priority or a condition tells apart [rules 29]")
  func ties() throws {
    let first = "monitor 'm' { 'private' } rule 'a' { act = reply 'a' }\n"
    #expect(
      try warnings(first + "rule 'b' { act = reply 'b' }") == [
        "a.lua:2: rules a/a (a.lua:1) and a/b tie; the first always wins; set a priority, or tell "
          + "them apart in when"
      ])
    for other in [
      "rule 'b' { priority = 1, act = reply 'b' }",
      "rule 'b' { when = { question = true }, act = reply 'b' }",
      "rule 'b' { also = true, act = reply 'b' }",
      "rule 'b' { act = notify 'b' }",
    ] {
      #expect(try warnings(first + other).isEmpty)
    }
  }
}
