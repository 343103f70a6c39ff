import Model
import Store

/// Has a model write the text of one item.
struct Composer: Sendable {
  enum Outcome: Sendable {
    case written(Answer, PromptTrace)
    /// The model has nothing to say, by its own judgement.
    case abstained(String, PromptTrace)
    /// It may work later.
    case unavailable(String, PromptTrace)
    /// It will not work, or what came may not be sent; the owner is to know.
    case unusable(String, PromptTrace)
    /// The message is no longer kept.
    case pointless
  }

  /// The first message, and what leaves after it.
  struct Answer: Sendable {
    var text: String
    var following: [OutboxItem.Following] = []
  }

  let parts: EngineParts
  let purse: Purse
  let styles: StyleKeeper

  func compose(_ item: OutboxItem, _ composition: Composition) async throws -> Outcome {
    guard let reference = item.message,
      let message = try await parts.store.message(reference)
    else { return .pointless }
    // What is spoken has no spelling.
    let style =
      item.voice == nil ? try await style(for: item, composition, in: message.chat) : nil
    let (request, history) = try await request(
      for: composition, message: message, style: style?.trace.text)
    let disclosure = Disclosure(persona: composition.persona, owner: parts.owner)
    if item.action.speaksToChat {
      if let truth = disclosure.answer(to: Self.unanswered(message, in: history)) {
        var trace = PromptTrace(
          message: reference, rule: item.rule, at: parts.clock.now, model: Purse.host,
          request: TextRequest(system: "", turns: Array(request.turns.suffix(1))))
        trace.answer = truth
        return .written(Answer(text: truth), trace)
      }
    }
    let (result, asked) = try await purse.ask(request, about: reference, rule: item.rule)
    var trace = asked
    trace.style = style?.trace
    switch result {
    case .success(let completion):
      switch AnswerCheck(completion.text, persona: composition.persona) {
      case .fit(let text):
        var answer = answer(text, row: style?.row)
        if item.action.speaksToChat, disclosure.opening != nil,
          try await !parts.store.hasSpoken(in: item.target, account: parts.account)
        {
          answer.text = disclosure.opened(answer.text)
        }
        return .written(answer, trace)
      case .forbidden(let word):
        let name = composition.persona.name
        return .unusable("the answer holds \"\(word)\", which persona \(name) never says", trace)
      case .empty: return .unusable("\(completion.model) answered with nothing", trace)
      }
    case .failure(let error):
      switch error.code {
      case .abstained: return .abstained(error.message, trace)
      case .unreachable, .rateLimited: return .unavailable(error.message, trace)
      case .unauthorized, .quotaExceeded, .refused, .malformed:
        return .unusable(error.message, trace)
      }
    }
  }

  /// What the same person has written since anybody answered, the message among it.
  private static func unanswered(_ message: Message, in history: [Message]) -> [String] {
    let answered = history.filter { $0.isOutgoing && $0.id < message.id }.map(\.id).max() ?? .min
    let others = history.filter {
      $0.id > answered && $0.id != message.id && !$0.isOutgoing && $0.sender == message.sender
    }
    return (others + [message]).sorted { $0.id < $1.id }.map(\.text)
  }

  /// Nil: the persona takes nothing of it.
  private func style(
    for item: OutboxItem, _ composition: Composition, in chat: PeerID
  ) async throws -> LearntStyle? {
    let persona = composition.persona
    guard let amount = persona.learnt, amount > 0 else { return nil }
    // A draft is one text.
    let inRows = item.action.speaksToChat && persona.rows != false
    return try await styles.style(for: chat, amount: amount, inRows: inRows)
  }

  /// The lines of an answer as messages of their own, if that is how the owner writes.
  private func answer(_ text: String, row: MessageRow?) -> Answer {
    guard let row else { return Answer(text: text) }
    let texts = row.split(text)
    return Answer(
      text: texts[0],
      following: texts.dropFirst().map { text in
        let randomID = parts.randomID()
        return OutboxItem.Following(
          text: text, randomID: randomID, typing: row.typing(seed: randomID))
      })
  }

  private func request(
    for composition: Composition, message: Message, style: String?
  ) async throws -> (TextRequest, history: [Message]) {
    let chat = try await parts.chat(message.chat)
    // What came after the message counts on top of the history that the rule asked for.
    let later = 20
    let history = try await parts.store.messages(
      in: message.chat, account: parts.account,
      limit: min(max(composition.historyLength, 0), 500) + later)
    var builder = PromptBuilder(owner: parts.owner, chat: chat)
    builder.style = style
    if chat.kind == .group { builder.names = try await names(in: history + [message]) }
    if let count = composition.persona.examples, count > 0 {
      // What stands among the turns is seen there.
      let shown = history.map(\.id).filter { $0 < message.id }.sorted()
        .suffix(max(composition.historyLength, 0))
      builder.examples = try await parts.store.ownWords(
        in: message.chat, account: parts.account, before: shown.first ?? message.id, limit: count)
    }
    return (
      builder.request(for: composition, message: message, history: history), history
    )
  }

  private func names(in messages: [Message]) async throws -> [Int64: String] {
    var names: [Int64: String] = [:]
    for message in messages {
      guard case .user(let id)? = message.sender, names[id] == nil else { continue }
      names[id] = try await parts.person(message.sender)?.fullName
    }
    return names
  }
}
