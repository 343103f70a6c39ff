internal import Logging
internal import MTProto
internal import Model
internal import Synchronization
internal import TL
internal import TelegramSchema

/// One main connection to Telegram: to the data center where the account lives, or where its login
/// begins.
///
/// ``run()`` owns all its work; ``call`` may be used from any task while it runs. Calls made before wait
/// for the connection.
package final class TelegramClient: Sendable {
  private struct State {
    var home: Connection
    var inbox: UpdateInbox?
    var unsaved: SavedSession?
    var status = Status.connecting
  }

  package enum Status: Sendable, Hashable {
    case connecting
    case connected(ServerAddress)
    case ended
  }

  package let configuration: ClientConfiguration
  /// The one way to call the API.
  package let call: APICaller
  /// The connections that carry files.
  package let files: FileConnections

  private let state: Mutex<State>
  private let save: @Sendable (SavedSession) async -> Void
  private let saving = Signal()
  /// Given when a login token of ours was scanned.
  let tokenScanned = Signal()
  private let desk: Desk

  /// - Parameters:
  ///   - session: from an earlier run; without one a key is exchanged with the first data center.
  ///   - floods: what Telegram asked earlier runs to wait for.
  ///   - foreign: what earlier runs have agreed on with data centers where only files lie.
  ///   - save: is called with what the next start needs, whenever that has changed; not concurrently.
  package init(
    configuration: ClientConfiguration, session: SavedSession? = nil,
    floods: FloodStore = FloodStore(), foreign: ForeignSessions = ForeignSessions(),
    save: @escaping @Sendable (SavedSession) async -> Void = { _ in }
  ) throws(TelegramError) {
    self.configuration = configuration
    self.save = save
    let desk = Desk()
    self.desk = desk
    let dc = session?.address.dc ?? configuration.servers.firstDC
    let home = try Connection(
      addresses: configuration.servers.addresses(of: dc), session: session,
      configuration: configuration, report: { desk.report($0) })
    state = Mutex(State(home: home))
    let chains = CallChains()
    let layers: [any CallLayer] = [
      ChainLayer(chains: chains),
      FloodLayer(
        threshold: configuration.floodThreshold, store: floods, clock: configuration.waits),
      MigrationLayer(move: { (dc: Int) async throws(TelegramError) in try await desk.move(to: dc) }
      ),
      RetryLayer(clock: configuration.waits),
      InitLayer(forget: { await desk.forgetIntroduction(on: $0) }),
    ]
    files = FileConnections(
      configuration: configuration, foreign: foreign,
      home: { () throws(TelegramError) -> Connection in
        guard let home = desk.home else { throw Connection.closed }
        return home
      })
    call = APICaller(
      CallSeam(layers: layers) { (call: RemoteCall) async throws(TelegramError) -> [UInt8] in
        guard let client = desk.client else { throw Connection.closed }
        if let ticket = call.ticket {
          return try await chains.send(call, as: ticket) {
            (call: RemoteCall) async throws(TelegramError) -> [UInt8] in
            try await client.home.call(call)
          }
        }
        return switch call.lane {
        case .main: try await client.home.call(call)
        case .files(let dc): try await client.files.call(call, dc: dc)
        case .cdn(let dc): try await client.files.callCDN(call, dc: dc)
        }
      })
    desk.client = self
  }

  /// Connects and works until the task is cancelled.
  ///
  /// - Throws: ``TelegramError`` if going on is useless: `keyRefused`, `alreadyInUse`, or a session
  ///   that the server does not know any more.
  package func run() async throws(TelegramError) {
    let result = await withTaskGroup(of: Result<Void, TelegramError>?.self) { group in
      group.addTask { await self.runConnections() }
      group.addTask {
        await self.runSaving()
        return nil
      }
      group.addTask {
        await self.files.run()
        return nil
      }
      var result: Result<Void, TelegramError> = .success(())
      for await ended in group {
        if let ended {
          result = ended
          group.cancelAll()
        }
      }
      return result
    }
    state.withLock { $0.status = .ended }
    // What changed last must not be lost with the task.
    await saveNow()
    try result.get()
  }

  /// What is needed to come back without a login; nil before there is a key.
  package var session: SavedSession? {
    get async { await home.session }
  }

  package var status: Status { state.withLock(\.status) }

  // MARK: Inside

  /// Pushes go there from now on.
  func attach(_ inbox: UpdateInbox) { state.withLock { $0.inbox = inbox } }

  var home: Connection { state.withLock(\.home) }

  func move(to dc: Int) async throws(TelegramError) {
    let old = home
    guard old.dc != dc else { return }
    let addresses = try configuration.servers.addresses(of: dc)
    let desk = desk
    let new = try Connection(
      addresses: addresses, session: nil, configuration: configuration,
      report: { desk.report($0) })
    let moved = state.withLock { state in
      // Another call may have moved meanwhile.
      guard state.home === old else { return false }
      state.home = new
      return true
    }
    guard moved else { return }
    configuration.logger.info("moving to data center \(dc)")
    await old.retire()
  }

  func take(_ event: ConnectionEvent) {
    switch event {
    case .connected(let address):
      configuration.logger.info("connected", metadata: ["server": "\(address)"])
      state.withLock { $0.status = .connected(address) }
    case .disconnected(let address, let ending):
      // At the end every connection is cut, by us.
      configuration.logger.log(
        level: Task.isCancelled ? .debug : .notice,
        Task.isCancelled ? "disconnected" : "connection lost, connecting again",
        metadata: ["server": "\(address)", "reason": "\(ending)"])
      state.withLock { $0.status = .connecting }
    case .updatesMayBeMissing: state.withLock(\.inbox)?.sessionBegan()
    case .sessionChanged(let session):
      state.withLock { $0.unsaved = session }
      saving.give()
    case .update(let bytes):
      let inbox = state.withLock(\.inbox)
      do throws(TLError) {
        let updates = try API.Updates(bytes: bytes)
        if updates.tellsOfScannedToken { tokenScanned.give() }
        inbox?.push(updates)
      } catch {
        inbox?.pushUnreadable()
      }
    }
  }

  private func runConnections() async -> Result<Void, TelegramError> {
    while !Task.isCancelled {
      let connection = home
      do throws(TelegramError) {
        try await connection.run()
      } catch {
        return .failure(error)
      }
      guard home !== connection else { break }
    }
    return .success(())
  }

  private func runSaving() async {
    while !Task.isCancelled {
      await saving.wait()
      await saveNow()
    }
  }

  private func saveNow() async {
    let session = state.withLock { state in
      defer { state.unsaved = nil }
      return state.unsaved
    }
    if let session { await save(session) }
  }
}

extension API.Updates {
  /// It comes before there is an account, and so never with others.
  fileprivate var tellsOfScannedToken: Bool {
    guard case .updateShort(let it) = self, case .updateLoginToken = it.update else { return false }
    return true
  }
}

/// What the connection and the layers need of the client, which is made after them.
private final class Desk: Sendable {
  private struct Weak: Sendable { weak var client: TelegramClient? }

  private let holder = Mutex(Weak())

  var client: TelegramClient? {
    get { holder.withLock(\.client) }
    set { holder.withLock { $0.client = newValue } }
  }

  var home: Connection? { client?.home }

  func report(_ event: ConnectionEvent) { client?.take(event) }

  func forgetIntroduction(on lane: CallLane) async {
    switch lane {
    case .main: await home?.forgetIntroduction()
    case .files, .cdn: await client?.files.forgetIntroductions()
    }
  }

  func move(to dc: Int) async throws(TelegramError) {
    guard let client else { throw Connection.closed }
    try await client.move(to: dc)
  }
}
