internal import CCrypto

/// SHA-1, where the protocol still names it: 20 bytes.
package enum SHA1 {
  /// The hash of all parts, one after the other.
  package static func hash(_ parts: any Collection<UInt8>...) -> [UInt8] {
    var context = HashContext(.sha1)
    for part in parts { context.update(part) }
    return context.finish()
  }
}

/// SHA-256: 32 bytes.
package enum SHA256 {
  /// The hash of all parts, one after the other.
  package static func hash(_ parts: any Collection<UInt8>...) -> [UInt8] {
    var context = HashContext(.sha256)
    for part in parts { context.update(part) }
    return context.finish()
  }
}

/// SHA-512: 64 bytes.
package enum SHA512 {
  /// The hash of all parts, one after the other.
  package static func hash(_ parts: any Collection<UInt8>...) -> [UInt8] {
    var context = HashContext(.sha512)
    for part in parts { context.update(part) }
    return context.finish()
  }
}

package enum HMAC {
  /// RFC 2104.
  package static func authenticate(
    _ message: some Collection<UInt8>, key: some Collection<UInt8>, with function: HashFunction
  ) throws(CryptographyError) -> [UInt8] {
    var code = [UInt8](repeating: 0, count: function.size)
    let done = withBytes(of: key) { key in
      withBytes(of: message) { message in
        cc_hmac(
          function.identifier, key.baseAddress, key.count, message.baseAddress, message.count, &code
        )
      }
    }
    guard done == 1 else { throw .library("HMAC") }
    return code
  }
}

package enum PBKDF2 {
  /// PBKDF2-HMAC-SHA512 (RFC 8018), `length` bytes. 100,000 rounds take some 0.1 s.
  package static func deriveSHA512(
    password: some Collection<UInt8>, salt: some Collection<UInt8>, rounds: Int, length: Int
  ) throws(CryptographyError) -> [UInt8] {
    guard rounds > 0, rounds <= Int(Int32.max), length > 0 else {
      throw CryptographyError(.invalidInput, "PBKDF2 needs at least one round and one byte.")
    }
    var derived = [UInt8](repeating: 0, count: length)
    let done = withBytes(of: password) { password in
      withBytes(of: salt) { salt in
        cc_pbkdf2_sha512(
          password.baseAddress, password.count, salt.baseAddress, salt.count, Int32(rounds),
          &derived, length)
      }
    }
    guard done == 1 else { throw .library("PBKDF2") }
    return derived
  }
}
