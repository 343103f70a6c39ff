package import Cryptography

/// How a client hides that it speaks MTProto: a header of 64 random bytes, out of which the keys of two
/// AES-256-CTR streams are made, and behind it nothing that looks like anything
/// (core.telegram.org/mtproto/mtproto-transports#transport-obfuscation).
///
/// Header: 8 bytes unused, 32 key, 16 first counter block, 4 the transport's tag, 2 the data center, 2
/// unused; the last 8 are sent encrypted. The other direction's key and block are those bytes 8 to 55
/// backwards.
package struct Obfuscation: Sendable {
  static let headerSize = 64

  package let kind: TransportKind
  /// Where the client wants to go: proxies need it. Negative for media, 10,000 more for test servers.
  package let dc: Int16
  /// An MTProxy's, which then goes into both keys; 16 bytes.
  package let secret: SecretBytes?

  /// Nil for the full transport, which cannot be obfuscated.
  package init?(_ kind: TransportKind, dc: Int16, secret: SecretBytes? = nil) {
    guard kind.obfuscatedTag != nil else { return nil }
    self.kind = kind
    self.dc = dc
    self.secret = secret
  }

  /// The published list: HTTP's methods and the beginning of TLS.
  private static let otherProtocols: [[UInt8]] =
    ["HEAD", "POST", "GET ", "OPTI"].map { Array($0.utf8) } + [[0x16, 0x03, 0x01, 0x02]]

  /// Whether these are the first bytes of something else than MTProto.
  static func isOtherProtocol(_ bytes: ArraySlice<UInt8>) -> Bool {
    otherProtocols.contains { bytes.starts(with: $0) }
  }

  /// Whether a server, or somebody on the way, would take these first bytes for something else.
  static func isForbidden(_ header: [UInt8]) -> Bool {
    header.starts(with: TransportKind.abridged.tag)
      || header.starts(with: TransportKind.intermediate.tag)
      || header.starts(with: TransportKind.paddedIntermediate.tag)
      // What other clients avoid as well; nobody tells what it was.
      || header.starts(with: "PVrG".utf8)
      || isOtherProtocol(header[...])
      || header.dropFirst(4).starts(with: [0, 0, 0, 0])
  }
}

/// The two key streams of an obfuscated connection, as one side uses them.
struct ObfuscationCiphers: Sendable {
  private static let nonce = 8..<56
  private static let tag = 56..<60
  private static let dc = 60..<62

  var sending: AESCTR
  var receiving: AESCTR

  /// - Returns: what to send first, and the streams behind it.
  static func client(
    _ obfuscation: Obfuscation, random: RandomSource
  ) throws(CryptographyError) -> (header: [UInt8], ciphers: ObfuscationCiphers) {
    var header: [UInt8]
    repeat { header = random.bytes(Obfuscation.headerSize) } while Obfuscation.isForbidden(header)
    header.replaceSubrange(tag, with: obfuscation.kind.obfuscatedTag ?? [])
    header.replaceSubrange(
      dc, with: withUnsafeBytes(of: obfuscation.dc.littleEndian) { [UInt8]($0) })
    let nonce = Array(header[nonce])
    var ciphers = ObfuscationCiphers(
      sending: try stream(nonce, obfuscation.secret),
      receiving: try stream(nonce.reversed(), obfuscation.secret))
    var encrypted = header
    try ciphers.sending.apply(to: &encrypted)
    return (Array(header[..<tag.lowerBound] + encrypted[tag.lowerBound...]), ciphers)
  }

  /// Nil if the header was not made by a client that knows the secret.
  static func server(
    _ header: [UInt8], secret: SecretBytes?
  ) -> (kind: TransportKind, dc: Int16, ciphers: ObfuscationCiphers)? {
    let nonce = Array(header[nonce])
    var plain = header
    do throws(CryptographyError) {
      var ciphers = ObfuscationCiphers(
        sending: try stream(nonce.reversed(), secret), receiving: try stream(nonce, secret))
      try ciphers.receiving.apply(to: &plain)
      let kind = TransportKind.allCases.first { $0.obfuscatedTag == Array(plain[tag]) }
      guard let kind else { return nil }
      let number = Int16(truncatingIfNeeded: plain[dc].littleEndian)
      return (kind, number, ciphers)
    } catch {
      return nil
    }
  }

  /// - Parameter nonce: 32 bytes of key, 16 of the first counter block.
  private static func stream(
    _ nonce: [UInt8], _ secret: SecretBytes?
  ) throws(CryptographyError) -> AESCTR {
    let key = nonce[..<32]
    let mixed = secret.map { $0.withBytes { SHA256.hash(key, $0) } } ?? Array(key)
    return try AESCTR(key: SecretBytes(mixed), iv: Array(nonce[32...]))
  }
}
