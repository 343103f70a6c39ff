internal import Cryptography
internal import Foundation
package import Model

/// Telethon's session string, the value of TELEGRAM_SESSION_STRING.
///
/// Version 1: the character `1`, then in base64url the data center (1 byte), its address (4 or 16),
/// its port (2, big-endian) and the auth key (256). It carries no salt; the server tells it at the
/// first call.
package enum SessionString {
  private static let keyLength = 256

  /// - Throws: ``TelegramError`` with code `invalidInput`; its text never repeats the string.
  package static func parse(
    _ text: Secret<String>
  ) throws(TelegramError) -> SavedSession {
    let trimmed = text.reveal().trimmingCharacters(in: .whitespacesAndNewlines)
    guard trimmed.first == "1" else {
      throw unusable("it does not begin with 1, the version that Telethon writes")
    }
    guard trimmed.utf8.count <= 400, let bytes = Base64URL.decode(trimmed.dropFirst()) else {
      throw unusable("it is not base64url; a character may be missing")
    }
    let addressLength = bytes.count - 3 - keyLength
    guard addressLength == 4 || addressLength == 16 else {
      throw unusable("it holds \(bytes.count) bytes instead of 263 or 275; a part is missing")
    }
    let dc = Int(bytes[0])
    let port = Int(bytes[1 + addressLength]) << 8 | Int(bytes[2 + addressLength])
    guard dc > 0, port > 0,
      let host = IPAddress.text(of: Array(bytes[1..<(1 + addressLength)]))
    else {
      throw unusable("its data center or address is impossible")
    }
    return SavedSession(
      address: ServerAddress(dc: dc, host: host, port: port),
      authKey: SecretBytes(bytes.suffix(keyLength)))
  }

  /// - Throws: ``TelegramError`` with code `invalidInput` if the server is known by a name only or
  ///   the key is not one of 256 bytes.
  package static func format(_ session: SavedSession) throws(TelegramError) -> Secret<String> {
    let address = session.address
    guard session.authKey.count == keyLength, let dc = UInt8(exactly: address.dc),
      let port = UInt16(exactly: address.port), let host = IPAddress.bytes(of: address.host)
    else {
      throw TelegramError(
        .invalidInput,
        "A session string can only be written for a server with an IP address; this one is "
          + "\(address).")
    }
    var bytes = [dc] + host + [UInt8(port >> 8), UInt8(port & 0xff)]
    bytes += session.authKey.exposed()
    return Secret("1" + Base64URL.encode(bytes, isPadded: true))
  }

  private static func unusable(_ why: String) -> TelegramError {
    TelegramError(
      .invalidInput,
      "The session string (TELEGRAM_SESSION_STRING) cannot be used: \(why). Copy it again, or log "
        + "in with a code.")
  }
}
