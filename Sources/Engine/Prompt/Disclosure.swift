import Model
import Rules

/// What is said in place of a model's answer, or before it, so that nobody takes the twin for its owner
/// who asks (D9).
struct Disclosure: Sendable {
  let persona: Persona
  let owner: Contact

  /// The answer, if any of the messages asks whether a machine is writing.
  func answer(to texts: [String]) -> String? {
    guard let question = texts.last(where: SelfQuestion.isAsked) else { return nil }
    if let own = persona.disclosure?.asked { return Template.fill(own, owner: owner) }
    let code =
      LanguageGuess.code(of: question) ?? LanguageGuess.code(of: texts.joined(separator: "\n"))
    let name = owner.firstName.isEmpty ? owner.fullName : owner.firstName
    return (Self.sentences[code ?? "en"] ?? Self.english).replacing("%", with: name)
  }

  /// What stands before the first answer in a chat.
  var opening: String? { persona.disclosure?.first.map { Template.fill($0, owner: owner) } }

  /// The answer with what stands before it, within what Telegram takes.
  func opened(_ text: String) -> String {
    guard let opening else { return text }
    return String("\(opening)\n\n\(text)".prefix(AnswerCheck.telegramLimit))
  }

  /// Told to every model that writes as somebody.
  static func instruction(for owner: Contact) -> String {
    "If somebody asks whether they talk to a bot, an AI or a program, say truthfully that you are one "
      + "that writes for \(owner.fullName); never claim to be human."
  }

  private static let english =
    "You are right to ask: an automatic assistant writes this for %, who reads along."

  private static let sentences = [
    "en": english,
    "de": "Gut, dass du fragst: Das schreibt ein automatischer Assistent für %. % liest mit.",
    "ru":
      "Правильный вопрос: это пишет автоматический помощник, от имени %. Все сообщения % видит.",
    "uk":
      "Слушне запитання: це пише автоматичний помічник, від імені %. Усі повідомлення % бачить.",
    "fr": "Bonne question : c'est un assistant automatique qui écrit pour %, qui lit tout.",
    "es": "Buena pregunta: esto lo escribe un asistente automático de parte de %, que lo lee todo.",
    "it": "Bella domanda: scrive un assistente automatico per conto di %, che legge tutto.",
    "pt": "Boa pergunta: quem escreve é um assistente automático em nome de %, que lê tudo.",
    "pl": "Słuszne pytanie: to pisze automatyczny asystent w imieniu %. % wszystko czyta.",
    "nl": "Goede vraag: dit schrijft een automatische assistent namens %, die alles meeleest.",
    "tr": "Yerinde bir soru: bunu % adına otomatik bir yardımcı yazıyor. % hepsini okuyor.",
  ]
}
