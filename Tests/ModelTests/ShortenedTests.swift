import Testing

@testable import Model

struct ShortenedTests {
  @Test(
    "A text is cut to so many UTF-16 units, between characters",
    arguments: [
      ("abc", 3, "abc"), ("abcd", 3, "ab…"), ("ab😀d", 4, "ab…"), ("ab😀d", 5, "ab😀d"), ("", 0, ""),
      ("ab", 0, "…"),
    ])
  func cuts(text: String, most: Int, cut: String) {
    #expect(text.shortened(to: most) == cut)
  }

  @Test("A single character of any length does not get through")
  func longCharacter() {
    let text = "ab" + String(repeating: "\u{301}", count: 100_000)
    #expect(text.shortened(to: 50) == "a…")
  }
}
