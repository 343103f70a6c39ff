package import Cryptography

/// The 2,048-bit key that a client and a data centre share. Wiped with its last copy, never printed.
package struct AuthKey: Hashable, Sendable {
  package static let size = 256

  package let secret: SecretBytes
  /// The low 64 bits of the key's SHA-1: how packets name the key.
  package let id: Int64
  /// The high 64 bits of the key's SHA-1, used within the key exchange only.
  let auxiliaryHash: Int64

  /// Nil unless there are 256 bytes.
  package init?(_ bytes: [UInt8]) {
    self.init(SecretBytes(bytes))
  }

  package init?(_ secret: SecretBytes) {
    guard secret.count == Self.size else { return nil }
    self.secret = secret
    let hash = secret.withBytes { SHA1.hash($0) }
    auxiliaryHash = Int64(littleEndianBytes: hash[0..<8])
    id = Int64(littleEndianBytes: hash[12..<20])
  }

  package static func == (a: Self, b: Self) -> Bool {
    a.id == b.id && a.secret == b.secret
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(id)
  }
}

extension AuthKey: CustomStringConvertible {
  package var description: String { "auth key \(String(UInt64(bitPattern: id), radix: 16))" }
}

extension Int64 {
  /// From 8 bytes in the order of the wire.
  init(littleEndianBytes bytes: some BidirectionalCollection<UInt8>) {
    self = bytes.reversed().reduce(0) { $0 << 8 | Int64($1) }
  }

  var littleEndianBytes: [UInt8] {
    withUnsafeBytes(of: littleEndian) { Array($0) }
  }
}
