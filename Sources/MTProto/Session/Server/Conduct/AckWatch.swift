/// Which messages of the server wait for their acknowledgement on this connection, and since when.
///
/// A silent client is dead, not rude: only what it has left unacknowledged while it went on talking
/// counts.
struct AckWatch: Sendable {
  /// The client has 30 s by our own rule; twice that is too late by any.
  static let patience: Duration = .seconds(60)

  private var waiting: Set<Int64> = []
  /// Since when, in order; acknowledged ones stay until they are passed.
  private var order: [(id: Int64, since: Duration)] = []
  private var start = 0

  mutating func sent(_ id: Int64, at monotonic: Duration) {
    guard waiting.insert(id).inserted else { return }
    order.append((id, monotonic))
  }

  mutating func acknowledged(_ id: Int64) { waiting.remove(id) }

  /// The client has spoken. Each overdue message is given once.
  mutating func overdue(at monotonic: Duration) -> [Int64] {
    var late: [Int64] = []
    while start < order.count, order[start].since + Self.patience < monotonic {
      let id = order[start].id
      start += 1
      if waiting.remove(id) != nil { late.append(id) }
    }
    if start > 1024 {
      order.removeFirst(start)
      start = 0
    }
    return late
  }

  mutating func reset() { self = AckWatch() }
}
