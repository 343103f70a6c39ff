import Synchronization
import Telegram

/// How much of a file has gone over, on one line of standard error; silent where nobody watches.
final class TransferMeter: Sendable {
  private let verb: String
  private let shown = Mutex("")

  /// - Parameter verb: "downloaded", "sent".
  init(_ verb: String) { self.verb = verb }

  var progress: TransferProgress {
    { done, total in self.show("\(ByteCount(done)) of \(ByteCount(total)) \(self.verb)") }
  }

  func end() {
    guard Terminal.isWatched else { return }
    Terminal.note("\r\u{1B}[K", terminator: "")
  }

  private func show(_ text: String) {
    guard Terminal.isWatched else { return }
    shown.withLock { shown in
      guard shown != text else { return }
      shown = text
      Terminal.note("\r\u{1B}[K\(text)", terminator: "")
    }
  }
}

/// A number of bytes as people read it: `512 bytes`, `1.5 MB` (of 1,000,000).
struct ByteCount: CustomStringConvertible {
  private let bytes: Int64

  init(_ bytes: Int64) { self.bytes = bytes }

  var description: String {
    if bytes < 1000 { return "\(bytes) bytes" }
    let units = ["kB", "MB", "GB"]
    // In tenths, so that no rounding shows 1000.0 kB.
    var tenths = bytes / 100
    var unit = 0
    while tenths >= 10_000, unit < units.count - 1 {
      tenths /= 1000
      unit += 1
    }
    return "\(tenths / 10).\(tenths % 10) \(units[unit])"
  }
}
