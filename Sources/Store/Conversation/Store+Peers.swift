internal import GRDB
package import Model

extension Store {
  /// Remembers how peers are addressed, outside of any batch of events.
  package func store(
    peers: [PeerReference], chats: [Chat] = [], contacts: [Contact] = [], account: AccountID
  ) async throws {
    let batch = EventBatch(chats: chats, contacts: contacts, peers: peers)
    try await write { try Self.storePeople(of: batch, account: account, in: $0) }
  }

  package func peer(_ id: PeerID, account: AccountID) async throws -> PeerReference? {
    try await read { database in
      try Int64.fetchOne(
        database, cached: "SELECT access_hash FROM peers WHERE account = ? AND id = ?",
        arguments: [account, id]
      ).map { PeerReference(peer: id, accessHash: $0) }
    }
  }

  /// All that the account can address.
  package func peers(of account: AccountID) async throws -> [PeerReference] {
    try await read { database in
      let sql = "SELECT id, access_hash FROM peers WHERE account = ?"
      return try Row.fetchAll(database, cached: sql, arguments: [account]).map { row in
        PeerReference(peer: row["id"], accessHash: row["access_hash"])
      }
    }
  }

  static func store(
    _ reference: PeerReference, account: AccountID, in database: Database
  ) throws {
    try database.cachedStatement(
      sql: """
        INSERT INTO peers (account, id, access_hash) VALUES (?, ?, ?)
        ON CONFLICT DO UPDATE SET access_hash = excluded.access_hash
        """
    ).execute(arguments: [account, reference.peer, reference.accessHash])
  }
}
