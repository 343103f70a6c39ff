import Cryptography
import Engine
import Foundation
import Logging
import Model
import Store
import Synchronization
import Telegram

/// One account's twin: what outlives its process, and the process, which is started, told to end and
/// killed as the storm wants.
final class SimulatedTwin: Sendable {
  enum Order: Sendable {
    case start
    case end
  }

  private struct State {
    var session: SavedSession?
    var floods: [String: Timestamp] = [:]
    /// Of the life that goes on; nil while the twin is down, and from the instant of its death.
    var store: Store?
    var trap: EngineStep?
    var lives = 0
    var isReady = false
    var failure: String?
  }

  let account: AccountID
  let rules: WatchedRules
  let model: SimulatedModel
  private let path: String
  private let time: SimulatedTime
  let configuration: ClientConfiguration
  private let randomID: RandomSource
  private let events: EventSink
  /// Is told that the twin has died at the step where a trap was set.
  private let died: @Sendable (AccountID) -> Void
  private let state = Mutex(State())
  private let orders: AsyncStream<Order>
  private let desk: AsyncStream<Order>.Continuation

  init(
    account: AccountID, folder: URL, time: SimulatedTime, configuration: ClientConfiguration,
    randomID: RandomSource, events: @escaping EventSink,
    died: @escaping @Sendable (AccountID) -> Void
  ) throws {
    self.account = account
    path = folder.appending(path: "\(account.rawValue).db").path
    self.time = time
    self.configuration = configuration
    self.randomID = randomID
    self.events = events
    self.died = died
    rules = try WatchedRules()
    model = SimulatedModel()
    (orders, desk) = AsyncStream.makeStream(of: Order.self)
  }

  var lives: Int { state.withLock(\.lives) }
  var isUp: Bool { state.withLock { $0.store != nil } }
  /// It has been up to date once: from then on it has to miss nothing.
  var isReady: Bool { state.withLock(\.isReady) }
  /// The store of the life that goes on.
  var store: Store? { state.withLock(\.store) }
  /// Why a life ended that nobody had ended.
  var failure: String? { state.withLock(\.failure) }

  /// As another process would open it, once the twin is down.
  func openStore() throws -> Store {
    try Store(path: path, key: SecretBytes([UInt8](repeating: 9, count: 32)), worksInPlace: true)
  }

  // MARK: Orders

  func keep(_ session: SavedSession) { state.withLock { $0.session = session } }
  func start() { desk.yield(.start) }
  func stop() { desk.yield(.end) }

  /// Nothing of this life reaches the disk any more, as if the process were gone.
  func crash() {
    guard
      let store = state.withLock({ state in
        defer { state.store = nil }
        return state.store
      })
    else { return }
    store.abandon()
    desk.yield(.end)
  }

  /// It dies the next time that it comes to this step.
  func setTrap(at step: EngineStep) { state.withLock { $0.trap = step } }

  // MARK: Lives

  /// Lives as it is ordered to, until the task is cancelled.
  func run() async {
    var iterator = orders.makeAsyncIterator()
    while let order = await iterator.next() {
      guard case .start = order else { continue }
      await withTaskGroup(of: Void.self) { group in
        group.addTask { await self.liveOnce() }
        // An order to start finds it up already.
        while let order = await iterator.next(), order == .start {}
        group.cancelAll()
      }
    }
  }

  private func liveOnce() async {
    do {
      let store = try openStore()
      state.withLock { state in
        state.store = store
        state.lives += 1
      }
      do {
        try await live(store)
      } catch {
        // Who was killed complains of nothing.
        if isUp { noteEnd(error) }
      }
      close(store)
    } catch {
      noteEnd(error)
    }
  }

  private func noteEnd(_ error: any Error) {
    guard !Task.isCancelled else { return }
    state.withLock { $0.failure = "the twin of \(account) ended by itself: \(error)" }
  }

  private func close(_ store: Store) {
    state.withLock { if $0.store === store { $0.store = nil } }
    // What fails to close ends with the last reference to it.
    try? store.close()
  }

  private func live(_ store: Store) async throws {
    let client = try TelegramClient(
      configuration: configuration, session: state.withLock(\.session), floods: floods(of: store),
      save: { [self] session in
        if state.withLock({ $0.store === store }) { keep(session) }
      })
    let account = account
    let directory = PeerDirectory(
      reference: { try? await store.peer($0, account: account) },
      chat: { try? await store.chat($0, account: account) })
    let telegram = TelegramAccount(
      account: account, client: client, positions: try await store.positions(of: account),
      directory: directory)
    let owner = try await store.contact(account.rawValue, account: account)
    let engine = Engine(
      EngineParts(
        account: account, owner: owner ?? Contact(id: account.rawValue, firstName: "Owner"),
        store: store, rules: rules, messenger: telegram.messenger, model: model,
        clock: time.clock, randomID: { [randomID] in randomID.int64() | 1 }, events: events,
        onStep: { [self] step, _ in try await pass(step, of: store) }))
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await telegram.run() }
      group.addTask { try await self.follow(telegram, with: engine) }
      defer { group.cancelAll() }
      try await group.next()
    }
  }

  private func follow(_ telegram: TelegramAccount, with engine: Engine) async throws {
    guard let first = try await telegram.updates.next() else { return }
    try await engine.accept(first)
    state.withLock { $0.isReady = true }
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await engine.run() }
      group.addTask {
        while let batch = try await telegram.updates.next() { try await engine.accept(batch) }
      }
      defer { group.cancelAll() }
      try await group.next()
    }
  }

  private func floods(of store: Store) -> FloodStore {
    FloodStore(state.withLock(\.floods)) { [self] floods in
      state.withLock { if $0.store === store { $0.floods = floods } }
    }
  }

  /// Dies here if that is what the storm wants.
  private func pass(_ step: EngineStep, of store: Store) async throws {
    let isTrapped = state.withLock { state in
      guard state.trap == step, state.store === store else { return false }
      state.trap = nil
      return true
    }
    guard isTrapped else { return }
    crash()
    died(account)
    try await time.clock.sleep(until: Timestamp(milliseconds: .max))
  }
}
