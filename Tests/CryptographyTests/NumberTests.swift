import Testing

@testable import Cryptography

@Suite struct NumberTests {
  @Test("pq = 3358800871349344843 factors into 1786331737 and 1880278339 [mtproto 6]")
  func publishedProduct() throws {
    let factors = try #require(Factorization.split(3_358_800_871_349_344_843))
    #expect(factors == (1_786_331_737, 1_880_278_339))
  }

  @Test("The products of both of Telegram's published samples are split [mtproto 6]")
  func samples() throws {
    let first = try #require(Factorization.split(0x17ED_4894_1A08_F981))
    #expect(first == (0x494C_553B, 0x5391_1073))
    let second = try #require(Factorization.split(2_694_724_800_268_887_959))
    #expect(second == (1_513_098_571, 1_780_931_429))
  }

  @Test("A thousand products of random 31-bit primes are split")
  func manyProducts() throws {
    var random = RandomSource.seeded(42)
    for _ in 0..<1000 {
      let p = prime(&random)
      let q = prime(&random)
      guard p != q else { continue }
      let factors = try #require(Factorization.split(p * q), "\(p) * \(q)")
      #expect(factors == (min(p, q), max(p, q)))
    }
  }

  @Test(
    "Primes, squares, products of three and numbers out of range are refused",
    arguments: [
      0, 1, 2, 7, 4, 9, 2_147_483_647, 2_147_483_647 * 2_147_483_647, 3 * 5 * 7,
      9_223_372_036_854_775_783, UInt64.max, 1 << 63,
    ] as [UInt64])
  func notAProduct(number: UInt64) {
    #expect(Factorization.split(number) == nil)
  }

  @Test(
    "Small products are split",
    arguments: [[6, 2, 3], [15, 3, 5], [35, 5, 7], [10403, 101, 103]])
  func small(numbers: [UInt64]) throws {
    let factors = try #require(Factorization.split(numbers[0]))
    #expect(factors == (numbers[1], numbers[2]))
  }

  @Test("Arithmetic modulo a number agrees with 64-bit arithmetic")
  func arithmetic() throws {
    let a = BigNumber(1_234_567_890)
    let b = BigNumber(9_876_543_211)
    let m = BigNumber(1_000_000_007)
    #expect(
      try a.adding(b, modulo: m) == BigNumber((1_234_567_890 + 9_876_543_211) % 1_000_000_007))
    #expect(try b.subtracting(a, modulo: m) == BigNumber(8_641_975_321 % 1_000_000_007))
    #expect(try BigNumber(1).subtracting(BigNumber(2), modulo: m) == BigNumber(1_000_000_006))
    let product: UInt64 = (1_234_567_890 % 1_000_000_007) * (9_876_543_211 % 1_000_000_007)
    #expect(try a.multiplied(by: b, modulo: m) == BigNumber(product % 1_000_000_007))
    #expect(try BigNumber(3).power(BigNumber(200), modulo: m) == BigNumber(136_318_165))
    #expect(b.remainder(dividingBy: 24) == 9_876_543_211 % 24)
  }

  @Test("A zero or even modulus is refused where it has no meaning")
  func badModulus() {
    #expect(throws: CryptographyError.self) {
      try BigNumber(3).power(BigNumber(2), modulo: BigNumber(10))
    }
    #expect(throws: CryptographyError.self) {
      try BigNumber(3).adding(BigNumber(2), modulo: BigNumber(0))
    }
  }

  @Test("Numbers compare by value, whatever zeros stood in front")
  func comparison() {
    #expect(BigNumber([0, 0, 5]) == BigNumber(5))
    #expect(BigNumber([1, 0]) > BigNumber(255))
    #expect(BigNumber([2, 1]) < BigNumber([2, 2]))
    #expect(BigNumber(256).bitWidth == 9)
    #expect(BigNumber(0).isZero)
    #expect(BigNumber(5).padded(to: 3) == [0, 0, 5])
    #expect(BigNumber([1, 2, 3]).padded(to: 2) == nil)
  }

  @Test("Safe primes are told from primes and composites")
  func safePrimes() throws {
    #expect(try BigNumber(23).isSafePrime())
    #expect(
      try BigNumber(2_147_483_579 * 2 + 1).isSafePrime() == Factorization.isPrime(4_294_967_159))
    #expect(try !BigNumber(13).isSafePrime())
    #expect(try !BigNumber(15).isSafePrime())
    #expect(try !BigNumber(0).isSafePrime())
  }

  private func prime(_ random: inout RandomSource) -> UInt64 {
    var candidate = UInt64.random(in: 1 << 30..<1 << 31, using: &random) | 1
    while !Factorization.isPrime(candidate) { candidate += 2 }
    return candidate
  }
}
