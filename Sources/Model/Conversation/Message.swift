/// One message of a chat, as the rules see it and as it is stored.
package struct Message: Sendable, Hashable, Codable {
  package var account: AccountID
  package var chat: PeerID
  /// Unique within the chat for channels, within the account for users and groups.
  package var id: Int32
  /// Who wrote it; nil where nobody is named (channel posts).
  package var sender: PeerID?
  /// Written by the account itself, from whichever device.
  package var isOutgoing: Bool
  /// Whole seconds.
  package var date: Timestamp
  package var edited: Timestamp?
  /// The text or the caption; empty if there is none.
  package var text: String
  package var entities: [TextEntity]
  package var media: Media?
  /// The message of the same chat that this one answers.
  package var replyTo: Int32?
  /// It answers a message of the account.
  package var repliesToOwner: Bool
  package var mentionsOwner: Bool
  package var isForwarded: Bool
  /// The bot through which it was written.
  package var viaBot: Int64?
  /// Messages of one album share this.
  package var album: Int64?
  /// The forum topic or comment thread.
  package var thread: Int32?
  /// A service message: somebody joined, a title changed.
  package var isService: Bool
  /// Sent by Telegram or a schedule rather than by a person's hand: scheduled sends, away messages.
  package var isAutomatic: Bool
  /// The Stars that the sender paid or that an answer costs; zero as a rule.
  package var paidStars: Int64
  /// Nil: nobody has reacted.
  package var reactions: Reactions?
  /// What was heard in it; nil: nothing, or nobody has listened.
  package var transcript: Transcript?

  package init(
    account: AccountID, chat: PeerID, id: Int32, sender: PeerID?, isOutgoing: Bool = false,
    date: Timestamp, edited: Timestamp? = nil, text: String, entities: [TextEntity] = [],
    media: Media? = nil, replyTo: Int32? = nil, repliesToOwner: Bool = false,
    mentionsOwner: Bool = false, isForwarded: Bool = false, viaBot: Int64? = nil,
    album: Int64? = nil, thread: Int32? = nil, isService: Bool = false, isAutomatic: Bool = false,
    paidStars: Int64 = 0, reactions: Reactions? = nil, transcript: Transcript? = nil
  ) {
    self.account = account
    self.chat = chat
    self.id = id
    self.sender = sender
    self.isOutgoing = isOutgoing
    self.date = date
    self.edited = edited
    self.text = text
    self.entities = entities
    self.media = media
    self.replyTo = replyTo
    self.repliesToOwner = repliesToOwner
    self.mentionsOwner = mentionsOwner
    self.isForwarded = isForwarded
    self.viaBot = viaBot
    self.album = album
    self.thread = thread
    self.isService = isService
    self.isAutomatic = isAutomatic
    self.paidStars = paidStars
    self.reactions = reactions
    self.transcript = transcript
  }

  package var reference: MessageReference {
    MessageReference(account: account, chat: chat, id: id)
  }
}

/// Names one message among all accounts and chats.
package struct MessageReference: Sendable, Hashable, Codable, CustomStringConvertible {
  package var account: AccountID
  package var chat: PeerID
  package var id: Int32

  package init(account: AccountID, chat: PeerID, id: Int32) {
    self.account = account
    self.chat = chat
    self.id = id
  }

  /// `u:5/17`: chat and message id.
  package var description: String { "\(chat)/\(id)" }
}
