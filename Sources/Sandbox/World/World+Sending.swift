internal import Markup
package import Model

/// What is to be written into a chat.
package struct Submission: Sendable, Hashable {
  package var chat: PeerID
  package var text: String
  package var entities: [TextEntity] = []
  /// An id as the author knows it.
  package var replyTo: Int32?
  package var randomID: Int64?
  package var isSilent = false
  package var clearsDraft = false
  /// A photo or document; the text is its caption.
  package var file: Int64?

  package init(to chat: PeerID, _ text: String, replyTo: Int32? = nil, randomID: Int64? = nil) {
    self.chat = chat
    self.text = text
    self.replyTo = replyTo
    self.randomID = randomID
  }
}

extension World {
  /// Writes a message. A random id that the author has used before gives what it gave the first
  /// time, and nothing is written.
  ///
  /// - Parameters:
  ///   - origin: the session that asked for it.
  @discardableResult
  package mutating func send(
    _ submission: Submission, from author: Int64, origin: SessionKey? = nil
  ) throws(Refusal) -> Sent {
    if let randomID = submission.randomID, let sent = mailboxes[author]?.sent[randomID] {
      return sent
    }
    let styled = StyledText(submission.text, submission.entities).canonical()
    let text = styled.text
    if submission.file == nil {
      guard !text.isEmpty else { throw .messageEmpty }
      guard text.utf16.count <= limits.messageLength else { throw .messageTooLong }
    } else {
      guard text.utf16.count <= limits.captionLength else { throw .captionTooLong }
    }
    let readers = try readers(of: submission.chat, writtenBy: author)

    var piece = Piece(author: author, chat: submission.chat, date: now)
    piece.text = text
    piece.entities = styled.entities + mentionEntities(in: text, beside: styled.entities)
    piece.isSilent = submission.isSilent
    piece.file = submission.file
    piece.replyTo = submission.replyTo
    piece.readBefore = unread(in: submission.chat, for: author).count == 0
    piece.typedBefore =
      typed.remove(TypingKey(person: author, chat: submission.chat)) != nil
    piece.randomID = submission.randomID
    if submission.clearsDraft, mailboxes[author]?.chats[submission.chat]?.draft != nil {
      saveDraft(nil, in: submission.chat, by: author, origin: origin)
    }
    let sent = post(piece, to: readers, origin: origin)
    if piece.readBefore {
      // What one writes oneself is read, unless something before it is not.
      mailboxes[author]?.chats[submission.chat, default: ChatState()].readInbox = sent.message.id
    }
    if let randomID = submission.randomID { mailboxes[author]?.sent[randomID] = sent }
    return sent
  }

  /// Who gets a copy; throws if the author may not write there.
  func readers(
    of chat: PeerID, writtenBy author: Int64
  ) throws(Refusal) -> [Int64] {
    switch chat {
    case .user(let id):
      guard people[id] != nil else { throw .peerInvalid }
      return id == author ? [author] : [author, id]
    case .group(let id):
      guard let group = groups[id], group.members.contains(author) else { throw .peerInvalid }
      return group.members
    case .channel(let id):
      guard let channel = channels[id] else { throw .channelInvalid }
      guard channel.members.contains(author) else { throw .channelPrivate }
      guard channel.isMegagroup || channel.creator == author else { throw .writeForbidden }
      return channel.members
    }
  }

  /// A message on its way to the shelves.
  struct Piece {
    let author: Int64
    let chat: PeerID
    let date: Int32
    var text = ""
    var entities: [TextEntity] = []
    var isSilent = false
    var replyTo: Int32?
    var service: StoredMessage.Service?
    var file: Int64?
    var forward: StoredMessage.Forward?
    var readBefore = true
    var typedBefore = false
    var randomID: Int64?
    /// Lies there from the start: nobody is told.
    var isHistory = false
  }

  mutating func post(_ piece: Piece, to readers: [Int64], origin: SessionKey?) -> Sent {
    nextKey += 1
    if case .channel(let id) = piece.chat {
      return postInChannel(id, piece, key: nextKey, readers: readers, origin: origin)
    }
    let shelf = Shelf.mailbox(piece.author)
    let repliedKey = piece.replyTo.flatMap { mailboxes[piece.author]?.line[$0] }
      .flatMap { $0.chat == piece.chat ? $0.key : nil }
    let mentions = mentions(in: piece, repliedKey: repliedKey, shelf: shelf, among: readers)
    var own: Sent?
    for reader in readers {
      var message = StoredMessage(
        id: mailboxes[reader]?.takeID() ?? 0, key: nextKey, chat: seen(piece, by: reader),
        author: piece.author, date: piece.date, text: piece.text, entities: piece.entities,
        replyTo: repliedKey.flatMap { copies[$0]?[.mailbox(reader)] }, mentions: mentions,
        isSilent: piece.isSilent, service: piece.service, file: piece.file)
      message.forward = piece.forward
      mailboxes[reader]?.insert(message)
      copies[nextKey, default: [:]][.mailbox(reader)] = message.id
      let position = announce(message, of: piece, to: reader, origin: origin)
      if reader == piece.author {
        own = Sent(message: message, position: position, randomID: piece.randomID)
      }
    }
    // The author is always among the readers of a private chat or a group.
    return own
      ?? Sent(message: Self.nothing(piece), position: .init(pts: 0, count: 0), randomID: nil)
  }

  private mutating func postInChannel(
    _ id: Int64, _ piece: Piece, key: Int64, readers: [Int64], origin: SessionKey?
  ) -> Sent {
    let replied = piece.replyTo.flatMap { channels[id]?.line[$0] }
    let mentions = mentions(
      in: piece, repliedKey: replied?.key, shelf: .channel(id), among: readers)
    var message = StoredMessage(
      id: channels[id]?.takeID() ?? 0, key: key, chat: piece.chat, author: piece.author,
      date: piece.date, text: piece.text, entities: piece.entities, replyTo: replied?.id,
      mentions: mentions, isSilent: piece.isSilent, service: piece.service, file: piece.file)
    message.isPost = channels[id]?.isMegagroup == false
    message.forward = piece.forward
    channels[id]?.line.append(message)
    copies[key] = [.channel(id): message.id]
    var position = Delivery.Position(pts: channels[id]?.pts ?? 0, count: 1)
    if piece.isHistory {
      channels[id]?.log.skip(count: 1)
      channels[id]?.changed = piece.date
    } else {
      position = record(.newMessage(message), count: 1, inChannel: id, origin: origin)
      for reader in readers where reader != piece.author {
        observe(.message(arrival(message, of: piece)), by: reader)
      }
    }
    return Sent(message: message, position: position, randomID: piece.randomID)
  }

  private mutating func announce(
    _ message: StoredMessage, of piece: Piece, to reader: Int64, origin: SessionKey?
  ) -> Delivery.Position {
    guard !piece.isHistory else {
      mailboxes[reader]?.log.skip(count: 1)
      return Delivery.Position(pts: mailboxes[reader]?.log.end ?? 0, count: 1)
    }
    if reader != piece.author { observe(.message(arrival(message, of: piece)), by: reader) }
    return record(.newMessage(message), count: 1, in: reader, origin: origin)
  }

  private func arrival(_ message: StoredMessage, of piece: Piece) -> Arrival {
    Arrival(
      message: message, randomID: piece.randomID, typedBefore: piece.typedBefore,
      readBefore: piece.readBefore)
  }

  /// The chat of a piece, as one of its readers sees it.
  private func seen(_ piece: Piece, by reader: Int64) -> PeerID {
    if case .user = piece.chat, reader != piece.author { return .user(piece.author) }
    return piece.chat
  }

  private static func nothing(_ piece: Piece) -> StoredMessage {
    StoredMessage(
      id: 0, key: 0, chat: piece.chat, author: piece.author, date: piece.date, text: piece.text)
  }
}
