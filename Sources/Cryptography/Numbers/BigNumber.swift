internal import CCrypto

/// A natural number of any size, kept as its big-endian bytes without leading zeros, as the protocol
/// writes numbers. Arithmetic is libcrypto's, modulo a number that the caller gives.
package struct BigNumber: Hashable, Sendable {
  package let bytes: [UInt8]

  /// Leading zeros are dropped.
  package init(_ bytes: some Collection<UInt8>) {
    self.bytes = Array(bytes.drop { $0 == 0 })
  }

  package init(_ value: UInt64) {
    self.init(withUnsafeBytes(of: value.bigEndian) { Array($0) })
  }

  package var isZero: Bool { bytes.isEmpty }

  package var bitWidth: Int {
    bytes.first.map { bytes.count * 8 - $0.leadingZeroBitCount } ?? 0
  }

  /// The bytes with zeros in front up to `size`; nil if the number is too large for it.
  package func padded(to size: Int) -> [UInt8]? {
    guard bytes.count <= size else { return nil }
    return [UInt8](repeating: 0, count: size - bytes.count) + bytes
  }
}

// MARK: Arithmetic

extension BigNumber {
  /// self ^ exponent mod modulus. The modulus must be odd. Constant in time with regard to the exponent.
  package func power(
    _ exponent: BigNumber, modulo modulus: BigNumber
  ) throws(CryptographyError) -> BigNumber {
    guard let last = modulus.bytes.last, last & 1 == 1 else {
      throw CryptographyError(.invalidInput, "The modulus of a power must be odd.")
    }
    var result = [UInt8](repeating: 0, count: modulus.bytes.count)
    let done = cc_bn_power(
      bytes, bytes.count, exponent.bytes, exponent.bytes.count, modulus.bytes, modulus.bytes.count,
      &result)
    guard done == 1 else { throw .library("modular exponentiation") }
    return BigNumber(result)
  }

  package func adding(
    _ other: BigNumber, modulo modulus: BigNumber
  ) throws(CryptographyError) -> BigNumber {
    try combine(CC_ADD, other, modulus)
  }

  /// The result is in 0..<modulus also where `other` is the larger one.
  package func subtracting(
    _ other: BigNumber, modulo modulus: BigNumber
  ) throws(CryptographyError) -> BigNumber {
    try combine(CC_SUBTRACT, other, modulus)
  }

  package func multiplied(
    by other: BigNumber, modulo modulus: BigNumber
  ) throws(CryptographyError) -> BigNumber {
    try combine(CC_MULTIPLY, other, modulus)
  }

  /// self mod divisor; the divisor is not 0.
  package func remainder(dividingBy divisor: UInt64) -> UInt64 {
    cc_bn_remainder(bytes, bytes.count, divisor)
  }

  private func combine(
    _ operation: Int, _ other: BigNumber, _ modulus: BigNumber
  ) throws(CryptographyError) -> BigNumber {
    guard !modulus.isZero else {
      throw CryptographyError(.invalidInput, "The modulus must not be zero.")
    }
    var result = [UInt8](repeating: 0, count: modulus.bytes.count)
    let done = cc_bn_combine(
      Int32(operation), bytes, bytes.count, other.bytes, other.bytes.count, modulus.bytes,
      modulus.bytes.count, &result)
    guard done == 1 else { throw .library("modular arithmetic") }
    return BigNumber(result)
  }
}

// MARK: Comparison and primality

extension BigNumber: Comparable {
  package static func < (a: Self, b: Self) -> Bool {
    guard a.bytes.count == b.bytes.count else { return a.bytes.count < b.bytes.count }
    return a.bytes.lexicographicallyPrecedes(b.bytes)
  }
}

extension BigNumber {
  /// Whether both this number p and (p - 1) / 2 are prime, with an error below 2^-128. About 0.3 s
  /// for a safe prime of 2,048 bits, a few milliseconds for nearly all others.
  package func isSafePrime() throws(CryptographyError) -> Bool {
    switch cc_bn_is_safe_prime(bytes, bytes.count) {
    case 1: return true
    case 0: return false
    default: throw .library("primality test")
    }
  }
}
