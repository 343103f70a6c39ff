internal import Cryptography

/// The beginning of a TLS 1.3 connection as a browser makes it (RFC 8446, 4.1.2), which means nothing
/// but its random field: with that one zeroed, the whole record is authenticated by the secret.
enum FakeTLSHello {
  /// What proxies expect, neither more nor less.
  static let size = 517
  /// Where both hellos have their random field.
  static let random = 11..<43
  /// Where both have the session id, which the server repeats.
  static let sessionID = 44..<76

  /// - Parameter unixTime: seconds; proxies refuse hellos that are too old.
  static func client(
    domain: String, secret: SecretBytes, unixTime: UInt32, random source: RandomSource
  ) throws(CryptographyError) -> [UInt8] {
    var body: [UInt8] = [3, 3]
    body += [UInt8](repeating: 0, count: 32)
    body += [32] + source.bytes(32)
    let grease = grease(source)
    body += block([grease[0]] + suites)
    body += [1, 0]
    var extensions = try extensions(domain: domain, grease: grease, random: source)
    // Headers: 5 of the record, 4 of the handshake message, 2 and 4 of the extensions and the padding.
    let padding = max(0, size - 9 - body.count - 2 - extensions.count - 4)
    extensions += field(0x0015, [UInt8](repeating: 0, count: padding))
    body += UInt16(extensions.count).networkBytes + extensions
    let message = [1, 0] + UInt16(body.count).networkBytes + body
    // The record's version is that of TLS 1.0, as ever.
    var hello =
      [FakeTLSRecords.Kind.handshake, 3, 1] + UInt16(message.count).networkBytes + message
    var digest = try HMAC.authenticate(hello, key: secret.exposed(), with: .sha256)
    for (index, byte) in withUnsafeBytes(of: unixTime.littleEndian, Array.init).enumerated() {
      digest[28 + index] ^= byte
    }
    hello.replaceSubrange(random, with: digest)
    return hello
  }

  /// When the client says that it made its hello, in Unix seconds; nil if it does not know the secret.
  static func time(ofClient hello: [UInt8], secret: SecretBytes) -> UInt32? {
    guard hello.count >= sessionID.upperBound, let digest = digest(of: hello, secret: secret)
    else { return nil }
    let claimed = hello[random]
    guard isEqualInConstantTime(digest.prefix(28), claimed.prefix(28)) else { return nil }
    return zip(digest.suffix(4), claimed.suffix(4)).reversed().reduce(0) { number, pair in
      number << 8 | UInt32(pair.0 ^ pair.1)
    }
  }

  /// What a server answers: its hello, and one record of what would be encrypted.
  static func server(
    to client: [UInt8], secret: SecretBytes, random source: RandomSource
  ) throws(CryptographyError) -> [UInt8] {
    var body: [UInt8] = [3, 3]
    body += [UInt8](repeating: 0, count: 32)
    body += [32] + client[sessionID]
    // TLS_AES_128_GCM_SHA256, no compression.
    body += [0x13, 0x01, 0]
    let key = try X25519.publicKey(of: source.bytes(32))
    let extensions =
      field(0x0033, [0x00, 0x1d] + block(bytes: key)) + field(0x002b, [0x03, 0x04])
    body += UInt16(extensions.count).networkBytes + extensions
    let message = [2, 0] + UInt16(body.count).networkBytes + body
    var source = source
    let rest = source.bytes(Int.random(in: 1500...2500, using: &source))
    var answer =
      FakeTLSRecords.record(FakeTLSRecords.Kind.handshake, message)
      + FakeTLSRecords.changeCipherSpec
      + FakeTLSRecords.record(FakeTLSRecords.Kind.applicationData, rest)
    answer.replaceSubrange(
      random,
      with: try HMAC.authenticate(
        client[random] + answer, key: secret.exposed(), with: .sha256))
    return answer
  }

  /// Whether a server that knows the secret has given this answer to this hello.
  static func isAuthentic(_ answer: [UInt8], to client: [UInt8], secret: SecretBytes) -> Bool {
    guard answer.count >= sessionID.upperBound, answer[sessionID] == client[sessionID],
      let digest = digest(of: answer, after: client[random], secret: secret)
    else { return false }
    return isEqualInConstantTime(digest, answer[random])
  }

  /// The domain that a client's hello names (RFC 6066, 3); nil if it is damaged or names none.
  static func domain(of hello: [UInt8]) -> String? {
    var rest = hello.dropFirst(sessionID.upperBound)
    guard let suites = take(&rest, lengthBytes: 2), !suites.isEmpty,
      take(&rest, lengthBytes: 1) != nil, var extensions = take(&rest, lengthBytes: 2)
    else { return nil }
    while extensions.count >= 4 {
      let kind = extensions.prefix(2)
      extensions = extensions.dropFirst(2)
      guard let body = take(&extensions, lengthBytes: 2) else { return nil }
      guard kind.elementsEqual([0, 0]) else { continue }
      var name = body.dropFirst(3)
      return take(&name, lengthBytes: 2).map { String(decoding: $0, as: UTF8.self) }
    }
    return nil
  }

  private static func digest(
    of hello: [UInt8], after prefix: ArraySlice<UInt8> = [], secret: SecretBytes
  ) -> [UInt8]? {
    var zeroed = hello
    zeroed.replaceSubrange(random, with: [UInt8](repeating: 0, count: random.count))
    return try? HMAC.authenticate(prefix + zeroed, key: secret.exposed(), with: .sha256)
  }

  private static func take(
    _ bytes: inout ArraySlice<UInt8>, lengthBytes: Int
  ) -> ArraySlice<UInt8>? {
    guard bytes.count >= lengthBytes else { return nil }
    let length = bytes.prefix(lengthBytes).reduce(0) { $0 << 8 | Int($1) }
    guard bytes.count >= lengthBytes + length else { return nil }
    defer { bytes = bytes.dropFirst(lengthBytes + length) }
    return bytes.dropFirst(lengthBytes).prefix(length)
  }
}

// MARK: What a browser says

extension FakeTLSHello {
  /// The cipher suites, best first.
  private static let suites: [UInt16] = [
    0x1301, 0x1302, 0x1303, 0xc02b, 0xc02f, 0xc02c, 0xc030, 0xcca9, 0xcca8, 0xc013, 0xc014, 0x009c,
    0x009d, 0x002f, 0x0035,
  ]

  /// Values that nobody must understand (RFC 8701): for the suites, the first extension, the groups,
  /// the versions and the last extension, which is another one than the first.
  private static func grease(_ source: RandomSource) -> [UInt16] {
    var nibbles = source.bytes(5).map { UInt16($0 >> 4) }
    if nibbles[4] == nibbles[1] { nibbles[4] ^= 1 }
    return nibbles.map { 0x0a0a | $0 << 12 | $0 << 4 }
  }

  /// Numbers of extensions: IANA, "TLS ExtensionType Values".
  private static func extensions(
    domain: String, grease: [UInt16], random source: RandomSource
  ) throws(CryptographyError) -> [UInt8] {
    let key = try X25519.publicKey(of: source.bytes(32))
    let share = grease[2].networkBytes + [0, 1, 0] + [0x00, 0x1d] + block(bytes: key)
    var extensions = field(grease[1], [])
    // server_name
    extensions += field(0x0000, block(bytes: [0] + block(bytes: Array(domain.utf8))))
    // extended_master_secret, renegotiation_info
    extensions += field(0x0017, []) + field(0xff01, [0])
    // supported_groups: X25519, P-256, P-384
    extensions += field(0x000a, block([grease[2], 0x001d, 0x0017, 0x0018]))
    // ec_point_formats, session_ticket
    extensions += field(0x000b, [1, 0]) + field(0x0023, [])
    // application_layer_protocol_negotiation
    extensions += field(
      0x0010, block(bytes: [2] + Array("h2".utf8) + [8] + Array("http/1.1".utf8)))
    // status_request
    extensions += field(0x0005, [1, 0, 0, 0, 0])
    // signature_algorithms
    extensions += field(
      0x000d, block([0x0403, 0x0804, 0x0401, 0x0503, 0x0805, 0x0501, 0x0806, 0x0601]))
    // signed_certificate_timestamp, key_share, psk_key_exchange_modes
    extensions += field(0x0012, []) + field(0x0033, block(bytes: share)) + field(0x002d, [1, 1])
    // supported_versions: 1.3, 1.2
    let versions = ([grease[3], 0x0304, 0x0303] as [UInt16]).flatMap(\.networkBytes)
    extensions += field(0x002b, [UInt8(versions.count)] + versions)
    // compress_certificate
    extensions += field(0x001b, [2, 0, 2])
    return extensions + field(grease[4], [0])
  }

  private static func field(_ kind: UInt16, _ body: [UInt8]) -> [UInt8] {
    kind.networkBytes + block(bytes: body)
  }

  private static func block(_ values: [UInt16]) -> [UInt8] {
    block(bytes: values.flatMap(\.networkBytes))
  }

  private static func block(bytes: [UInt8]) -> [UInt8] {
    UInt16(clamping: bytes.count).networkBytes + bytes
  }
}
