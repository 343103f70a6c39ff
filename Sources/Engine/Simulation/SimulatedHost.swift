import Model
import Rules

/// What rules may ask for while they decide in a simulation. Waiting takes no time there.
struct SimulatedHost: RuleHost {
  let messages: [Message]
  let claims: ClaimLedger
  let model: any TextModel
  let state: [StateKey: StateEntry]
  let now: Timestamp
  /// What stands for the web, by URL; nil: the web is not asked.
  let web: [String: WebResponse]?
  /// What stands for Telegram, by method; nil: it is not called.
  let methods: [String: Result<String, MethodFailure>]?
  let breakers: Breakers
  var takesTime: Bool { false }
  let memory: @Sendable (MemoryQuestion) throws -> [Memory]
  /// Stands still.
  private let clock = ManualClock(.zero)

  init(
    messages: [Message], claims: ClaimLedger, model: any TextModel, state: [StateKey: StateEntry],
    now: Timestamp, web: [String: WebResponse]?,
    methods: [String: Result<String, MethodFailure>]?, breakers: Breakers,
    memory: @escaping @Sendable (MemoryQuestion) throws -> [Memory]
  ) {
    self.memory = memory
    self.methods = methods
    self.breakers = breakers
    self.web = web
    self.now = now
    self.state = state
    self.messages = messages
    self.claims = claims
    self.model = model
  }

  func complete(_ request: TextRequest, for asker: String) async throws -> TextCompletion {
    try await model.complete(request)
  }

  func history(of chat: PeerID, limit: Int, before: Int32?) async throws -> [Message] {
    messages.filter { $0.id < before ?? .max }.suffix(limit)
  }

  func sleep(for duration: Duration) async throws {}

  func deadline(after duration: Duration) async throws {
    try await clock.clock.sleep(until: Timestamp(milliseconds: .max), tolerance: nil)
  }

  func claimCount(rule: String, chat: PeerID?, since: Timestamp) async throws -> Int {
    claims.claimCount(of: rule, in: chat, since: since)
  }

  func isPending(rule: String, chat: PeerID) async throws -> Bool {
    claims.isPending(rule, in: chat, at: now)
  }

  func state(_ key: StateKey) async throws -> StateEntry? { state[key] }

  func stateUsage(of scope: String) async throws -> StateUsage {
    let own = state.filter { $0.key.scope == scope }
    return StateUsage(
      entries: own.count,
      bytes: own.reduce(0) { $0 + $1.key.name.count + $1.value.json.utf8.count })
  }

  func recall(_ question: MemoryQuestion) async throws -> [Memory] { try memory(question) }

  func suspension(of rule: String, hash: String) -> String? {
    breakers.suspension(of: rule, hash: hash, at: now)
  }

  func noteRun(of rule: String, hash: String, failed: Bool) {
    breakers.note(rule, hash: hash, failed: failed, at: now)
  }

  /// Every secret is set, and says nothing.
  func secret(_ name: String) -> Secret<String>? { Secret("(secret \(name))") }

  func exchange(_ request: WebRequest) async throws -> WebResponse {
    guard let web else { throw SimulationError("nothing is asked of the web in a replay") }
    guard let answer = web[request.url] else {
      throw SimulationError(
        "the case does not say what \(request.url) answers; "
          + "add http = { [\"\(request.url)\"] = \"...\" }, or in the console: http \(request.url) \"...\""
      )
    }
    return answer
  }

  func call(_ method: String, arguments: String) async throws -> String {
    guard let methods else {
      throw SimulationError("nothing is called in a replay, so that nothing is done twice")
    }
    guard let answer = methods[method] else {
      throw SimulationError(
        "the case does not say what \(method) answers; add tg = { [\"\(method)\"] = { ... } }, "
          + "or in the console: tg \(method) {...}")
    }
    return try answer.get()
  }

  func log(_ text: String, rule: String) {}
}

/// Why a simulation has no answer.
struct SimulationError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
