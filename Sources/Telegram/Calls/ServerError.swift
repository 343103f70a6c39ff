/// An error of the API, taken apart once: `FLOOD_WAIT_17` is ("FLOOD_WAIT", 17).
///
/// core.telegram.org/api/errors
package struct ServerError: Sendable, Hashable, CustomStringConvertible {
  /// As in HTTP: 303, 400, 401, 403, 406, 420, 500.
  package let code: Int32
  /// Without its number.
  package let name: String
  package let argument: Int?

  package init(code: Int32, text: String) {
    self.code = code
    // A server is not trusted with the length of what will be printed.
    let word = text.prefix(100)
    if let underscore = word.lastIndex(of: "_"),
      let number = Int(word[word.index(after: underscore)...]), number >= 0
    {
      name = String(word[..<underscore])
      argument = number
    } else {
      name = String(word)
      argument = nil
    }
  }

  /// As the server wrote it.
  package var text: String { argument.map { "\(name)_\($0)" } ?? name }
  package var description: String { "\(text) (\(code))" }

  /// The session is over; only a new login helps.
  package var endsSession: Bool {
    Self.sessionEnds.contains(name)
  }

  /// Sending is frozen for the account.
  package var isFrozen: Bool { name.hasPrefix("FROZEN_") }

  private static let sessionEnds: Set<String> = [
    "AUTH_KEY_UNREGISTERED", "AUTH_KEY_INVALID", "AUTH_KEY_DUPLICATED", "AUTH_KEY_PERM_EMPTY",
    "SESSION_REVOKED", "SESSION_EXPIRED", "USER_DEACTIVATED", "USER_DEACTIVATED_BAN",
  ]
}
