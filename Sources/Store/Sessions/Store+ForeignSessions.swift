internal import Cryptography
internal import Foundation
internal import GRDB
package import Model

// A session elsewhere was authorized in the name of the account's own auth key, and is worth nothing
// once that is another one.
extension Store {
  /// Stores it in place of a former one with the same data center.
  ///
  /// - Returns: false if the account has no session of its own any more; nothing is stored then.
  @discardableResult
  package func save(
    _ session: StoredForeignSession, of account: AccountID
  ) async throws -> Bool {
    let vault = vault
    return try await write { database in
      guard let hash = try Self.homeKeyHash(of: account, vault: vault, in: database) else {
        return false
      }
      try ForeignSessionRow(session, account: account, homeKeyHash: hash, vault: vault)
        .upsert(database)
      return true
    }
  }

  /// All of an account.
  ///
  /// - Throws: ``StoreError`` with code `wrongKey` if the key file is not the one they were sealed
  ///   with.
  package func foreignSessions(of account: AccountID) async throws -> [StoredForeignSession] {
    let vault = vault
    return try await read { database in
      guard let hash = try Self.homeKeyHash(of: account, vault: vault, in: database) else {
        return []
      }
      return try ForeignSessionRow.fetchAll(
        database,
        sql: """
          SELECT * FROM telegram_foreign_sessions WHERE account = ? AND home_key_hash = ? ORDER BY dc
          """, arguments: [account, hash]
      ).map { try $0.session(vault: vault) }
    }
  }

  package func deleteForeignSession(of account: AccountID, dc: Int) async throws {
    try await write { database in
      try database.execute(
        sql: "DELETE FROM telegram_foreign_sessions WHERE account = ? AND dc = ?",
        arguments: [account, dc])
    }
  }

  /// Those that another auth key of the account stood for; without a key, all.
  static func dropForeignSessions(
    of account: AccountID, but authKey: SecretBytes?, in database: Database
  ) throws {
    try database.execute(
      sql: "DELETE FROM telegram_foreign_sessions WHERE account = ? AND home_key_hash IS NOT ?",
      arguments: [account, authKey.map(hash)])
  }

  private static func homeKeyHash(
    of account: AccountID, vault: Vault, in database: Database
  ) throws -> Data? {
    try SessionRow.fetchOne(database, key: account).map {
      hash(try $0.session(vault: vault).authKey)
    }
  }

  /// Half of a SHA-256: it tells keys apart and says nothing of them.
  private static func hash(_ authKey: SecretBytes) -> Data {
    Data(SHA256.hash(authKey.exposed()).prefix(16))
  }
}

private struct ForeignSessionRow: SnakeCaseRecord, Sendable {
  static let databaseTableName = "telegram_foreign_sessions"

  var account: AccountID
  var dc: Int
  var host: String
  var port: Int
  var homeKeyHash: Data
  var sealedAuthKey: Data
  var sealedSalt: Data
  var sealedTemporaryKey: Data?
  var timeOffset: Double

  init(
    _ session: StoredForeignSession, account: AccountID, homeKeyHash: Data, vault: Vault
  ) throws {
    self.account = account
    dc = session.dc
    host = session.host
    port = session.port
    self.homeKeyHash = homeKeyHash
    sealedAuthKey = Data(
      try vault.seal(session.authKey.exposed(), context: Self.context("auth key", account, dc)))
    sealedSalt = Data(
      try vault.seal(session.salt.littleEndianBytes, context: Self.context("salt", account, dc)))
    sealedTemporaryKey = try session.temporaryKey.map {
      Data(try vault.seal($0.packed, context: Self.context("temporary key", account, session.dc)))
    }
    timeOffset = session.timeOffset
  }

  func session(vault: Vault) throws -> StoredForeignSession {
    let authKey = try vault.open(
      Array(sealedAuthKey), context: Self.context("auth key", account, dc))
    let salt = try vault.open(Array(sealedSalt), context: Self.context("salt", account, dc))
    return StoredForeignSession(
      dc: dc, host: host, port: port, authKey: SecretBytes(authKey),
      salt: Int64(littleEndianBytes: salt),
      temporaryKey: try sealedTemporaryKey.flatMap {
        StoredTemporaryKey(
          packed: try vault.open(
            Array($0), context: Self.context("temporary key", account, dc)))
      },
      timeOffset: timeOffset)
  }

  private static func context(_ what: String, _ account: AccountID, _ dc: Int) -> String {
    "\(what) of account \(account) in data center \(dc)"
  }
}
