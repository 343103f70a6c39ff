internal import GRDB
package import Model

/// A fact that stands in the memory.
package struct KeptFact: Sendable, Hashable {
  /// Names it among all.
  package var id: Int64
  package var memory: Memory
  /// The rule that remembered it.
  package var rule: String?
  package var expires: Timestamp?
}

/// A tag that somebody carries.
package struct KeptTag: Sendable, Hashable {
  package var person: PeerID
  package var tag: String
  /// The rule that gave it; ``KeptTag/owner``: the owner by hand.
  package var rule: String
  package var at: Timestamp

  package static let owner = "owner"
}

// What the owner sees, corrects and deletes of what rules have remembered.
extension Store {
  /// The facts of a chat and those about a person, or all; the oldest first.
  package func keptFacts(
    of account: AccountID, about peer: PeerID? = nil
  ) async throws -> [KeptFact] {
    try await read { database in
      let rows =
        if let peer {
          try Row.fetchAll(
            database,
            cached: """
              SELECT * FROM memories WHERE account = ?1 AND is_fact = 1 AND chat = ?2
              UNION SELECT * FROM memories WHERE account = ?1 AND is_fact = 1 AND person = ?2
              ORDER BY at, id
              """, arguments: [account, peer])
        } else {
          try Row.fetchAll(
            database,
            cached: "SELECT * FROM memories WHERE account = ? AND is_fact = 1 ORDER BY at, id",
            arguments: [account])
        }
      return rows.map { row in
        KeptFact(
          id: row["id"], memory: Self.memory(row), rule: row["rule"], expires: row["expires_at"])
      }
    }
  }

  /// The tags of one person, or of all.
  package func keptTags(
    of account: AccountID, on person: PeerID? = nil
  ) async throws -> [KeptTag] {
    try await read { database in
      try Row.fetchAll(
        database,
        cached: """
          SELECT * FROM contact_tags WHERE account = ? AND (?2 IS NULL OR contact = ?2)
          ORDER BY contact, tag
          """, arguments: [account, person]
      ).map { row in
        KeptTag(person: row["contact"], tag: row["tag"], rule: row["rule"], at: row["at"])
      }
    }
  }

  /// A fact says something else from now on.
  ///
  /// - Returns: whether there is such a fact.
  package func correctFact(
    _ id: Int64, to text: String, account: AccountID
  ) async throws -> Bool {
    try await write { database in
      try database.execute(
        cached: "UPDATE memories SET text = ? WHERE id = ? AND account = ? AND is_fact = 1",
        arguments: [text, id, account])
      return database.changesCount > 0
    }
  }

  /// The owner gives a tag by hand; one that is there stays as it is.
  package func tag(
    _ person: PeerID, _ tags: [String], account: AccountID, at instant: Timestamp
  ) async throws {
    try await write { database in
      _ = try Self.apply(
        Labelling(add: tags), to: person, by: KeptTag.owner, account: account, at: instant,
        in: database)
    }
  }

  /// - Returns: how many facts and tags are gone.
  package func forget(
    facts: [KeptFact], tags: [KeptTag], account: AccountID
  ) async throws -> Int {
    try await write { database in
      var count = 0
      for fact in facts {
        try database.execute(
          cached: "DELETE FROM memories WHERE id = ? AND account = ? AND is_fact = 1",
          arguments: [fact.id, account])
        count += database.changesCount
      }
      for chat in Set(facts.map(\.memory.chat)) {
        // Nor does it come back when the decision that put another in its place is made again.
        try database.execute(
          cached: """
            UPDATE decisions SET state_changes = json_remove(state_changes, '$.replaced')
            WHERE account = ? AND chat = ? AND state_changes IS NOT NULL
              AND json_extract(state_changes, '$.replaced') IS NOT NULL
            """, arguments: [account, chat])
      }
      for tag in tags {
        try database.execute(
          cached: "DELETE FROM contact_tags WHERE account = ? AND contact = ? AND tag = ?",
          arguments: [account, tag.person, tag.tag])
        count += database.changesCount
      }
      return count
    }
  }
}
