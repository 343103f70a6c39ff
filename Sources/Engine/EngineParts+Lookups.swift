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
}
