import GRDB
import Model

extension AppliedState {
  /// Who gave a tag, and when.
  struct Mark: Sendable, Codable, Equatable {
    var rule: String
    var at: Timestamp
  }

  struct TagChange: Sendable, Codable {
    var person: PeerID
    var tag: String
    /// Nil: it was not there.
    var before: Mark?
    /// Nil: it was taken away.
    var after: Mark?
  }

  /// A fact that another took the place of.
  struct ReplacedFact: Sendable, Codable {
    var message: Int32
    var person: PeerID?
    var name: String?
    var rule: String?
    var at: Timestamp
    var expires: Timestamp?
    var text: String

    init(_ row: Row) {
      message = row["message"]
      person = row["person"]
      name = row["name"]
      rule = row["rule"]
      at = row["at"]
      expires = row["expires_at"]
      text = row["text"]
    }
  }
}

extension Store {
  /// What a decision has labelled and remembered goes, as far as nobody has changed it since.
  static func takeBack(
    _ applied: AppliedState, of message: MessageReference, in database: Database
  ) throws {
    let account = message.account
    for change in applied.tags ?? []
    where try mark(of: change.tag, on: change.person, account: account, in: database)
      == change.after
    {
      try setMark(change.before, of: change.tag, on: change.person, account: account, in: database)
    }
    try database.execute(
      cached: "DELETE FROM memories WHERE account = ? AND chat = ? AND message = ? AND is_fact = 1",
      arguments: [account, message.chat, message.id])
    for fact in applied.replaced ?? [] {
      // Something of that name may have been remembered since.
      let isTaken = try Bool.fetchOne(
        database,
        cached: """
          SELECT EXISTS (SELECT 1 FROM memories WHERE account = ? AND chat = ? AND is_fact = 1
            AND person IS ? AND (text = ? OR name = ?))
          """, arguments: [account, message.chat, fact.person, fact.text, fact.name])
      guard isTaken != true else { continue }
      try insert(
        fact.text, as: fact.name, about: fact.person, by: fact.rule,
        in: MessageReference(account: account, chat: message.chat, id: fact.message), at: fact.at,
        until: fact.expires, database)
    }
  }

  static func mark(
    of tag: String, on person: PeerID, account: AccountID, in database: Database
  ) throws -> AppliedState.Mark? {
    try Row.fetchOne(
      database,
      cached: "SELECT rule, at FROM contact_tags WHERE account = ? AND contact = ? AND tag = ?",
      arguments: [account, person, tag]
    ).map { AppliedState.Mark(rule: $0["rule"], at: $0["at"]) }
  }

  /// - Parameter mark: nil takes the tag away.
  static func setMark(
    _ mark: AppliedState.Mark?, of tag: String, on person: PeerID, account: AccountID,
    in database: Database
  ) throws {
    guard let mark else {
      return try database.execute(
        cached: "DELETE FROM contact_tags WHERE account = ? AND contact = ? AND tag = ?",
        arguments: [account, person, tag])
    }
    try database.execute(
      cached: """
        INSERT INTO contact_tags (account, contact, tag, rule, at) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET rule = excluded.rule, at = excluded.at
        """, arguments: [account, person, tag, mark.rule, mark.at])
  }
}
