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

  func compose(_ item: OutboxItem, _ composition: Composition) async throws -> Outcome {
    guard let reference = item.message,
      let message = try await parts.store.message(reference)
    else { return .pointless }
    let request = try await request(for: composition, message: message)
    let (result, trace) = try await parts.ask(request, about: reference, rule: item.rule)
    switch result {
    case .success(let completion):
      switch AnswerCheck(completion.text, persona: composition.persona) {
      case .fit(let text): return .written(text, trace)
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

  private func request(
    for composition: Composition, message: Message
  ) async throws -> TextRequest {
    let chat = try await parts.chat(message.chat)
    // What came after the message counts on top of the history that the rule asked for.
    let later = 20
    let history = try await parts.store.messages(
      in: message.chat, account: parts.account,
      limit: min(max(composition.historyLength, 0), 500) + later)
    var builder = PromptBuilder(owner: parts.owner, chat: chat)
    if chat.kind == .group { builder.names = try await names(in: history + [message]) }
    return builder.request(for: composition, message: message, history: history)
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
