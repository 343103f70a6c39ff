import Model

/// What the offline replier says when it has nothing of the owner's own: short, and binding to
/// nothing.
enum HoldingForm {
  enum Language: String, Sendable, CaseIterable {
    case russian, english

    /// By the script of most letters; nil for any other.
    init?(of text: String) {
      var (cyrillic, latin, other) = (0, 0, 0)
      for scalar in text.unicodeScalars where scalar.properties.isAlphabetic {
        switch scalar.value {
        case 0x400...0x4FF: cyrillic += 1
        case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F: latin += 1
        default: other += 1
        }
      }
      guard max(cyrillic, latin) > other, cyrillic != latin else { return nil }
      self = cyrillic > latin ? .russian : .english
    }
  }

  enum Kind: String, Sendable, CaseIterable {
    case greeting, thanks, question, statement

    init(of text: String) {
      let words = TextVector.words(of: text)
      if words.count <= 3, words.first.map(Self.greetings.holds) == true, !text.contains("?") {
        self = .greeting
      } else if text.contains("?") || words.first.map(Self.questions.holds) == true {
        self = .question
      } else if words.count <= 6, words.contains(where: Self.thanksWords.holds) {
        self = .thanks
      } else {
        self = .statement
      }
    }

    private static let greetings = WordList(
      "hi hey hello yo morning привет- здравствуй- хай прив здаров- салют доброе добрый")
    private static let thanksWords = WordList("thanks thank thx ty спасиб- благодар- спс сенкс")
    private static let questions = WordList(
      """
      what who where when why how which whose is are do does did
      что кто где когда почему зачем как какой какая какие сколько куда откуда чей
      """)
  }

  static func forms(_ kind: Kind, _ language: Language) -> [String] {
    switch (language, kind) {
    case (.russian, .greeting): ["Привет", "О, привет", "Приветик"]
    case (.russian, .thanks): ["Не за что", "Пожалуйста", "Не стоит"]
    case (.russian, .question): ["Надо подумать", "Хм, сложно сказать", "Дай подумать"]
    case (.russian, .statement): ["Ага", "Ясно", "Понятно"]
    case (.english, .greeting): ["Hey", "Hi", "Oh hi"]
    case (.english, .thanks): ["No problem", "You're welcome", "Anytime"]
    case (.english, .question): ["Let me think", "Hm, can't say right away", "Need to think"]
    case (.english, .statement): ["I see", "Got it", "Ah, ok"]
    }
  }

  /// Whether a line is one of ours, in whatever manner.
  static func isForm(_ line: String) -> Bool {
    all.contains(TextVector.normalized(line))
  }

  private static let all = Set(
    Language.allCases.flatMap { language in
      Kind.allCases.flatMap { forms($0, language).map(TextVector.normalized) }
    })
}
