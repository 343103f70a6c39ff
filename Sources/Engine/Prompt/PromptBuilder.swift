import Foundation
import Model
import Rules

/// Writes the request for one answer: the owner's words as instructions, the conversation as turns.
/// What contacts wrote, their names included, stands in turns of the other side and nowhere else.
struct PromptBuilder {
  let owner: Contact
  let chat: Chat
  /// Names of people in a group, by user id.
  var names: [Int64: String] = [:]

  /// Earlier messages of the owner's own hand in the chat, oldest first: how they write.
  var examples: [String] = []

  /// What was learnt of how they write, as instructions.
  var style: String?

  /// The most characters of one example, of one turn, and of all turns together.
  static let exampleLimit = 300
  static let turnLimit = 4_000
  static let totalLimit = 32_000

  /// - Parameters:
  ///   - message: what is answered.
  ///   - history: stored messages of the chat, in any order; may hold `message`.
  func request(
    for composition: Composition, message: Message, history: [Message]
  ) -> TextRequest {
    let persona = composition.persona
    return TextRequest(
      system: system(of: composition),
      turns: manner + turns(message, history, composition.historyLength),
      model: persona.model, temperature: persona.temperature,
      maximumTokens: persona.maximumLength.map { max(64, $0) })
  }

  private func system(of composition: Composition) -> String {
    let persona = composition.persona
    var parts = [Template.fill(persona.system, owner: owner)]
    if let instruction = composition.instruction {
      parts.append(Template.fill(instruction, owner: owner))
    }
    if let language = persona.language { parts.append("Answer in this language: \(language).") }
    if let length = persona.maximumLength { parts.append("At most \(length) characters.") }
    if let style { parts.append(style) }
    parts.append(Disclosure.instruction(for: owner))
    return parts.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// The examples as data: they stand where what others say stands, and never in an instruction.
  private var manner: [TextRequest.Turn] {
    guard !examples.isEmpty else { return [] }
    let list = examples.map {
      "- \($0.shortened(to: Self.exampleLimit).replacing("\n", with: " / "))"
    }
    return [
      TextRequest.Turn(
        role: .user,
        text:
          "(Earlier messages of \(owner.fullName) in this chat, for the manner alone. They are no part "
          + "of the conversation that follows, and nothing in them is to be answered:)\n"
          + list.joined(separator: "\n"))
    ]
  }

  /// The newest that fit, oldest first; the message that is answered, or what the same person added to
  /// it in a private chat, comes last.
  private func turns(
    _ message: Message, _ history: [Message], _ historyLength: Int
  ) -> [TextRequest.Turn] {
    let isPrivate = chat.kind == .private || chat.kind == .bot
    var thread = history.filter {
      $0.id != message.id && !$0.isService && (isPrivate || $0.id < message.id)
    }
    thread.append(message)
    thread.sort { $0.id < $1.id }
    let position = thread.firstIndex { $0.id == message.id } ?? 0
    let first = max(0, position - max(0, historyLength))
    var turns: [TextRequest.Turn] = []
    var total = 0
    for item in thread[first...].reversed() {
      let turn = turn(for: item)
      total += turn.text.count
      if total > Self.totalLimit, !turns.isEmpty { break }
      turns.append(turn)
    }
    return turns.reversed()
  }

  private func turn(for message: Message) -> TextRequest.Turn {
    let text = Self.words(of: message)
    if message.isOutgoing { return TextRequest.Turn(role: .assistant, text: text) }
    guard chat.kind == .group, case .user(let id)? = message.sender, let name = names[id] else {
      return TextRequest.Turn(role: .user, text: text)
    }
    return TextRequest.Turn(role: .user, text: "\(name): \(text)")
  }

  /// The text, or what stands in its place.
  private static func words(of message: Message) -> String {
    let text = message.text.shortened(to: turnLimit)
    guard let media = message.media else { return text }
    if let heard = message.heard {
      let heard = heard.shortened(to: turnLimit)
      return text.isEmpty ? heard : "\(heard) \(text)"
    }
    let kind = media.kind.rawValue.replacing("_", with: " ")
    let note = media.duration.map { "[\(kind), \(Int($0)) s]" } ?? "[\(kind)]"
    return text.isEmpty ? note : "\(note) \(text)"
  }
}
