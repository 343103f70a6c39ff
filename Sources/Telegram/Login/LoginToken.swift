package import Model

/// What another device of the owner scans to log this client in (core.telegram.org/api/qr-login).
package struct LoginToken: Sendable {
  /// Good for one login, for about half a minute.
  let bytes: [UInt8]
  package let expires: Timestamp

  /// `tg://login?token=…`: whoever has it and an open session of an account may let us into it, and
  /// nothing else.
  package var link: String { "tg://login?token=\(Base64URL.encode(bytes))" }
}
