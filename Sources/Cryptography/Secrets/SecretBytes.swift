internal import CCrypto

/// Immutable secret bytes: wiped when the last copy goes, compared in constant time, never printed.
package struct SecretBytes: Sendable {
  private let storage: Storage

  /// Copies the bytes; the caller's own copy stays the caller's to forget.
  package init(_ bytes: some Collection<UInt8>) {
    storage = Storage(copying: bytes)
  }

  package var count: Int { storage.buffer.count }

  /// Lends the bytes. They must not outlive the call.
  package func withBytes<Result>(
    _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    defer { withExtendedLifetime(storage) {} }
    return try body(storage.buffer)
  }

  /// A copy that is no longer wiped: only for what writes it somewhere sealed.
  package func exposed() -> [UInt8] {
    withBytes { Array($0) }
  }

  // @unchecked: the buffer is written in `init` only, and freed when nobody holds it any more.
  private final class Storage: @unchecked Sendable {
    let buffer: UnsafeBufferPointer<UInt8>

    init(copying bytes: some Collection<UInt8>) {
      let fresh = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
      _ = fresh.initialize(from: bytes)
      buffer = UnsafeBufferPointer(fresh)
    }

    deinit {
      let mutable = UnsafeMutableBufferPointer(mutating: buffer)
      cc_wipe(mutable.baseAddress, mutable.count)
      mutable.deallocate()
    }
  }
}

extension SecretBytes: Equatable {
  package static func == (a: Self, b: Self) -> Bool {
    a.withBytes { a in b.withBytes { b in isEqualInConstantTime(a, b) } }
  }
}

extension SecretBytes: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  package var description: String { "<secret: \(count) bytes>" }
  package var debugDescription: String { description }
  package var customMirror: Mirror { Mirror(self, children: []) }
}
