package import MTProto

/// Why something could not be done with Telegram.
package struct TelegramError: Error, Sendable, CustomStringConvertible {
  package enum Code: Sendable, Hashable {
    /// Telegram's answer is an error.
    case server(RPCError)
    /// The method must not be called again before this many seconds.
    case floodWait(seconds: Int)
    /// No connection comes about.
    case unreachable
    /// The connection was lost while a call was under way: it may or may not have been executed.
    case connectionLost
    /// The server's key is none of those that are trusted, or its proof is wrong.
    case keyRefused
    /// An answer could not be read.
    case badAnswer
    case invalidInput
    /// The account does not know how to address this peer.
    case unknownPeer
    /// Another client of this program works with the same key.
    case alreadyInUse
    /// The client was told to end.
    case closed
  }

  package var code: Code
  /// What was wrong, where, and what to do.
  package var message: String

  package init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  package var description: String { message }

  /// Telegram's error to a call.
  package init(_ error: RPCError, to method: String) {
    // A server is not trusted with the length of what will be printed.
    self.init(.server(error), "Telegram refused \(method): \(error.text.prefix(100)).")
  }

  /// The server's error, if it is one.
  package var server: RPCError? {
    if case .server(let error) = code { error } else { nil }
  }
}
