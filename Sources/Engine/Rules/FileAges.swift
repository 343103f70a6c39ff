import Model
import Synchronization

/// Since when each rule file has been there.
final class FileAges: Sendable {
  private let since = Mutex<[String: Timestamp]>([:])

  func replace(with ages: [String: Timestamp]) { since.withLock { $0 = ages } }

  func isNew(_ file: String, within span: Duration, at now: Timestamp) -> Bool {
    since.withLock { $0[file] }.map { $0.duration(to: now) < span } ?? false
  }
}
