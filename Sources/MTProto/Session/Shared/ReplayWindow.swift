/// The last ids received, so that a replayed message is told from a new one
/// (core.telegram.org/mtproto/security_guidelines#checking-msg-id).
struct ReplayWindow: Hashable, Sendable {
  private var known: Set<Int64> = []
  /// Rising.
  private var ordered: [Int64] = []

  /// False if the id is known, or older than everything that is still remembered.
  mutating func insert(_ id: Int64) -> Bool {
    if known.contains(id) { return false }
    let isFull = ordered.count >= SessionLimits.replayWindow
    if isFull, let least = ordered.first, id < least { return false }
    known.insert(id)
    // Ids arrive nearly sorted: the place is at the end or close to it.
    var place = ordered.count
    while place > 0, ordered[place - 1] > id { place -= 1 }
    ordered.insert(id, at: place)
    // Trimmed in batches: removing the first element moves all others.
    if ordered.count > SessionLimits.replayWindow + 256 {
      let excess = ordered.count - SessionLimits.replayWindow
      known.subtract(ordered.prefix(excess))
      ordered.removeFirst(excess)
    }
    return true
  }

  func contains(_ id: Int64) -> Bool { known.contains(id) }

  var least: Int64? { ordered.first }
  var greatest: Int64? { ordered.last }

  mutating func removeAll() {
    known.removeAll()
    ordered.removeAll()
  }
}
