import Testing

@testable import Rules

@Suite("Texts")
struct TextTests {
  @Test(
    "Folding takes case, accents and width away",
    arguments: [
      ("GRÖSSE", "große"), ("Café", "cafe"), ("ＡＢＣ", "abc"), ("Ёлка", "елка"), ("ΣΑΣ", "σας"),
    ])
  func folding(one: String, other: String) {
    #expect(TextFolding.fold(one) == TextFolding.fold(other))
  }

  @Test("й stays a letter of its own")
  func shortI() { #expect(TextFolding.fold("мой") != TextFolding.fold("мои")) }

  @Test("Words hold apostrophes and hyphens within")
  func words() {
    #expect(
      TextFolding.words("Don't – e-mail me, 'now'! 5€").map(String.init) == [
        "Don't", "e-mail", "me", "now", "5",
      ])
  }

  @Test(
    "Questions",
    arguments: [
      ("how are you?", true), ("really?! yes", true), ("真的吗？", true), ("هل تسمعني؟", true),
      ("no", false),
      ("see https://x.org/?a=b", false), ("", false), ("?", true),
    ])
  func questions(text: String, asks: Bool) { #expect(TextFolding.isQuestion(text) == asks) }

  @Test(
    "Words and phrases are found whole, stems at their beginning",
    arguments: [
      ("Do you have MONEY?", true), ("moneybags", false), ("my bank account, please", true),
      ("the bank of my account", false), ("paying soon", true), ("repay", false), ("请给我钱吧", true),
      ("ÜBERWEISUNG", true), ("", false),
    ])
  func patterns(text: String, found: Bool) {
    let pattern = WordPattern(["money", "bank account", "pay*", "钱", "überweis*"])
    #expect(pattern.matches(FoldedWords(text)) == found)
  }

  @Test("Placeholders are filled in once, and unknown ones stay")
  func templates() {
    let filled = Template.fill("{{ a }} and {{b}} and {{c") { $0 == "a" ? "{{b}}" : nil }
    #expect(filled == "{{b}} and {{b}} and {{c")
  }
}
