package import Cryptography

/// The group of the Diffie-Hellman exchange, checked as core.telegram.org/mtproto/auth_key and
/// core.telegram.org/mtproto/security_guidelines ask.
package struct DHParameters: Hashable, Sendable {
  package let prime: BigNumber
  package let generator: Int32

  /// Throws unless the prime is a safe prime of 2,048 bits and the generator spans the subgroup of
  /// prime order. The prime that Telegram's servers use is known; any other takes some 0.3 s.
  package init(prime: [UInt8], generator: Int32) throws(HandshakeError) {
    let number = BigNumber(prime)
    guard number.bitWidth == 2048 else {
      throw Self.unsafe("its prime has \(number.bitWidth) bits instead of 2,048")
    }
    guard Self.fits(generator, number) else {
      throw Self.unsafe("the generator \(generator) does not fit its prime")
    }
    if number != Self.knownPrime {
      let isSafe = try cryptography { () throws(CryptographyError) in try number.isSafePrime() }
      guard isSafe else { throw Self.unsafe("its prime is not a safe prime") }
    }
    self.prime = number
    self.generator = generator
  }

  private init(known generator: Int32) {
    prime = Self.knownPrime
    self.generator = generator
  }

  /// What Telegram's servers use.
  package static let telegram = DHParameters(known: 3)

  /// Throws unless the value is within 2^1984 ... prime - 2^1984.
  package func check(_ value: BigNumber, named name: String) throws(HandshakeError) {
    guard isWithinRange(value) else {
      throw Self.unsafe("\(name) is too close to an end of its range")
    }
  }

  package func isWithinRange(_ value: BigNumber) -> Bool {
    guard value.bitWidth > 1984, value < prime else { return false }
    // Both are of 2,048 bits, so the difference needs no sign.
    guard let gap = try? prime.subtracting(value, modulo: prime) else { return false }
    return gap.bitWidth > 1984
  }

  /// generator ^ exponent mod prime.
  package func power(_ exponent: BigNumber) throws(CryptographyError) -> BigNumber {
    try BigNumber(UInt64(generator)).power(exponent, modulo: prime)
  }

  /// g is a quadratic residue modulo p, told from p modulo a small number.
  private static func fits(_ generator: Int32, _ prime: BigNumber) -> Bool {
    switch generator {
    case 2: prime.remainder(dividingBy: 8) == 7
    case 3: prime.remainder(dividingBy: 3) == 2
    case 4: true
    case 5: [1, 4].contains(prime.remainder(dividingBy: 5))
    case 6: [19, 23].contains(prime.remainder(dividingBy: 24))
    case 7: [3, 5, 6].contains(prime.remainder(dividingBy: 7))
    default: false
    }
  }

  private static func unsafe(_ reason: String) -> HandshakeError {
    HandshakeError(.unsafeParameters, "The server's key exchange is not safe: \(reason).")
  }

  /// Published in core.telegram.org/mtproto/samples-auth_key.
  package static let knownPrime = BigNumber(
    knownPrimeWords.flatMap { word in withUnsafeBytes(of: word.bigEndian) { Array($0) } })

  private static let knownPrimeWords: [UInt64] = [
    0xc71c_aeb9_c6b1_c904, 0x8e6c_522f_70f1_3f73, 0x980d_4023_8e3e_21c1, 0x4934_d037_563d_930f,
    0x4819_8a0a_a7c1_4058, 0x2294_93d2_2530_f4db, 0xfa33_6f6e_0ac9_2513, 0x9543_aed4_4cce_7c37,
    0x20fd_51f6_9458_705a, 0xc68c_d4fe_6b6b_13ab, 0xdc97_4651_2969_3284, 0x54f1_8faf_8c59_5f64,
    0x2477_fe96_bb2a_941d, 0x5bcd_1d4a_c8cc_4988, 0x0708_fa9b_378e_3c4f, 0x3a90_60be_e67c_f9a4,
    0xa4a6_9581_1051_907e, 0x1627_53b5_6b0f_6b41, 0x0dba_74d8_a84b_2a14, 0xb314_4e0e_f128_4754,
    0xfd17_ed95_0d59_65b4, 0xb9dd_4658_2db1_178d, 0x169c_6bc4_65b0_d6ff, 0x9ca3_928f_ef5b_9ae4,
    0xe418_fc15_e83e_bea0, 0xf87f_a9ff_5eed_7005, 0x0ded_2849_f47b_f959, 0xd956_850c_e929_851f,
    0x0d81_15f6_35b1_05ee, 0x2e4e_15d0_4b24_54bf, 0x6f4f_adf0_34b1_0403, 0x119c_d8e3_b92f_cc5b,
  ]
}
