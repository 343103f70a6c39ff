import Foundation
import Glibc
import Synchronization

/// Standard output: each write whole, in the order of the calls.
enum StandardOutput {
  private static let turn = Mutex(())

  /// Returns once all was handed to the kernel: a reader has it even if we are killed next.
  ///
  /// - Throws: ``CommandError``: `outputClosed` where nobody reads any more, else with the cause.
  static func write(_ data: Data) throws(CommandError) {
    try turn.withLock { _ throws(CommandError) in
      var rest = data[...]
      while !rest.isEmpty {
        let count = rest.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
        if count >= 0 {
          rest = rest.dropFirst(count)
        } else if errno != EINTR {
          throw CommandError(
            errno == EPIPE ? .outputClosed : .usage,
            "Standard output cannot be written: \(String(cString: strerror(errno))).")
        }
      }
    }
  }
}
