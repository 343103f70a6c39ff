internal import CCrypto

/// The hash functions that MTProto, SRP and uploads use.
package enum HashFunction: Sendable {
  /// For the checksum of small uploads alone (core.telegram.org/constructor/inputFile).
  case md5
  case sha1
  case sha256
  case sha512

  /// Bytes of the hash.
  package var size: Int {
    switch self {
    case .md5: 16
    case .sha1: 20
    case .sha256: 32
    case .sha512: 64
    }
  }

  var identifier: Int32 {
    switch self {
    case .md5: Int32(CC_MD5)
    case .sha1: Int32(CC_SHA1)
    case .sha256: Int32(CC_SHA256)
    case .sha512: Int32(CC_SHA512)
    }
  }
}

/// A hash being computed piece by piece.
package struct HashContext: ~Copyable {
  private let context: OpaquePointer?
  private let function: HashFunction

  package init(_ function: HashFunction) {
    self.function = function
    context = cc_digest_new(function.identifier)
    // Nil only when memory has run out, where Swift's own allocations stop the process as well.
    precondition(context != nil, "libcrypto could not begin a hash")
  }

  deinit {
    cc_digest_free(context)
  }

  package mutating func update(_ bytes: some Collection<UInt8>) {
    withBytes(of: bytes) { _ = cc_digest_update(context, $0.baseAddress, $0.count) }
  }

  package consuming func finish() -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: function.size) { buffer, count in
      _ = cc_digest_finish(context, buffer.baseAddress)
      count = function.size
    }
  }
}
