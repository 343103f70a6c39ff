import Model
import Store

/// Has a model write the text of one item.
struct Composer: Sendable {
  enum Outcome: Sendable {
    case written(String, PromptTrace)
    /// The model has nothing to say, by its own judgement.
    case abstained(String, PromptTrace)
    /// It may work later.
    case unavailable(String, PromptTrace)
    /// It will not work, or what came may not be sent; the owner is to know.
    case unusable(String, PromptTrace)
    /// The message is no longer kept.
    case pointless
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
      item.voice == nil ? try await style(of: composition.persona, in: message.chat) : nil
    let (request, history) = try await request(
      for: composition, message: message, style: style?.text)
    let disclosure = Disclosure(persona: composition.persona, owner: parts.owner)
    if item.action.speaksToChat {
      if let truth = disclosure.answer(to: Self.unanswered(message, in: history)) {
        var trace = PromptTrace(
          message: reference, rule: item.rule, at: parts.clock.now, model: Purse.host,
          request: TextRequest(system: "", turns: Array(request.turns.suffix(1))))
        trace.answer = truth
        return .written(truth, trace)
      }
    }
    let (result, asked) = try await purse.ask(request, about: reference, rule: item.rule)
    var trace = asked
    trace.style = style
    switch result {
    case .success(let completion):
      switch AnswerCheck(completion.text, persona: composition.persona) {
      case .fit(let text):
        guard item.action.speaksToChat, disclosure.opening != nil,
          try await !parts.store.hasSpoken(in: item.target, account: parts.account)
        else { return .written(text, trace) }
        return .written(disclosure.opened(text), trace)
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
  private func style(of persona: Persona, in chat: PeerID) async throws -> StyleTrace? {
    guard let amount = persona.learnt, amount > 0 else { return nil }
    return try await styles.trace(for: chat, amount: amount)
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
