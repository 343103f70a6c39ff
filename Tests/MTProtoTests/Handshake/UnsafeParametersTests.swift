import Cryptography
import Testing

@testable import MTProto

@Suite struct UnsafeParametersTests {
  private static let prime = DHParameters.telegram.prime.bytes

  /// 2^bits.
  private static func power(_ bits: Int) -> [UInt8] {
    [UInt8(1 << (bits % 8))] + [UInt8](repeating: 0, count: bits / 8)
  }

  private func refusal(_ change: (inout ServerHandshake.Options) -> Void) throws -> HandshakeError
    .Code?
  {
    var options = ServerHandshake.Options()
    change(&options)
    var exchange = try Exchange(options: options)
    let error = #expect(throws: HandshakeError.self) { try exchange.run() }
    #expect(exchange.clientResult == nil)
    return error?.code
  }

  @Test("A dh_prime that is composite, or prime but not safe, is refused [mtproto 4]")
  func badPrimes() throws {
    var composite = Self.prime
    composite[255] ^= 2
    #expect(try refusal { $0.prime = composite } == .unsafeParameters)
    // A prime p of 2,048 bits with p mod 3 = 2 whose (p - 1) / 2 is composite.
    #expect(try refusal { $0.prime = Self.unsafePrime } == .unsafeParameters)
  }

  @Test("A dh_prime of another length is refused [mtproto 4]")
  func shortPrime() throws {
    #expect(try refusal { $0.prime = [0x17] } == .unsafeParameters)
    #expect(try refusal { $0.prime = [1] + Self.prime } == .unsafeParameters)
  }

  @Test(
    "A generator that does not fit the prime is refused [mtproto 4]",
    arguments: [-3, 0, 1, 2, 5, 6, 8])
  func badGenerators(generator: Int32) throws {
    #expect(try refusal { $0.generator = generator } == .unsafeParameters)
  }

  @Test("Generators that fit are taken [mtproto 4]", arguments: [3, 4, 7])
  func goodGenerators(generator: Int32) throws {
    #expect(try DHParameters(prime: Self.prime, generator: generator).generator == generator)
  }

  @Test("A safe prime that is not the known one is taken after a test [mtproto 4]")
  func otherSafePrime() throws {
    // RFC 3526's group 14: p mod 8 = 7, so that 2 fits.
    #expect(try DHParameters(prime: Self.group14, generator: 2).prime.bitWidth == 2048)
  }

  @Test(
    "g_a within 2^1984 of either end is refused [mtproto 4]",
    arguments: [[], [1], power(1983), [UInt8](repeating: 0xff, count: 248), prime])
  func badServerValue(value: [UInt8]) throws {
    #expect(try refusal { $0.serverValue = value } == .unsafeParameters)
  }

  @Test("The bounds of g_a and g_b are where the guidelines put them [mtproto 4]")
  func bounds() throws {
    let group = DHParameters.telegram
    let margin = BigNumber(Self.power(1984))
    let upper = try group.prime.subtracting(margin, modulo: BigNumber(Self.power(2050)))
    let one = BigNumber(1)
    #expect(group.isWithinRange(margin))
    #expect(try !group.isWithinRange(margin.subtracting(one, modulo: group.prime)))
    #expect(group.isWithinRange(upper))
    #expect(try !group.isWithinRange(upper.adding(one, modulo: BigNumber(Self.power(2050)))))
  }

  @Test("A g_b of our own that comes out too small is never sent [mtproto 4]")
  func badClientValue() throws {
    let one = [UInt8](repeating: 0, count: 255) + [1]
    var exchange = try Exchange(clientRandom: .scripted([one]))
    let error = #expect(throws: HandshakeError.self) { try exchange.run() }
    #expect(error?.code == .unsafeParameters)
    #expect(exchange.answers == 2)
  }

  private static let group14 = hex(
    """
    FFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74020BBEA63B139B22514A08798E3404DD
    EF9519B3CD3A431B302B0A6DF25F14374FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6F406B7ED
    EE386BFB5A899FA5AE9F24117C4B1FE649286651ECE45B3DC2007CB8A163BF0598DA48361C55D39A69163FA8FD24CF5F
    83655D23DCA3AD961C62F356208552BB9ED529077096966D670C354E4ABC9804F1746C08CA18217C32905E462E36CE3B
    E39E772C180E86039B2783A2EC07A28FB5C55DF06F4C52C9DE2BCBF6955817183995497CEA956AE515D2261898FA0510
    15728E5A8AACAA68FFFFFFFFFFFFFFFF
    """)

  private static let unsafePrime = hex(
    """
    b36fb1c484833c8f9a479554da46f0cc01038ec2f7b19ee13748f305c495289883902b2c3f746e721a23b6b9
    98fbe336a3d266dd71ca3c4ecc2885ed0f088b429a7b765ea6d87467eacd7631fe943e244057c923d5e76046
    5ae1fcf8f5fccb59129f760a6f42d6ec3d81ff90a7a569f11e8ba551d4cbe99c2adf9dc4117ab41e05009297
    082c18b38b3ee09c0b2c063ce394e97d940e25f57477b7c0091efbdeda53cd109c630e7ba42f2638a588281b
    9ef2aa3f31d63129dc13b0fb09fcd35e591b1ef70f3dceb1f1bce7e76efdbb6d01c74adb2d29142ee55a57e8
    05ed4c8ef9b4394c80134be0fa93ba74f3da39af2cc813760612fcb6371099688b5875a1
    """)
}
