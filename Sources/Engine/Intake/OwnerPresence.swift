import Model
import Synchronization

/// Whether the owner is at another device, as Telegram last told it. It passes with the process: what a
/// former run heard says nothing of now.
final class OwnerPresence: Sendable {
  private let state = Mutex<Presence?>(nil)

  var current: Presence? { state.withLock(\.self) }

  func note(_ presence: Presence) { state.withLock { $0 = presence } }
}
