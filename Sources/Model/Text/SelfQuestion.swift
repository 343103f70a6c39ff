import Foundation

/// "Are you a bot?", "это точно ты?", "¿hablo con una persona real?": questions about whether a person or
/// a machine is writing, in eleven languages. Word by word, so that the same text always gives the same.
package enum SelfQuestion {
  package static func isAsked(in text: String) -> Bool {
    clauses(of: text).contains { clause in
      languages.contains { $0.asks(clause) }
        || phrases.contains { phrase in
          (clause.isQuestion || clause.words.count <= 5) && clause.spaced.contains(phrase)
        }
    }
  }

  /// A part of a sentence: words in lower case without accents.
  private struct Clause {
    var words: [String]
    var isQuestion: Bool
    var spaced: String { " " + words.joined(separator: " ") + " " }
  }

  /// How one language asks: a subject, and within a few words what it may be, at the end or before a
  /// word that goes on with something else. "Is this a robot vacuum" asks something different.
  private struct Language {
    let subjects: Set<String>
    let machines: Set<String>
    /// The order of words alone makes a question of it.
    let isInverted: Bool

    init(subjects: [String], machines: [String], isInverted: Bool) {
      // As texts are: without accents.
      self.subjects = Set(subjects.map(SelfQuestion.folded))
      self.machines = Set(machines.map(SelfQuestion.folded))
      self.isInverted = isInverted
    }

    private static let farthest = 7

    func asks(_ clause: Clause) -> Bool {
      let words = clause.words
      guard clause.isQuestion || isInverted || words.count <= 2 else { return false }
      for start in words.indices {
        for length in 1...3 where start + length <= words.count {
          guard subjects.contains(words[start..<start + length].joined(separator: " ")) else {
            continue
          }
          let last = min(words.count, start + length + Self.farthest)
          for end in start + length..<max(last, start + length) where isMachine(words, at: end) {
            return true
          }
        }
      }
      return false
    }

    private func isMachine(_ words: [String], at end: Int) -> Bool {
      let isNamed =
        machines.contains(words[end])
        || end > 0 && machines.contains("\(words[end - 1]) \(words[end])")
      guard isNamed else { return false }
      return end + 1 == words.count || SelfQuestion.goingOn.contains(words[end + 1])
    }
  }

  /// What may follow without making something else of the word.
  private static let goingOn: Set<String> = [
    "or", "that", "who", "writing", "answering", "here", "now", "again", "right", "and", "oder",
    "und",
    "der", "die", "hier", "ou", "et", "qui", "o", "u", "y", "que", "e", "che", "qui", "или", "и",
    "чи", "i",
    "czy", "lub", "of", "en", "die", "mi", "mu", "yoksa", "ли", "там", "aqui", "ahi", "tutaj",
    "lah",
  ]

  private static let languages = [
    Language(
      subjects: [
        "are you", "r u", "are u", "is this", "is that", "is it", "am i", "you are", "you're", "ur",
        "this is", "are we",
      ],
      machines: [
        "bot", "robot", "ai", "a.i", "chatbot", "chatgpt", "gpt", "llm", "machine", "algorithm",
        "computer", "program", "automated", "automatic", "autoreply", "human", "real person",
        "actual person", "real human", "language model",
      ], isInverted: true),
    Language(
      subjects: [
        "bist du", "bist du's", "sind sie", "ist das", "rede ich", "schreibe ich", "schreib ich",
        "spreche ich", "chatte ich", "du bist", "seid ihr",
      ],
      machines: [
        "bot", "ki", "roboter", "chatbot", "chatgpt", "maschine", "computer", "programm", "mensch",
        "menschen", "automat", "automatisch", "ai",
      ], isInverted: true),
    Language(
      subjects: [
        "es tu", "es-tu", "tu es", "t'es", "etes vous", "etes-vous", "vous etes", "c'est", "est-ce",
        "suis je", "suis-je", "je parle", "j'ecris",
      ],
      machines: [
        "bot", "robot", "ia", "chatbot", "chatgpt", "machine", "programme", "ordinateur", "humain",
        "humaine", "vraie personne", "automatique",
      ], isInverted: false),
    Language(
      subjects: [
        "eres", "es usted", "esto es", "es esto", "hablo", "estoy hablando", "sos", "estas",
      ],
      machines: [
        "bot", "robot", "ia", "chatbot", "chatgpt", "maquina", "programa", "humano", "humana",
        "persona real", "automatico",
      ], isInverted: false),
    Language(
      subjects: ["sei", "e", "lei e", "parlo", "sto parlando", "questo e", "scrivo"],
      machines: [
        "bot", "robot", "ia", "chatbot", "chatgpt", "macchina", "programma", "umano", "umana",
        "persona vera", "persona reale", "automatico",
      ], isInverted: false),
    Language(
      subjects: [
        "voce e", "vc e", "tu es", "es", "isso e", "isto e", "falo", "estou falando",
        "estou a falar",
      ],
      machines: [
        "bot", "robo", "robot", "ia", "chatbot", "chatgpt", "maquina", "programa", "humano",
        "humana",
        "pessoa real", "pessoa de verdade", "automatico",
      ], isInverted: false),
    Language(
      subjects: [
        "ben je", "ben jij", "bent u", "is dit", "is dat", "praat ik", "spreek ik", "jij bent",
      ],
      machines: [
        "bot", "robot", "ai", "chatbot", "chatgpt", "machine", "computer", "programma", "mens",
        "echt persoon", "echte persoon", "automatisch",
      ], isInverted: true),
    Language(
      subjects: [
        "ты", "вы", "это", "я", "мне", "тут", "вам", "говорю", "общаюсь", "пишет", "отвечает",
      ],
      machines: [
        "бот", "бота", "ботом", "робот", "роботом", "ии", "нейросеть", "нейросетью", "нейронка",
        "чатбот", "чатгпт", "машина", "программа", "человек", "человеком", "живой", "живая",
        "автоответчик", "настоящий", "настоящая", "искусственный интеллект",
      ], isInverted: false),
    Language(
      subjects: ["ти", "ви", "це", "я", "мені", "тут", "розмовляю", "пише", "відповідає"],
      machines: [
        "бот", "ботом", "робот", "роботом", "ші", "нейромережа", "чатбот", "чатгпт", "машина",
        "програма", "людина", "людиною", "живий", "жива", "справжній", "справжня",
        "штучний інтелект",
      ], isInverted: false),
    Language(
      subjects: ["jestes", "czy", "to", "rozmawiam", "pan jest", "pani jest", "pisze"],
      machines: [
        "bot", "botem", "robot", "robotem", "ai", "chatbot", "chatgpt", "człowiek", "człowiekiem",
        "maszyna", "maszyną", "program", "programem", "sztuczna inteligencja", "automat",
      ], isInverted: false),
    Language(
      subjects: ["sen", "siz", "bu", "bir", "bot", "robot", "insan", "yapay zeka"],
      machines: [
        "bot musun", "bot musunuz", "robot musun", "robot musunuz", "insan misin", "insan misiniz",
        "bot mu", "robot mu", "insan mi", "zeka misin", "zeka mi", "gerçek misin",
      ], isInverted: true),
  ]

  private static let phrases = [
    " is it really you ", " is this really you ", " is that really you ", " are you real ",
    " это точно ты ", " это правда ты ", " это ты пишешь ", " это правда вы ", " bist du echt ",
    " bist du das wirklich ", " c'est vraiment toi ", " eres tu de verdad ", " sei davvero tu ",
    " es mesmo tu ", " ben jij dat echt ", " to naprawde ty ", " це точно ти ",
    " gercekten sen misin ",
  ].map(folded)

  private static func clauses(of text: String) -> [Clause] {
    var clauses: [Clause] = []
    var words = ""
    func end(isQuestion: Bool) {
      let list = words.split { !$0.isLetter && !$0.isNumber && !"'-.".contains($0) }
        .map { $0.trimmingCharacters(in: CharacterSet(charactersIn: "'-.")) }.filter { !$0.isEmpty }
      if !list.isEmpty { clauses.append(Clause(words: list, isQuestion: isQuestion)) }
      words = ""
    }
    for character in folded(String(text.prefix(2000))) {
      switch character {
      case "?", "？", "؟", "¿": end(isQuestion: true)
      case "!", ",", ";", ":", "\n", "…", "(", ")": end(isQuestion: false)
      default: words.append(character)
      }
    }
    end(isQuestion: false)
    // "You're a bot, right?": what the comma cuts off asks, too.
    for index in clauses.indices.dropLast() where clauses[index + 1].words.count <= 2 {
      clauses[index].isQuestion = clauses[index].isQuestion || clauses[index + 1].isQuestion
    }
    return clauses
  }

  private static func folded(_ text: String) -> String {
    text.replacing("’", with: "'")
      .folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
      .replacing("ı", with: "i")
  }
}
