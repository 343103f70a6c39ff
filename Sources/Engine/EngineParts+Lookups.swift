import Model
import Store

/// What several parts of the engine look up or report in the same way.
extension EngineParts {
  func emit(_ kind: EngineEvent.Kind) { events(EngineEvent(at: clock.now, kind: kind)) }

  func emitCancelled(_ items: [OutboxItem]) {
    for item in items { emit(.cancelled(EngineEvent.Dropped(item))) }
  }

  /// A chat as far as it is known.
  func chat(_ id: PeerID) async throws -> Chat {
    try await store.chat(id, account: account) ?? Chat(unknown: id, account: account)
  }

  /// Nil for what is no person, and for one that nobody described.
  func person(_ peer: PeerID?) async throws -> Contact? {
    guard case .user(let id)? = peer else { return nil }
    return try await store.contact(id, account: account)
  }

  /// Asks the model and keeps in the trace what it was asked and how it answered; the trace is not
  /// stored yet. What the model throws stands in it as well.
  func ask(
    _ request: TextRequest, about message: MessageReference, rule: String
  ) async throws -> (Result<TextCompletion, TextModelError>, PromptTrace) {
    var trace = PromptTrace(
      message: message, rule: rule, at: clock.now, model: model.name, request: request)
    do {
      let completion = try await model.complete(request)
      trace.answer = completion.text
      trace.model = completion.model
      trace.promptTokens = completion.promptTokens
      trace.completionTokens = completion.completionTokens
      return (.success(completion), trace)
    } catch let error as TextModelError {
      trace.error = error.message
      return (.failure(error), trace)
    }
  }
}
