import Foundation
import MTProto
import Model
import Store
import Telegram

/// Takes a session over from TELEGRAM_SESSION_STRING.
enum SessionImport {
  static func run(
    _ string: Secret<String>, into home: Home, store: Store, server: OwnServer?,
    configuration: ClientConfiguration
  ) async throws -> StoredSession {
    let session = try SessionString.parse(string)
    let lock = try KeyLock(session.authKey, home: home)
    defer { withExtendedLifetime(lock) {} }
    let client = try TelegramClient(configuration: configuration, session: session)
    let (owner, current) = try await Connected.run(client) { client in
      let me = try await AccountAPI(
        account: AccountID(0), call: client.call, book: PeerBook()
      ).me()
      return (me, await client.session ?? session)
    }
    let stored = StoredSession(
      current, owner: owner, phone: nil, isBot: owner.isBot, at: WallClock.system.now)
    try await store.save(stored)
    try await ProxyChoice.keep(configuration.proxy, for: stored.account, in: store)
    try await ServerChoice.keep(server, for: stored.account, in: store)
    return stored
  }
}

extension StoredSession {
  init(_ session: SavedSession, owner: Contact, phone: String?, isBot: Bool, at now: Timestamp) {
    self.init(
      account: AccountID(owner.id), firstName: owner.firstName, username: owner.username,
      phone: phone, isBot: isBot, dc: session.address.dc, host: session.address.host,
      port: session.address.port, authKey: session.authKey, salt: session.salt,
      temporaryKey: session.temporaryKey.map { StoredTemporaryKey($0) },
      timeOffset: session.timeOffset, created: now, used: now)
  }

  /// With what the client has learnt since: data center, key and salt may have changed.
  func updated(by session: SavedSession, at now: Timestamp) -> StoredSession {
    var updated = self
    updated.dc = session.address.dc
    updated.host = session.address.host
    updated.port = session.address.port
    updated.authKey = session.authKey
    updated.salt = session.salt
    updated.temporaryKey = session.temporaryKey.map { StoredTemporaryKey($0) }
    updated.timeOffset = session.timeOffset
    updated.used = now
    return updated
  }

  var serverSession: SavedSession {
    SavedSession(
      address: ServerAddress(dc: dc, host: host, port: port), authKey: authKey, salt: salt,
      temporaryKey: temporaryKey.flatMap { TemporaryKey($0) }, timeOffset: timeOffset)
  }

  var owner: Contact {
    Contact(id: account.rawValue, firstName: firstName, username: username, isSelf: true)
  }
}

extension StoredForeignSession {
  init(_ session: SavedSession) {
    self.init(
      dc: session.address.dc, host: session.address.host, port: session.address.port,
      authKey: session.authKey, salt: session.salt,
      temporaryKey: session.temporaryKey.map { StoredTemporaryKey($0) },
      timeOffset: session.timeOffset)
  }

  var serverSession: SavedSession {
    SavedSession(
      address: ServerAddress(dc: dc, host: host, port: port), authKey: authKey, salt: salt,
      temporaryKey: temporaryKey.flatMap { TemporaryKey($0) }, timeOffset: timeOffset)
  }
}

extension StoredTemporaryKey {
  init(_ key: TemporaryKey) {
    self.init(secret: key.key.secret, salt: key.salt, expiresAt: key.expiresAt)
  }
}

extension TemporaryKey {
  /// Nil if it is no key: another one is made then.
  init?(_ stored: StoredTemporaryKey) {
    guard let key = AuthKey(stored.secret) else { return nil }
    self.init(key: key, salt: stored.salt, expiresAt: stored.expiresAt)
  }
}
