internal import Cryptography
internal import MTProto
internal import Model

/// The way to one data center: makes TCP connections one after the other, proves the server, and
/// carries calls there and answers and updates back. Calls outlive a cut.
actor Connection {
  struct Pending {
    let continuation: CheckedContinuation<Result<[UInt8], TelegramError>, Never>
    let id: CallID
    let ticket: CallChains.Ticket?
  }

  /// Key exchanges that fail in a row before the server counts as an impostor.
  static let maximumBadExchanges = 3
  /// -404 in a row before a key counts as forgotten by the server.
  static let maximumForgotten = 5
  /// -404 in a row in the midst of key exchanges before callers hear of it. Each is followed by another
  /// attempt; with the growing pauses between them that takes a quarter of a minute.
  static let maximumBrokenExchanges = 5

  let dc: Int
  /// It stands for the account: updates come over it, and its key belongs to it alone. Others borrow the
  /// key, for sessions of their own.
  let isMain: Bool
  let configuration: ClientConfiguration
  let addresses: [ServerAddress]
  /// Called in the order of events, from within the actor: it must not block.
  let report: @Sendable (ConnectionEvent) -> Void
  /// There is something to write, or a reason to look.
  let attention = Signal()

  var core: ClientEndpoint
  var lease: KeyLease?
  var link: Link?
  var address: ServerAddress
  var policy: ReconnectPolicy
  var limit = AttemptLimit()
  var random: RandomSource
  var isProven = false
  var wasProven = false
  var isRetired = false
  var failedAttempts = 0
  var badExchanges = 0
  var brokenExchanges = 0
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
  ///   - isMain: nobody else in this process may use the key for as long as this works.
  ///   - borrowsKey: the session's temporary key is the main connection's. When it serves no longer,
  ///     this connection has done its work.
  ///   - keyIsDisposable: a key that the server has forgotten is replaced.
  init(
    addresses: [ServerAddress], session: SavedSession?, isMain: Bool = true,
    borrowsKey: Bool = false, keyIsDisposable: Bool = false, configuration: ClientConfiguration,
    report: @escaping @Sendable (ConnectionEvent) -> Void
  ) throws(TelegramError) {
    let known = addresses.first { $0 == session?.address }
    guard let first = known ?? addresses.first else {
      throw TelegramError(.unreachable, "No address of the data center is known.")
    }
    self.addresses = [first] + addresses.filter { $0 != first }
    dc = first.dc
    self.isMain = isMain
    address = first
    self.configuration = configuration
    random = configuration.spread
    self.report = report
    try Route.check(configuration)
    policy = ReconnectPolicy(first: first, others: addresses)
    let credentials = try session.map { session throws(TelegramError) in
      try Self.credentials(of: session)
    }
    var endpoint = Self.endpoint(configuration, dc: first.dc)
    endpoint.makesKeys = !borrowsKey
    endpoint.keyIsDisposable = keyIsDisposable
    core = ClientEndpoint(
      configuration: endpoint, credentials: credentials,
      clock: session.map { Self.clock(of: $0, at: configuration.moment()) } ?? ServerClock(),
      random: configuration.random)
  }

  /// Nothing is sent any more, and ``run()`` returns.
  func retire() {
    isRetired = true
    link?.ending = .lost
    attention.give()
  }

  /// Begins the next call with initConnection again.
  func forgetIntroduction() { core.forgetIntroduction() }

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
    let place = ObjectIdentifier(self)
    var predecessor: CallID?
    if let ticket = call.ticket {
      guard case .open(let before) = ticket.passage(on: place) else {
        return .failure(CallChains.closed)
      }
      predecessor = before
    }
    let result = await withCheckedContinuation { continuation in
      let id = core.call(call.query, after: predecessor)
      call.ticket?.sent(on: place, as: id)
      pending[token] = Pending(continuation: continuation, id: id, ticket: call.ticket)
      owners[id] = token
      drain()
    }
    guard case .failure(let error) = result, let server = error.server else { return result }
    return .failure(TelegramError(server, to: call.method))
  }

  private func giveUp(_ token: Int, isCancelled: Bool) {
    open.remove(token)
    guard let call = pending[token] else { return }
    let wasSent = core.wasSent(call.id)
    core.cancel(call.id)
    drain()
    settle(token, .failure(isCancelled ? Self.closed : wasSent ? lost : unreachable))
  }

  func settle(_ token: Int, _ result: Result<[UInt8], TelegramError>) {
    guard let call = pending.removeValue(forKey: token) else { return }
    owners[call.id] = nil
    // At once, before anything else goes out.
    if case .failure = result { call.ticket?.failed() }
    call.continuation.resume(returning: result)
  }

  static let closed = TelegramError(.closed, "The connection to Telegram was ended.")
}
