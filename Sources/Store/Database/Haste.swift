/// When what a transaction has written reaches the disk.
package enum Haste: Sendable {
  /// Before the call returns.
  case reachesDisk
  /// With the next transaction that does, or earlier. The end of the process loses nothing; a loss of
  /// power may take the transaction back, whole (sqlite.org/pragma.html#pragma_synchronous, NORMAL with
  /// a write-ahead log).
  case mayWait
}
