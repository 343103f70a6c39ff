/// Ids that have to be acknowledged, and since when the first of them waits.
struct AckQueue: Hashable, Sendable {
  private var ids: [Int64] = []
  private var known: Set<Int64> = []
  private var since: Duration?

  var isEmpty: Bool { ids.isEmpty }

  /// The instant (monotonic) at which the acks go out even alone.
  var deadline: Duration? {
    guard let since else { return nil }
    return ids.count >= SessionLimits.waitingAcks ? since : since + SessionLimits.ackDelay
  }

  mutating func add(_ id: Int64, at monotonic: Duration) {
    guard known.insert(id).inserted else { return }
    ids.append(id)
    since = since ?? monotonic
  }

  /// Nothing more will go out that they could travel with.
  mutating func hasten() {
    if !isEmpty { since = .zero - SessionLimits.ackDelay }
  }

  mutating func remove(_ id: Int64) {
    guard known.remove(id) != nil else { return }
    ids.removeAll { $0 == id }
    if ids.isEmpty { since = nil }
  }

  /// All ids, in lists that fit a message each; the queue is empty afterwards.
  mutating func take() -> [[Int64]] {
    defer { removeAll() }
    return stride(from: 0, to: ids.count, by: SessionLimits.ackCount).map {
      Array(ids[$0..<min($0 + SessionLimits.ackCount, ids.count)])
    }
  }

  mutating func removeAll() {
    ids = []
    known = []
    since = nil
  }
}
