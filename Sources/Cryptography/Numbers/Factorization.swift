internal import CCrypto

/// The proof of work in Telegram's key exchange: splitting a product of two 31-bit primes.
package enum Factorization {
  /// p < q with p * q = product, both prime; nil if the number is no such product or is 2^63 or more.
  /// Some milliseconds at most, in debug builds as well.
  package static func split(_ product: UInt64) -> (p: UInt64, q: UInt64)? {
    let p = cc_factor(product)
    guard p > 0, p < product / p else { return nil }
    return (p, product / p)
  }

  package static func isPrime(_ number: UInt64) -> Bool {
    cc_is_prime64(number) == 1
  }
}
