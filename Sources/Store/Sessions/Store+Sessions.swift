internal import Cryptography
internal import Foundation
internal import GRDB
package import Model

extension Store {
  /// Stores the session of an account in place of its former one.
  package func save(_ session: StoredSession) async throws {
    let row = try SessionRow(session, vault: vault)
    try await write { database in
      try row.upsert(database)
      try Self.dropForeignSessions(of: session.account, but: session.authKey, in: database)
    }
  }

  /// All sessions, the oldest first.
  ///
  /// - Throws: ``StoreError`` with code `wrongKey` if the key file is not the one they were sealed
  ///   with.
  package func sessions() async throws -> [StoredSession] {
    let rows = try await read { try SessionRow.order(sql: "created_at, account").fetchAll($0) }
    return try rows.map { try $0.session(vault: vault) }
  }

  /// Forgets the session; messages and decisions stay.
  ///
  /// - Returns: whether there was one.
  package func deleteSession(of account: AccountID) async throws -> Bool {
    try await write { database in
      try Self.dropForeignSessions(of: account, but: nil, in: database)
      return try SessionRow.deleteOne(database, key: account)
    }
  }
}

struct SessionRow: SnakeCaseRecord, Sendable {
  static let databaseTableName = "telegram_sessions"

  var account: AccountID
  var firstName: String
  var username: String?
  var phone: String?
  var isBot: Bool
  var dc: Int
  var host: String
  var port: Int
  var sealedAuthKey: Data
  var sealedSalt: Data
  var sealedTemporaryKey: Data?
  var timeOffset: Double
  var createdAt: Timestamp
  var usedAt: Timestamp

  init(_ session: StoredSession, vault: Vault) throws {
    account = session.account
    firstName = session.firstName
    username = session.username
    phone = session.phone
    isBot = session.isBot
    dc = session.dc
    host = session.host
    port = session.port
    sealedAuthKey = Data(
      try vault.seal(
        session.authKey.exposed(), context: Self.authKeyContext(session.account)))
    sealedSalt = Data(
      try vault.seal(
        session.salt.littleEndianBytes,
        context: Self.saltContext(session.account)))
    sealedTemporaryKey = try session.temporaryKey.map {
      Data(try vault.seal($0.packed, context: Self.temporaryKeyContext(session.account)))
    }
    timeOffset = session.timeOffset
    createdAt = session.created
    usedAt = session.used
  }

  func session(vault: Vault) throws -> StoredSession {
    let authKey = try vault.open(Array(sealedAuthKey), context: Self.authKeyContext(account))
    let salt = try vault.open(Array(sealedSalt), context: Self.saltContext(account))
    return StoredSession(
      account: account, firstName: firstName, username: username, phone: phone, isBot: isBot,
      dc: dc, host: host, port: port, authKey: SecretBytes(authKey),
      salt: Int64(littleEndianBytes: salt),
      temporaryKey: try sealedTemporaryKey.flatMap {
        StoredTemporaryKey(
          packed: try vault.open(Array($0), context: Self.temporaryKeyContext(account)))
      },
      timeOffset: timeOffset, created: createdAt, used: usedAt)
  }

  private static func authKeyContext(_ account: AccountID) -> String {
    "auth key of account \(account)"
  }

  private static func temporaryKeyContext(_ account: AccountID) -> String {
    "temporary key of account \(account)"
  }

  private static func saltContext(_ account: AccountID) -> String {
    "server salt of account \(account)"
  }
}

extension StoredTemporaryKey {
  private static let keySize = 256

  /// Salt (8), end (4), both little-endian, then the key.
  var packed: [UInt8] {
    salt.littleEndianBytes
      + withUnsafeBytes(of: expiresAt.littleEndian) { Array($0) } + secret.exposed()
  }

  init?(packed: [UInt8]) {
    guard packed.count == 12 + Self.keySize else { return nil }
    func number(_ bytes: ArraySlice<UInt8>) -> UInt64 {
      bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
    self.init(
      secret: SecretBytes(packed[12...]), salt: Int64(bitPattern: number(packed[..<8])),
      expiresAt: Int32(truncatingIfNeeded: number(packed[8..<12])))
  }
}

extension Int64 {
  var littleEndianBytes: [UInt8] { withUnsafeBytes(of: littleEndian) { Array($0) } }

  init(littleEndianBytes bytes: [UInt8]) {
    self = Int64(bitPattern: bytes.prefix(8).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
  }
}
