import Model
import Rules
import Store

/// What rules may ask for while they decide about one message.
struct DecisionHost: RuleHost {
  let message: MessageReference
  let parts: EngineParts
  let breakers: Breakers
  let ages: FileAges
  let rules: any Rulings
  let purse: Purse

  var meter: RuleMeter? { parts.meter }

  /// The most earlier messages that one call may ask for.
  private static let historyLimit = 200

  func complete(_ request: TextRequest, for asker: String) async throws -> TextCompletion {
    let (result, trace) = try await purse.ask(request, about: message, rule: asker)
    try await parts.store.keep(trace)
    return try result.get()
  }

  func history(of chat: PeerID, limit: Int, before: Int32?) async throws -> [Message] {
    guard chat == message.chat else {
      throw EngineError(
        .foreignChat, "A rule asked for the history of \(chat) while it decided about \(message).")
    }
    return try await parts.store.messages(
      in: chat, account: message.account, limit: min(max(limit, 0), Self.historyLimit),
      before: before)
  }

  func sleep(for duration: Duration) async throws {
    try await parts.clock.sleep(until: parts.clock.now.advanced(by: duration), tolerance: nil)
  }

  func claimCount(rule: String, chat: PeerID?, since: Timestamp) async throws -> Int {
    try await parts.store.claimCount(of: message.account, rule: rule, in: chat, since: since)
  }

  func isPending(rule: String, chat: PeerID) async throws -> Bool {
    try await parts.store.isPending(rule: rule, in: chat, account: message.account)
  }

  func state(_ key: StateKey) async throws -> StateEntry? {
    try await parts.store.state(key, account: message.account)
  }

  func stateUsage(of scope: String) async throws -> StateUsage {
    try await parts.store.stateUsage(of: scope, account: message.account)
  }

  func recall(_ question: MemoryQuestion) async throws -> [Memory] {
    guard question.here == message.chat else {
      throw EngineError(
        .foreignChat, "A rule asked what \(question.here) knows while it decided about \(message).")
    }
    return try await Recollection(parts: parts, rules: rules).recall(question)
  }

  func suspension(of rule: String, hash: String) -> String? {
    breakers.suspension(of: rule, hash: hash, at: parts.clock.now)
  }

  func noteRun(of rule: String, hash: String, failed: Bool) {
    breakers.note(rule, hash: hash, failed: failed, at: parts.clock.now)
  }

  func isNew(file: String, within span: Duration) -> Bool {
    ages.isNew(file, within: span, at: parts.clock.now)
  }

  func secret(_ name: String) -> Secret<String>? { parts.secrets(name) }

  func exchange(_ request: WebRequest) async throws -> WebResponse {
    guard let web = parts.web else { throw NotAtHand() }
    return try await web.exchange(request)
  }

  func call(_ method: String, arguments: String) async throws -> String {
    guard let methods = parts.methods else { throw NotAtHand() }
    if try await parts.store.haltedAt(message.account) != nil {
      throw MethodFailure(code: nil, message: "the kill switch is on")
    }
    return try await methods.call(method, arguments: arguments)
  }

  func log(_ text: String, rule: String) {
    parts.emit(.log(EngineEvent.Note(rule: rule, text: text)))
  }
}
