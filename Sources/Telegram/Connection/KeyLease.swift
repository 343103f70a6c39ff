internal import Synchronization

/// The right to use one auth key, held by one connection at a time: two main connections of one
/// account would take each other's updates.
final class KeyLease: Sendable {
  private static let held = Mutex<Set<Int64>>([])

  private let keyID: Int64

  /// Nil while another connection of this process holds it.
  init?(_ keyID: Int64) {
    guard Self.held.withLock({ $0.insert(keyID).inserted }) else { return nil }
    self.keyID = keyID
  }

  deinit {
    let keyID = keyID
    Self.held.withLock { _ = $0.remove(keyID) }
  }
}
