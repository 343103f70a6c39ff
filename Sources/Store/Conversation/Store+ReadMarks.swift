internal import GRDB
package import Model

/// Up to which message a chat was read; 0: not known.
package struct ReadMarks: Sendable, Hashable {
  /// What others wrote, by the owner, on any device.
  package var byOwner: Int32
  /// What the account wrote, by the other side; in groups, by anybody.
  package var byOther: Int32

  package init(byOwner: Int32 = 0, byOther: Int32 = 0) {
    self.byOwner = byOwner
    self.byOther = byOther
  }
}

extension Store {
  package func readMarks(in chat: PeerID, account: AccountID) async throws -> ReadMarks {
    try await read { try Self.readMarks(in: chat, account: account, $0) }
  }

  static func readMarks(
    in chat: PeerID, account: AccountID, _ database: Database
  ) throws -> ReadMarks {
    try Row.fetchOne(
      database, sql: "SELECT by_owner, by_other FROM read_marks WHERE account = ? AND chat = ?",
      arguments: [account, chat]
    ).map { ReadMarks(byOwner: $0["by_owner"], byOther: $0["by_other"]) } ?? ReadMarks()
  }

  static func moveReadMark(
    in chat: PeerID, to mark: Int32, byOwner: Bool, account: AccountID, _ database: Database
  ) throws {
    try database.cachedStatement(
      sql: """
        INSERT INTO read_marks (account, chat, by_owner, by_other) VALUES (?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET by_owner = max(by_owner, excluded.by_owner),
          by_other = max(by_other, excluded.by_other)
        """
    ).execute(arguments: [account, chat, byOwner ? mark : 0, byOwner ? 0 : mark])
  }
}
