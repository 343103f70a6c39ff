package import Model

extension World {
  /// Writes a message that lies in one chat into another, with what it says of its origin. A random id
  /// that the forwarder has used before gives what it gave the first time.
  ///
  /// - Parameters:
  ///   - id: as the forwarder knows it.
  ///   - hidesOrigin: as if the forwarder had written it.
  @discardableResult
  package mutating func forward(
    _ id: Int32, from source: PeerID, to chat: PeerID, randomID: Int64? = nil,
    hidesOrigin: Bool = false, by person: Int64, origin: SessionKey? = nil
  ) throws(Refusal) -> Sent {
    if let randomID, let sent = mailboxes[person]?.sent[randomID] { return sent }
    guard let original = find(id, in: source, for: person), original.service == nil else {
      throw .messageInvalid
    }
    let readers = try readers(of: chat, writtenBy: person)
    var piece = Piece(author: person, chat: chat, date: now)
    piece.text = original.text
    piece.entities = original.entities
    piece.file = original.file
    piece.readBefore = unread(in: chat, for: person).count == 0
    piece.typedBefore = typed.remove(TypingKey(person: person, chat: chat)) != nil
    piece.randomID = randomID
    if !hidesOrigin { piece.forward = original.forward ?? Self.provenance(of: original) }
    let sent = post(piece, to: readers, origin: origin)
    if let randomID { mailboxes[person]?.sent[randomID] = sent }
    return sent
  }

  private static func provenance(of message: StoredMessage) -> StoredMessage.Forward {
    message.isPost
      ? .init(from: message.chat, post: message.id, date: message.date)
      : .init(from: .user(message.author), post: nil, date: message.date)
  }
}
