package import Cryptography
internal import Foundation
package import Model

/// What opens an MTProxy: 16 bytes, and how to talk to it.
package struct MTProxySecret: Sendable {
  package enum Form: Sendable, Hashable {
    /// Any transport that can be obfuscated.
    case plain
    /// Written with `dd` in front: padded intermediate alone.
    case padded
    /// Written with `ee` in front and a domain behind: everything looks like TLS with that domain.
    case tls(domain: String)
  }

  package static let keySize = 16

  /// 16 bytes.
  package let key: SecretBytes
  package let form: Form

  /// The longest domain that is taken: what other clients bear.
  private static let longestDomain = 182

  /// Reads a secret as it stands in links: hexadecimal, base64url or base64.
  ///
  /// - Throws: ``TelegramError`` with code `invalidInput`; its text never repeats the secret.
  package init(parsing text: Secret<String>) throws(TelegramError) {
    let text = text.reveal().trimmingCharacters(in: .whitespacesAndNewlines)
    guard text.utf8.count <= 512, let bytes = Self.hexadecimal(text) ?? Base64URL.decode(text)
    else {
      throw Self.unusable("it is neither hexadecimal nor base64url")
    }
    try self.init(bytes: bytes)
  }

  /// - Throws: ``TelegramError`` with code `invalidInput` if the key has another size.
  package init(_ form: Form, key: SecretBytes) throws(TelegramError) {
    guard key.count == Self.keySize else { throw Self.unusable("it has \(key.count) bytes") }
    self.key = key
    self.form = form
  }

  private init(bytes: [UInt8]) throws(TelegramError) {
    switch (bytes.count, bytes.first) {
    case (16, _):
      key = SecretBytes(bytes)
      form = .plain
    case (17, 0xdd):
      key = SecretBytes(bytes[1...])
      form = .padded
    case (18..., 0xee):
      let domain = bytes[17...]
      guard domain.count <= Self.longestDomain, domain.allSatisfy({ (0x21...0x7e).contains($0) })
      else { throw Self.unusable("what follows its ee is no domain") }
      key = SecretBytes(bytes[1..<17])
      form = .tls(domain: String(decoding: domain, as: UTF8.self))
    default:
      throw Self.unusable("it has \(bytes.count) bytes")
    }
  }

  /// As links have it, in hexadecimal.
  package var text: Secret<String> {
    let bytes =
      switch form {
      case .plain: key.exposed()
      case .padded: [0xdd] + key.exposed()
      case .tls(let domain): [0xee] + key.exposed() + domain.utf8
      }
    let digits = bytes.map { byte in
      let text = String(byte, radix: 16)
      return byte < 16 ? "0" + text : text
    }
    return Secret(digits.joined())
  }

  private static func hexadecimal(_ text: String) -> [UInt8]? {
    let digits = text.utf8.compactMap { Character(UnicodeScalar($0)).hexDigitValue }
    guard digits.count == text.utf8.count, digits.count.isMultiple(of: 2) else { return nil }
    return stride(from: 0, to: digits.count, by: 2).map {
      UInt8(digits[$0] << 4 | digits[$0 + 1])
    }
  }

  private static func unusable(_ why: String) -> TelegramError {
    TelegramError(
      .invalidInput,
      "The secret of the MTProxy cannot be used: \(why). It must be 16 bytes (32 hexadecimal digits), "
        + "or those with dd in front, or with ee in front and a domain behind. Copy the link again."
    )
  }
}
