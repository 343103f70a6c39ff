/// Everything that the engine can do on Telegram. One form speaks MTProto, one only notes what it
/// would have done.
package protocol Messenger: Sendable {
  /// Sends once per ``OutgoingMessage/randomID``, however often it is called with it.
  ///
  /// - Throws: ``MessengerError``.
  func send(_ message: OutgoingMessage) async throws(MessengerError) -> SentMessage
  /// Passes a message on to another chat, once per ``ForwardedMessage/randomID``, however often it is
  /// called with it.
  ///
  /// - Throws: ``MessengerError``: `refused` where the chat it comes from keeps its messages to itself.
  func forward(_ message: ForwardedMessage) async throws(MessengerError) -> SentMessage
  /// Brings a file to the server, for a message that is sent later, and goes on with what an earlier
  /// attempt has left.
  ///
  /// - Parameters:
  ///   - upload: what that one has noted last; begun anew where it fits the file no longer.
  ///   - note: is called now and then, and at last when it is complete.
  /// - Throws: ``MessengerError``: `refused` if the file cannot be sent, whatever is done.
  func upload(
    _ attachment: Attachment, from upload: Upload?, note: @escaping UploadLog
  ) async throws(MessengerError) -> Upload
  /// Fetches the file that a message carries into a file of this machine, and goes on with what an
  /// earlier attempt at the same place has left.
  ///
  /// - Parameter largest: in bytes; a larger one is `refused` before anything of it is fetched.
  /// - Throws: ``MessengerError``: `refused` if there is none, or it is gone.
  func download(
    _ message: Message, to path: String, largest: Int64
  ) async throws(MessengerError)
  /// Shows what is being done in the chat, "typing…" or "recording voice…", or ends it with `stopped`;
  /// Telegram forgets it after 6 s (core.telegram.org/method/messages.setTyping).
  func show(_ activity: Activity, in chat: PeerID) async throws(MessengerError)
  func markRead(_ chat: PeerID, upTo message: Int32) async throws(MessengerError)
  func react(with emoji: String, to message: Int32, in chat: PeerID) async throws(MessengerError)
  /// An empty text takes the draft away.
  func saveDraft(_ text: String, replyTo: Int32?, in chat: PeerID) async throws(MessengerError)
  /// Newest first: at most `limit` messages older than `before` (nil: from the newest).
  func history(of chat: PeerID, limit: Int, before: Int32?) async throws(MessengerError)
    -> [Message]
}

/// A message on its way out.
package struct OutgoingMessage: Sendable, Hashable {
  package var chat: PeerID
  package var text: String
  package var entities: [TextEntity]
  package var replyTo: Int32?
  /// The text is its caption then.
  package var attachment: Attachment?
  /// Complete, where there is an attachment.
  package var upload: Upload?
  /// Drawn once and stored before the first attempt: the server executes it once only.
  package var randomID: Int64

  package init(
    chat: PeerID, text: String, entities: [TextEntity] = [], replyTo: Int32? = nil,
    attachment: Attachment? = nil, upload: Upload? = nil, randomID: Int64
  ) {
    self.chat = chat
    self.text = text
    self.entities = entities
    self.replyTo = replyTo
    self.attachment = attachment
    self.upload = upload
    self.randomID = randomID
  }
}

/// A message on its way from one chat to another.
package struct ForwardedMessage: Sendable, Hashable {
  /// Where it lies.
  package var chat: PeerID
  package var id: Int32
  package var to: PeerID
  /// Whose it is does not stand above it.
  package var hidesSender: Bool
  /// Drawn once and stored before the first attempt: the server executes it once only.
  package var randomID: Int64

  package init(chat: PeerID, id: Int32, to: PeerID, hidesSender: Bool = false, randomID: Int64) {
    self.chat = chat
    self.id = id
    self.to = to
    self.hidesSender = hidesSender
    self.randomID = randomID
  }
}

package struct SentMessage: Sendable, Hashable {
  /// Nil if the server says that this random id was sent before, and no longer tells the message's
  /// id.
  package var id: Int32?
  package var date: Timestamp

  package init(id: Int32?, date: Timestamp) {
    self.id = id
    self.date = date
  }
}

/// Why something could not be done on Telegram.
package struct MessengerError: Error, Sendable, Hashable, CustomStringConvertible {
  package enum Code: Sendable, Hashable {
    /// No answer: it may or may not have been executed. Repeat with the same random id.
    case unreachable
    /// Not before this many seconds. `chatOnly`: other chats are not concerned (slow mode).
    case rateLimited(seconds: Int, chatOnly: Bool)
    /// Telegram refuses it, now and later: no right to write, blocked, deleted.
    case refused
    /// No access hash is known for the peer.
    case unknownPeer
    /// The session has ended: the account must log in again.
    case needsLogin
    /// Sending is frozen for the account; receiving goes on.
    case frozen
    /// The other side takes no voice notes; other messages may reach them.
    case voiceForbidden
    /// It would cost Stars.
    case paid
    /// The server does not have the file, or not any more: upload it again.
    case uploadLost
  }

  package var code: Code
  /// What went wrong and what to do, in one or two sentences.
  package var message: String
  /// The server's own word: `CHAT_WRITE_FORBIDDEN`.
  package var serverError: String?

  package init(code: Code, message: String, serverError: String? = nil) {
    self.code = code
    self.message = message
    self.serverError = serverError
  }

  package var description: String { serverError.map { "\(message) (\($0))" } ?? message }
}
