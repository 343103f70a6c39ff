/// What the guess of a language goes by: words that stand in nearly every sentence of it, and a text from
/// which the frequencies of its sequences of letters are taken. Both are written for this purpose.
struct LanguageSample: Sendable {
  /// ISO 639-1.
  let code: String
  let words: String
  let text: String

  init(_ code: String, words: String, text: String) {
    self.code = code
    self.words = words
    self.text = text
  }

  static let all = [
    english, german, dutch, french, spanish, italian, portuguese, polish, turkish, russian,
    ukrainian,
  ]
}
