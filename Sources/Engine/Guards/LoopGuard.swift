import Model
import Store

/// Sees that the other side is a machine too: it answers each of the twin's messages within seconds,
/// again and again, with no word of the owner between. A person at a keyboard does so now and then, but
/// not six times in a row.
enum LoopGuard {
  /// Quick exchanges in a row that are one too many.
  static let limit = 6
  /// How fast an answer is quick. Dates are whole seconds.
  private static let quick = Duration.seconds(10)
  /// A silence this long begins a new conversation.
  private static let pause = Duration.seconds(600)

  /// - Parameter traffic: newest first.
  static func isLoop(_ traffic: [Traffic]) -> Bool {
    var exchanges = 0
    for (later, earlier) in zip(traffic, traffic.dropFirst()) {
      if later.isOutgoing, !later.isTwin { return false }
      let gap = earlier.date.duration(to: later.date)
      if gap > pause { return false }
      guard !later.isOutgoing, earlier.isTwin else { continue }
      if gap > quick { return false }
      exchanges += 1
      if exchanges >= limit { return true }
    }
    return false
  }
}
