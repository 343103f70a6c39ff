internal import Model
internal import Synchronization
internal import TelegramSchema

/// Where what arrives waits for the feed, in the order of its arrival.
///
/// It never holds more than a bounded number of pushes; what comes in beyond that is noted as missed,
/// and the difference brings it.
final class UpdateInbox: Sendable {
  enum Item: Sendable {
    case updates(IncomingUpdates)
    case answer(DifferenceRequest, DifferenceFetcher.Answer)
    /// The server may have forgotten what to push.
    case newSession
  }

  /// What was not kept.
  struct Missed: Sendable {
    var isAny = false
    /// With the pts before the first and after the last of what was dropped.
    var channels: [Int64: ClosedRange<Int32>] = [:]
  }

  static let maximumPushes = 256

  private struct State {
    var items: [Item] = []
    var pushes = 0
    var missed = Missed()
  }

  private let account: AccountID
  private let state = Mutex(State())
  /// Given whenever something was added.
  let signal = Signal()

  init(account: AccountID) { self.account = account }

  func push(_ updates: API.Updates) { push(IncomingUpdates(updates, account: account)) }

  func push(_ updates: IncomingUpdates) {
    state.withLock { state in
      guard state.pushes < Self.maximumPushes else {
        state.missed.isAny = true
        for case .channel(let id, let pts, let count) in updates.container.entries.map(\.order)
        where count >= 0 && pts > count {
          let range = (pts - count)...pts
          let known = state.missed.channels[id] ?? range
          state.missed.channels[id] =
            min(known.lowerBound, range.lowerBound)...max(known.upperBound, range.upperBound)
        }
        return
      }
      state.pushes += 1
      state.items.append(.updates(updates))
    }
    signal.give()
  }

  /// Something arrived that cannot be read.
  func pushUnreadable() {
    state.withLock { $0.missed.isAny = true }
    signal.give()
  }

  func sessionBegan() { add(.newSession) }

  func take(_ answer: DifferenceFetcher.Answer, to request: DifferenceRequest) {
    add(.answer(request, answer))
  }

  var isEmpty: Bool { state.withLock { $0.items.isEmpty } }

  func next() -> Item? {
    state.withLock { state in
      guard !state.items.isEmpty else { return nil }
      let item = state.items.removeFirst()
      if case .updates = item { state.pushes -= 1 }
      return item
    }
  }

  /// What was missed since it was last asked for.
  func takeMissed() -> Missed {
    state.withLock { state in
      defer { state.missed = Missed() }
      return state.missed
    }
  }

  private func add(_ item: Item) {
    state.withLock { $0.items.append(item) }
    signal.give()
  }
}
