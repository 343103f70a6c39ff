import Model
import Testing

@testable import Rules

@Suite("The language of a text")
struct LanguageTests {
  @Test(
    "Of 220 sentences in eleven languages the guess is right for 95 in 100, and hardly ever wrong")
  func measured() {
    var right = 0
    var wrong: [String] = []
    for (code, text) in LanguageSentences.all {
      let guess = LanguageGuess.code(of: text)
      if guess == code { right += 1 } else if let guess { wrong.append("\(guess): \(text)") }
    }
    #expect(LanguageSentences.all.count == 220)
    #expect(right >= 209, "\(right) are right")
    #expect(wrong.count <= 2, "\(wrong)")
  }

  @Test("Of each language most are told")
  func each() {
    for (code, sentences) in Dictionary(grouping: LanguageSentences.all, by: \.code) {
      let right = sentences.count { LanguageGuess.code(of: $0.text) == code }
      #expect(right >= 17, "\(code): \(right) of \(sentences.count)")
    }
  }

  @Test(
    "What is too short or of no language at hand is not guessed", arguments: LanguageSentences.none)
  func none(text: String) {
    #expect(LanguageGuess.code(of: text) == nil)
  }

  @Test("A script that one language alone writes tells it", arguments: LanguageSentences.byScript)
  func script(code: String, text: String) {
    #expect(LanguageGuess.code(of: text) == code)
  }

  @Test("Longer texts are told for certain, whatever names and addresses they hold")
  func longer() {
    for code in ["en", "de", "fr", "es", "it", "pt", "pl", "tr", "nl", "ru", "uk"] {
      let text = LanguageSentences.all.filter { $0.code == code }.map(\.text)
        .joined(separator: "\nhttps://example.org/a-b @Someone McName 12:30 ")
      #expect(LanguageGuess.code(of: text) == code)
    }
  }

  @Test("Rules see it: m.language, text.language, and when = { language = ... }")
  func rules() async throws {
    let set = try load(
      """
      rule "german" { priority = 2, when = { language = { "de", "nl" } }, run = function(m, x)
        return reply(m.language .. " " .. tostring(text.language "see you on friday then")
          .. " " .. tostring(text.language "ok"))
      end }
      rule "short" { priority = 1, when = { language = "unknown" }, act = reply "?" }
      rule "rest" { run = function(m, x) return reply("in " .. m.language) end }
      """)
    let answers = [
      ("Kommst du heute noch vorbei?", "de en nil"), ("ik kom vanavond niet", "nl en nil"),
      ("ok", "?"), ("où es-tu, je ne te vois pas", "in fr"),
    ]
    for (text, answer) in answers {
      let ruling = await set.decide(Sample.input(text), host: TestHost())
      #expect(ruling.actions == [.reply(text: answer, quotes: false)], "\(text)")
    }
    let other = await set.decide(Sample.input("see you on friday then"), host: TestHost())
    let all = set.considerations(
      of: other, about: Sample.input("see you on friday then")
    ).considered
    #expect(all.contains { $0.why == "not written in de, nl" }, "\(all)")
  }

  @Test("A language that is misspelt or not told apart is refused with the right one")
  func misspelt() {
    let wrong = problems(["a.lua": #"rule "r" { when = { language = "unknwon" }, act = ignore() }"#]
    )
    #expect(wrong.first?.contains("did you mean \"unknown\"?") == true, "\(wrong)")
    let many = problems(["a.lua": #"filter "f" { any = { { language = "xx" } } }"#])
    #expect(many.first?.contains("language") == true, "\(many)")
  }
}
