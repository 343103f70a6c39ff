internal import Cryptography
internal import TL

/// What both sides derive from new_nonce and server_nonce (core.telegram.org/mtproto/auth_key).
struct NonceSecrets: Sendable {
  let newNonce: TLInt256
  let serverNonce: TLInt128

  /// tmp_aes_key and tmp_aes_iv.
  var temporaryKey: (key: [UInt8], iv: [UInt8]) {
    let new = newNonce.bytes
    let server = serverNonce.bytes
    let newServer = SHA1.hash(new, server)
    let serverNew = SHA1.hash(server, new)
    let newNew = SHA1.hash(new, new)
    return (
      key: newServer + serverNew[..<12],
      iv: Array(serverNew[12..<20] + newNew + new[..<4])
    )
  }

  /// The first server salt of the new key.
  var firstSalt: Int64 {
    let new = newNonce.bytes
    let server = serverNonce.bytes
    return Int64(littleEndianBytes: zip(new[..<8], server[..<8]).map { $0 ^ $1 })
  }

  /// new_nonce_hash1, 2 or 3: which answer it is, bound to the key.
  func hash(_ number: UInt8, for key: AuthKey) -> TLInt128? {
    TLInt128(SHA1.hash(newNonce.bytes, [number], key.auxiliaryHash.littleEndianBytes)[4...])
  }

  /// The hash in server_DH_params_fail.
  var failureHash: TLInt128? {
    TLInt128(SHA1.hash(newNonce.bytes)[4...])
  }

  /// SHA-1 and the value, padded with random bytes to whole blocks and encrypted.
  func seal(_ value: [UInt8], random: RandomSource) throws(HandshakeError) -> [UInt8] {
    var sealed = SHA1.hash(value) + value
    sealed += random.bytes((16 - sealed.count % 16) % 16)
    let (key, iv) = temporaryKey
    try cryptography { () throws(CryptographyError) in
      try AESIGE.encrypt(&sealed, key: key, iv: iv)
    }
    return sealed
  }

  /// The value that `seal` was given; throws unless it matches its hash and leaves at most 15 bytes.
  func open<Value: TLConstructor>(
    _ sealed: [UInt8], as type: Value.Type
  ) throws(HandshakeError) -> Value {
    let damaged = HandshakeError(
      .damagedAnswer, "Encrypted data of the key exchange is damaged; the exchange was given up.")
    guard sealed.count >= 32, sealed.count % 16 == 0 else { throw damaged }
    var plain = sealed
    let (key, iv) = temporaryKey
    try cryptography { () throws(CryptographyError) in
      try AESIGE.decrypt(&plain, key: key, iv: iv)
    }
    var reader = TLReader(plain[20...])
    guard let value = try? Value(from: &reader), reader.remaining < 16,
      isEqualInConstantTime(SHA1.hash(plain[20..<(20 + reader.position)]), plain[..<20])
    else { throw damaged }
    return value
  }
}
