import Model
import Rules

/// Numbers as they stand in sentences.
enum Wording {
  /// `45 s`, `12 min`, `3 h`, `2 d`: the largest unit of which there are two, or one and nothing over.
  static func span(_ duration: Duration) -> String {
    let seconds = duration.components.seconds
    for (unit, size) in [("d", Int64(86_400)), ("h", 3_600), ("min", 60)] {
      if seconds >= 2 * size || seconds == size { return "\(seconds / size) \(unit)" }
    }
    return "\(seconds) s"
  }

  /// `12 in 1 h`.
  static func rate(_ rate: Rate) -> String { "\(rate.count) in \(span(rate.per))" }
}
