/// 128 bits, as nonces and hashes have; kept in the order of the wire.
@usableFromInline package struct TLInt128: Hashable, Sendable {
  @usableFromInline typealias Words = SIMD2<UInt64>
  @usableFromInline let words: Words

  @inlinable
  init(words: Words) {
    self.words = words
  }

  /// Nil unless there are exactly 16 bytes.
  package init?(_ bytes: some Collection<UInt8>) {
    guard let words = fixedWords(Words.self, from: bytes, count: 16) else { return nil }
    self.words = words
  }

  /// The 16 bytes in the order of the wire.
  package var bytes: [UInt8] { withUnsafeBytes(of: words) { Array($0) } }
}

/// 256 bits, as new_nonce has; kept in the order of the wire.
@usableFromInline package struct TLInt256: Hashable, Sendable {
  @usableFromInline typealias Words = SIMD4<UInt64>
  @usableFromInline let words: Words

  @inlinable
  init(words: Words) {
    self.words = words
  }

  /// Nil unless there are exactly 32 bytes.
  package init?(_ bytes: some Collection<UInt8>) {
    guard let words = fixedWords(Words.self, from: bytes, count: 32) else { return nil }
    self.words = words
  }

  /// The 32 bytes in the order of the wire.
  package var bytes: [UInt8] { withUnsafeBytes(of: words) { Array($0) } }
}

private func fixedWords<Words: BitwiseCopyable>(
  _ type: Words.Type, from bytes: some Collection<UInt8>, count: Int
) -> Words? {
  guard bytes.count == count else { return nil }
  return Array(bytes).withUnsafeBytes { $0.loadUnaligned(as: type) }
}

// Nonces are not secret by themselves, yet new_nonce is: none of them is printed.
extension TLInt128: CustomStringConvertible {
  @inlinable package var description: String { "int128" }
}

extension TLInt256: CustomStringConvertible {
  @inlinable package var description: String { "int256" }
}
