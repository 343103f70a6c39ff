import Model
import Store
import Synchronization

/// What is being worked on, so that nothing is taken up twice and each chat keeps its order; and from
/// when on sending is allowed again after Telegram has asked for patience.
final class Lanes: Sendable {
  enum Lane: Hashable {
    /// A message of this chat is being decided.
    case deciding(PeerID)
    /// A step of what leaves for this target.
    case leaving(PeerID, OutboxItem.Lane)
    case timer(String)
    case housekeeping
    /// An item that needs no order.
    case item(Int64)
  }

  private struct State {
    var busy: Set<Lane> = []
    /// Chats whose decision is being written and reported: nothing of it is taken up before.
    var committing: Set<PeerID> = []
    /// Lanes that failed for a reason of our own, such as a full disk.
    var paused: [Lane: Timestamp] = [:]
    /// When "typing…" was last shown for an item.
    var typed: [Int64: Timestamp] = [:]
    var sendingFrom: Timestamp?
  }

  private let state = Mutex(State())
  private let signal: Signal

  init(signal: Signal) { self.signal = signal }

  /// Takes a lane; false if it is taken.
  func begin(_ lane: Lane) -> Bool { state.withLock { $0.busy.insert(lane).inserted } }

  func end(_ lane: Lane) {
    state.withLock { _ = $0.busy.remove(lane) }
    signal.raise()
  }

  func isBusy(_ lane: Lane) -> Bool { state.withLock { $0.busy.contains(lane) } }

  var isIdle: Bool { state.withLock(\.busy.isEmpty) }

  func pause(_ lane: Lane, until instant: Timestamp) {
    state.withLock { $0.paused[lane] = instant }
  }

  /// Nil if it may be taken up now.
  func pause(of lane: Lane, at now: Timestamp) -> Timestamp? {
    state.withLock { state in
      guard let until = state.paused[lane] else { return nil }
      if until > now { return until }
      state.paused[lane] = nil
      return nil
    }
  }

  func commit<Value>(
    _ chat: PeerID, _ body: () async throws -> Value
  ) async rethrows -> Value {
    state.withLock { _ = $0.committing.insert(chat) }
    defer {
      state.withLock { _ = $0.committing.remove(chat) }
      signal.raise()
    }
    return try await body()
  }

  func isCommitting(_ chat: PeerID?) -> Bool {
    guard let chat else { return false }
    return state.withLock { $0.committing.contains(chat) }
  }

  func typed(_ item: Int64) -> Timestamp? { state.withLock { $0.typed[item] } }

  func noteTyped(_ item: Int64, at instant: Timestamp) {
    state.withLock { $0.typed[item] = instant }
  }

  /// Forgets the items whose turn it no longer is.
  func forgetTyped(except due: [OutboxItem]) {
    guard !state.withLock(\.typed.isEmpty) else { return }
    let ids = Set(due.map(\.id))
    state.withLock { state in state.typed = state.typed.filter { ids.contains($0.key) } }
  }

  /// Nothing is sent before this instant.
  ///
  /// - Returns: whether sending was allowed until now.
  func holdSending(until instant: Timestamp, at now: Timestamp) -> Bool {
    state.withLock { state in
      let wasOpen = state.sendingFrom.map { $0 <= now } ?? true
      state.sendingFrom = max(instant, state.sendingFrom ?? instant)
      return wasOpen
    }
  }

  var sendingFrom: Timestamp? { state.withLock(\.sendingFrom) }
}

extension OutboxItem {
  var laneKey: Lanes.Lane { lane.isFree ? .item(id) : .leaving(target, lane) }
}
