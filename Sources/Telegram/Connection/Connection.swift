internal import Cryptography
internal import MTProto
internal import Model
internal import TL
internal import TelegramSchema

/// The way to one data center: makes TCP connections one after the other, proves the server, and
/// carries calls there and answers and updates back. Calls outlive a cut.
actor Connection {
  struct Pending {
    let continuation: CheckedContinuation<Result<[UInt8], TelegramError>, Never>
    let query: [UInt8]
    var id: CallID?
    /// It may have been sent.
    var wasLinked: Bool
  }

  /// Key exchanges that fail in a row before the server counts as an impostor.
  static let maximumBadExchanges = 3
  /// -404 in a row before a key counts as forgotten by the server.
  static let maximumForgotten = 5

  let dc: Int
  let configuration: ClientConfiguration
  let addresses: [ServerAddress]
  /// Called in the order of events, from within the actor: it must not block.
  let report: @Sendable (ConnectionEvent) -> Void
  /// There is something to write, or a reason to look.
  let attention = Signal()

  var core: ClientSession?
  var key: AuthKey?
  var lease: KeyLease?
  var link: Link?
  var address: ServerAddress
  var policy: ReconnectPolicy
  var random = SystemRandomNumberGenerator()
  /// The server knows on this link who calls.
  var isIntroduced = false
  var wasConnected = false
  var isProven = false
  var wasProven = false
  var isRetired = false
  var failedAttempts = 0
  var badExchanges = 0
  var forgotten = 0
  /// Why the last attempt came to nothing, as half a sentence.
  var trouble: String?
  /// What every call gets from now on.
  var fatal: TelegramError?

  var pending: [Int: Pending] = [:]
  var owners: [CallID: Int] = [:]
  private var open: Set<Int> = []
  private var lastToken = 0

  /// - Parameters:
  ///   - addresses: the data center's, at least one. The session's own is the first if it is one of
  ///     them: a data center may have moved since.
  ///   - session: if there is none, a key is exchanged.
  init(
    addresses: [ServerAddress], session: SavedSession?, configuration: ClientConfiguration,
    report: @escaping @Sendable (ConnectionEvent) -> Void
  ) throws(TelegramError) {
    let known = addresses.first { $0 == session?.address }
    guard let first = known ?? addresses.first else {
      throw TelegramError(.unreachable, "No address of the data center is known.")
    }
    self.addresses = [first] + addresses.filter { $0 != first }
    dc = first.dc
    address = first
    self.configuration = configuration
    self.report = report
    try Route.check(configuration)
    policy = ReconnectPolicy(first: first, others: addresses)
    guard let session else { return }
    guard let key = AuthKey(session.authKey) else {
      throw TelegramError(.invalidInput, "The stored session's key does not have 256 bytes.")
    }
    self.key = key
    core = ClientSession(key: key, salt: session.salt, clock: Self.clock(of: session))
  }

  /// Nothing is sent any more, and ``run()`` returns.
  func retire() {
    isRetired = true
    link?.ending = .lost
    attention.give()
  }

  /// Begins the next call with initConnection again.
  func forgetIntroduction() { isIntroduced = false }

  /// What the next start needs; nil before there is a key.
  var session: SavedSession? {
    guard let core, let key else { return nil }
    let moment = Moment.now()
    let offset = core.clock.now(moment) - moment.unix
    return SavedSession(
      address: address, authKey: key.secret, salt: core.salt,
      timeOffset: Double(offset.wholeMilliseconds) / 1000)
  }

  private static func clock(of session: SavedSession) -> ServerClock {
    // A small offset may be the machine's clock having been set right since: the server tells soon.
    guard abs(session.timeOffset) > 5, abs(session.timeOffset) < 1e9 else { return ServerClock() }
    let moment = Moment.now()
    let offset = Duration.milliseconds(Int64(session.timeOffset * 1000))
    return ServerClock(serverTime: moment.unix + offset, at: moment)
  }

  // MARK: Calls

  /// Sends one call in TL and waits for its result.
  ///
  /// - Throws: ``TelegramError``: the server's error, `unreachable` if no connection came about,
  ///   `connectionLost` if there was one and no answer.
  func call(_ call: RemoteCall) async throws(TelegramError) -> [UInt8] {
    lastToken += 1
    let token = lastToken
    open.insert(token)
    defer { open.remove(token) }
    let clock = configuration.waits
    let deadline = clock.now.advanced(by: configuration.callTimeout)
    let result = await withTaskGroup(of: Result<[UInt8], TelegramError>?.self) { group in
      group.addTask { await self.reply(to: call, token) }
      group.addTask {
        do {
          try await clock.sleep(until: deadline)
          await self.giveUp(token, isCancelled: false)
        } catch {
          await self.giveUp(token, isCancelled: true)
        }
        return nil
      }
      var result: Result<[UInt8], TelegramError>?
      for await answer in group where answer != nil {
        result = answer
        group.cancelAll()
      }
      return result ?? .failure(Self.closed)
    }
    return try result.get()
  }

  private func reply(
    to call: RemoteCall, _ token: Int
  ) async -> Result<[UInt8], TelegramError> {
    if let fatal { return .failure(fatal) }
    guard open.contains(token), !isRetired else { return .failure(Self.closed) }
    let result = await withCheckedContinuation { continuation in
      pending[token] = Pending(
        continuation: continuation, query: call.query, wasLinked: link != nil && core != nil)
      submit(token)
    }
    guard case .failure(let error) = result, let server = error.server else { return result }
    return .failure(TelegramError(server, to: call.method))
  }

  private func giveUp(_ token: Int, isCancelled: Bool) {
    open.remove(token)
    guard let call = pending[token] else { return }
    if let id = call.id {
      core?.cancel(id)
      drain()
    }
    settle(
      token, .failure(isCancelled ? Self.closed : call.wasLinked ? lost : unreachable))
  }

  /// Hands the call to the session, if there is one by now.
  func submit(_ token: Int) {
    guard core != nil, let call = pending[token], call.id == nil else { return }
    guard let id = core?.call(isIntroduced ? call.query : introduced(call.query)) else { return }
    pending[token]?.id = id
    owners[id] = token
    drain()
  }

  func settle(_ token: Int, _ result: Result<[UInt8], TelegramError>) {
    guard let call = pending.removeValue(forKey: token) else { return }
    if let id = call.id { owners[id] = nil }
    call.continuation.resume(returning: result)
  }

  private func introduced(_ query: [UInt8]) -> [UInt8] {
    let identity = configuration.identity
    return Methods.InvokeWithLayer(
      layer: API.layer,
      query: Methods.InitConnection(
        apiId: configuration.apiID, deviceModel: identity.deviceModel,
        systemVersion: identity.systemVersion, appVersion: identity.appVersion,
        systemLangCode: identity.language, langPack: "", langCode: identity.language,
        query: TLRest(encoded: query))
    ).encoded()
  }

  static let closed = TelegramError(.closed, "The connection to Telegram was ended.")
}
