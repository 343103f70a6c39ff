internal import GRDB
package import Model

/// All that stands in the store around one message that is to be decided, as of one instant.
package struct Circumstances: Sendable {
  package var message: Message
  /// False once it has its decision.
  package var isUndecided: Bool
  /// When the message, as it stands, was decided for the first time, if it is to be decided again.
  package var firstDecided: Timestamp?
  package var chat: Chat?
  package var sender: Contact?
  /// Of the sender, in alphabetical order.
  package var tags: [String]
  /// The sender has written in this chat before.
  package var isSeenBefore: Bool
  /// The other side of a private chat.
  package var other: Contact?
  /// Since when the kill switch holds.
  package var haltedAt: Timestamp?
  /// When it was last turned off.
  package var resumedAt: Timestamp?
  package var ownerMark: OwnerMark?
  /// An answer to it is planned or sent.
  package var isAnswered: Bool
  /// For each window that was asked about.
  package var answerCounts: [Int]
  /// The newest messages of the chat up to this one, newest first.
  package var traffic: [Traffic]
}

/// Answers of one chat, or of all, after an instant.
package struct AnswerWindow: Sendable, Hashable {
  package var chat: PeerID?
  package var since: Timestamp

  package init(chat: PeerID?, since: Timestamp) {
    self.chat = chat
    self.since = since
  }
}

extension Store {
  /// Nil if the message is not stored.
  ///
  /// - Parameters:
  ///   - windows: in which to count the answers that were planned and not taken back.
  ///   - traffic: how many messages to look back.
  package func circumstances(
    of reference: MessageReference, counting windows: [AnswerWindow], traffic limit: Int
  ) async throws -> Circumstances? {
    try await read { database in
      guard let message = try Self.message(reference, in: database) else { return nil }
      let account = reference.account
      func person(_ peer: PeerID?) throws -> Contact? {
        guard case .user(let id)? = peer else { return nil }
        return try ContactRow.fetch(id, of: account, in: database)?.contact
      }
      let sender = try person(message.sender)
      return Circumstances(
        message: message, isUndecided: try Self.isUndecided(reference, in: database),
        firstDecided: try Self.firstDecided(message, in: database),
        chat: try ChatRow.fetch(message.chat, of: account, in: database)?.chat, sender: sender,
        tags: try Self.tags(of: message.sender, account: account, in: database),
        isSeenBefore: try Self.isSeenBefore(message, in: database),
        other: message.sender == message.chat ? sender : try person(message.chat),
        haltedAt: try Self.haltedAt(account, in: database),
        resumedAt: try Self.resumedAt(account, in: database),
        ownerMark: try Self.ownerMark(in: message.chat, account: account, in: database),
        isAnswered: try Self.isAnswered(reference, in: database),
        answerCounts: try windows.map { try Self.answerCount($0, of: account, in: database) },
        traffic: try Self.traffic(upTo: reference, limit: limit, in: database))
    }
  }

  /// Of an edited message only what came after the edit counts.
  private static func firstDecided(
    _ message: Message, in database: Database
  ) throws -> Timestamp? {
    guard let earlier = try decision(about: message.reference, in: database),
      earlier.guardStop == nil
    else { return nil }
    let first = earlier.firstAt ?? earlier.at
    return message.edited.map { $0 <= first } == false ? nil : first
  }

  static func isAnswered(_ message: MessageReference, in database: Database) throws -> Bool {
    try Bool.fetchOne(
      database,
      cached: """
        SELECT EXISTS (SELECT 1 FROM outbox WHERE account = ? AND chat = ? AND message = ?
          AND lane = 'speech' AND state <> 'cancelled')
        """, arguments: [message.account, message.chat, message.id]) == true
  }
}
