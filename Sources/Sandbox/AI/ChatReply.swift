/// Decides what the server says to one chat request. It may wait (on a ``Gate``, on a clock); if it
/// throws, the connection is closed without an answer.
package typealias ChatScript = @Sendable (ChatCall) async throws -> ChatReply

/// One answer of the server, right or wrong.
package enum ChatReply: Sendable {
  case answer(ChatAnswer)
  case failure(ChatFailure)
  /// Any body whatever: garbage, a proxy's page, JSON of another provider.
  case raw(status: Int, headers: [(String, String)], body: String)
  /// The connection is closed without a word.
  case hangUp

  package static func text(_ text: String) -> ChatReply { .answer(ChatAnswer(text)) }
}

/// A completion, sent at once or, if the request asks for a stream, piece by piece.
package struct ChatAnswer: Sendable {
  /// What goes wrong in the middle of the answer.
  package enum Break: Sendable {
    /// The connection is closed.
    case cut
    /// An error object in place of the next piece; only in a stream.
    case error(ChatFailure)
    /// An event that is not JSON; only in a stream.
    case garbage
    /// All pieces are sent, and the stream ends without `[DONE]`.
    case noDone
  }

  package var pieces: [String]
  /// `stop`, `length`, `content_filter`; nil is sent as null.
  package var finishReason: String?
  /// Sent in place of content.
  package var refusal: String?
  package var reportsUsage: Bool
  /// Nil: the one that was asked for.
  package var model: String?
  /// After how many pieces what goes wrong.
  package var breaks: (after: Int, how: Break)?
  /// Awaited before each piece of a stream, counted from 0.
  package var beforePiece: (@Sendable (Int) async throws -> Void)?

  package init(
    pieces: [String], finishReason: String? = "stop", refusal: String? = nil,
    reportsUsage: Bool = true, model: String? = nil, breaks: (after: Int, how: Break)? = nil,
    beforePiece: (@Sendable (Int) async throws -> Void)? = nil
  ) {
    self.pieces = pieces
    self.finishReason = finishReason
    self.refusal = refusal
    self.reportsUsage = reportsUsage
    self.model = model
    self.breaks = breaks
    self.beforePiece = beforePiece
  }

  /// The text in pieces of a word each.
  package init(_ text: String) {
    self.init(pieces: text.splitAfterSpaces())
  }

  var text: String { pieces.joined() }
}

/// An error in OpenAI's form (platform.openai.com/docs/guides/error-codes).
package struct ChatFailure: Sendable {
  package var status: Int
  package var headers: [(String, String)]
  package var type: String
  package var code: String?
  package var parameter: String?
  package var message: String

  package init(
    status: Int, headers: [(String, String)] = [], type: String = "server_error",
    code: String? = nil, parameter: String? = nil, message: String = "The server had an error."
  ) {
    self.status = status
    self.headers = headers
    self.type = type
    self.code = code
    self.parameter = parameter
    self.message = message
  }
}

extension String {
  fileprivate func splitAfterSpaces() -> [String] {
    var pieces: [String] = []
    var piece = ""
    for character in self {
      piece.append(character)
      if character.isWhitespace {
        pieces.append(piece)
        piece = ""
      }
    }
    return piece.isEmpty ? pieces : pieces + [piece]
  }
}
