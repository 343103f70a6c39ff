/// Calls methods of Telegram's API by name, for rules that the configuration lets do so.
package protocol MethodCaller: Sendable {
  /// - Parameter arguments: a JSON object as `understudy call` takes it; peers by id or name.
  /// - Returns: JSON, without what would let somebody else act with it: access hashes, file references.
  /// - Throws: ``MethodFailure`` for what Telegram or the form of the call says, `CancellationError`.
  func call(_ method: String, arguments: String) async throws -> String
}

/// Why a method was not carried out.
package struct MethodFailure: Error, Sendable, Hashable, CustomStringConvertible {
  /// As Telegram names it, without its number: `FLOOD_WAIT`, `PEER_ID_INVALID`. Nil: the call itself is wrong.
  package var code: String?
  /// After how many seconds the same call may be made again, if Telegram said so.
  package var seconds: Int?
  package var message: String

  package init(code: String?, seconds: Int? = nil, message: String) {
    self.code = code
    self.seconds = seconds
    self.message = message
  }

  package var description: String { message }
}
