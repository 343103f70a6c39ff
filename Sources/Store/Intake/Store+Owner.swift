internal import GRDB
package import Model

/// When and with which message the owner last wrote in a chat by their own hand.
package struct OwnerMark: Sendable, Hashable {
  package var at: Timestamp
  package var message: Int32

  package init(at: Timestamp, message: Int32) {
    self.at = at
    self.message = message
  }
}

extension Store {
  package func ownerMark(in chat: PeerID, account: AccountID) async throws -> OwnerMark? {
    try await read { try Self.ownerMark(in: chat, account: account, in: $0) }
  }

  /// Since when the kill switch holds; nil if it does not.
  package func haltedAt(_ account: AccountID) async throws -> Timestamp? {
    try await read { try Self.haltedAt(account, in: $0) }
  }

  /// Turns the kill switch on, and cancels all answers that wait.
  package func halt(
    _ account: AccountID, at instant: Timestamp
  ) async throws -> [OutboxItem] {
    try await write { database in
      try Self.halt(account, at: instant, in: database)
      return try Self.cancelSpeech(
        in: nil, account: account, reason: Self.haltReason, at: instant,
        in: database)
    }
  }

  /// When the kill switch was last turned off: what was written before is not answered any more.
  package func resumedAt(_ account: AccountID) async throws -> Timestamp? {
    try await read { try Self.resumedAt(account, in: $0) }
  }

  /// Turns the kill switch off.
  package func resume(_ account: AccountID, at instant: Timestamp) async throws {
    try await write { try Self.resume(account, at: instant, in: $0) }
  }

  static func ownerMark(
    in chat: PeerID, account: AccountID, in database: Database
  ) throws -> OwnerMark? {
    try Row.fetchOne(
      database,
      cached: "SELECT last_wrote, last_message FROM owner_activity WHERE account = ? AND chat = ?",
      arguments: [account, chat]
    ).map { OwnerMark(at: $0["last_wrote"], message: $0["last_message"]) }
  }

  static func setOwnerMark(
    _ mark: OwnerMark, in chat: PeerID, account: AccountID, _ database: Database
  ) throws {
    try database.execute(
      cached: """
        INSERT INTO owner_activity (account, chat, last_wrote, last_message) VALUES (?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET last_wrote = max(last_wrote, excluded.last_wrote),
          last_message = max(last_message, excluded.last_message)
        """, arguments: [account, chat, mark.at, mark.message])
  }

  private static let haltSetting = "halted_at"
  private static let resumeSetting = "resumed_at"

  static func haltedAt(_ account: AccountID, in database: Database) throws -> Timestamp? {
    try instant(haltSetting, account, in: database)
  }

  static func resumedAt(_ account: AccountID, in database: Database) throws -> Timestamp? {
    try instant(resumeSetting, account, in: database)
  }

  /// The kill switch is on, or was on when this message came.
  static func isSilenced(_ message: MessageReference, in database: Database) throws -> Bool {
    if try haltedAt(message.account, in: database) != nil { return true }
    guard let resumed = try resumedAt(message.account, in: database) else {
      return false
    }
    let date = try Timestamp.fetchOne(
      database,
      cached: "SELECT date FROM telegram_user_messages WHERE account = ? AND chat = ? AND id = ?",
      arguments: [message.account, message.chat, message.id])
    return date.map { $0 < resumed } ?? false
  }

  private static func instant(
    _ setting: String, _ account: AccountID, in database: Database
  ) throws -> Timestamp? {
    try String.fetchOne(
      database, cached: "SELECT value FROM settings WHERE account = ? AND name = ?",
      arguments: [account, setting]
    ).map { Timestamp(iso8601: $0) ?? .zero }
  }

  /// Thrown again, the switch keeps the instant of the first time.
  static func halt(
    _ account: AccountID, at instant: Timestamp, in database: Database
  ) throws {
    try database.execute(
      cached: """
        INSERT INTO settings (account, name, value) VALUES (?, ?, ?) ON CONFLICT DO NOTHING
        """, arguments: [account, haltSetting, instant.description])
  }

  /// Nothing happens if it is not on.
  static func resume(
    _ account: AccountID, at instant: Timestamp, in database: Database
  ) throws {
    try database.execute(
      cached: "DELETE FROM settings WHERE account = ? AND name = ?",
      arguments: [account, haltSetting])
    guard database.changesCount > 0 else { return }
    try database.execute(
      cached: """
        INSERT INTO settings (account, name, value) VALUES (?, ?, ?)
        ON CONFLICT DO UPDATE SET value = excluded.value
        """, arguments: [account, resumeSetting, instant.description])
  }
}
