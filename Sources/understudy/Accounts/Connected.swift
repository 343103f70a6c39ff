import Foundation
import Model
import Store
import Telegram

/// Runs a piece of work while a client is connected.
enum Connected {
  /// The client ends with the work; if the client ends first, the work ends with its error.
  static func run<Value: Sendable>(
    _ client: TelegramClient, _ work: @escaping @Sendable (TelegramClient) async throws -> Value
  ) async throws -> Value {
    try await withThrowingTaskGroup(of: Value?.self) { group in
      group.addTask {
        try await client.run()
        return nil
      }
      group.addTask { try await work(client) }
      defer { group.cancelAll() }
      while let ended = try await group.next() {
        if let value = ended { return value }
      }
      throw TelegramError(.closed, "The connection was closed.")
    }
  }

  /// As above, as an account that is logged in: its session is kept up to date in the store.
  static func run<Value: Sendable>(
    as session: StoredSession, of home: Home, store: Store, configuration: ClientConfiguration,
    _ work: @escaping @Sendable (AccountAPI) async throws -> Value
  ) async throws -> Value {
    let lock = try KeyLock(session.authKey, home: home)
    defer { withExtendedLifetime(lock) {} }
    let client = try TelegramClient(
      configuration: configuration, session: session.serverSession,
      floods: try await floods(of: session.account, in: store),
      foreign: try await foreign(of: session.account, in: store),
      save: saver(of: session, in: store))
    let directory = PeerDirectory(store: store, account: session.account)
    return try await run(client) { client in
      let api = AccountAPI(
        account: session.account, call: client.call, book: PeerBook(directory: directory),
        files: client.files)
      return try await work(api)
    }
  }

  /// What Telegram has asked the account to wait for, kept from one process to the next.
  static func floods(of account: AccountID, in store: Store) async throws -> FloodStore {
    let name = "flood_waits"
    let kept = try await store.setting(name, account: account)
    let blocked = try kept.map {
      try JSONDecoder().decode([String: Timestamp].self, from: Data($0.utf8))
    }
    return FloodStore(blocked ?? [:]) { blocked in
      do {
        let text = String(decoding: try JSONEncoder().encode(blocked), as: UTF8.self)
        try await store.set(name, to: text, account: account)
      } catch {
        // It holds in this process all the same; the next one is told by Telegram again.
        Terminal.note("understudy: a wait that Telegram asked for could not be kept: \(error)")
      }
    }
  }

  /// What the account has agreed on with other data centers, kept from one process to the next.
  static func foreign(of account: AccountID, in store: Store) async throws -> ForeignSessions {
    ForeignSessions(
      known: try await store.foreignSessions(of: account).map(\.serverSession),
      keep: { session in
        do {
          try await store.save(StoredForeignSession(session), of: account)
        } catch {
          Terminal.note("understudy: a session for files could not be kept: \(error)")
        }
      },
      forget: { dc in
        do {
          try await store.deleteForeignSession(of: account, dc: dc)
        } catch {
          Terminal.note("understudy: a session for files could not be forgotten: \(error)")
        }
      })
  }

  static func saver(
    of session: StoredSession, in store: Store
  ) -> @Sendable (SavedSession) async -> Void {
    { current in
      do {
        try await store.save(session.updated(by: current, at: WallClock.system.now))
      } catch {
        // The key itself is stored already; what is lost costs one round trip at the next start.
        Terminal.note("understudy: the session could not be updated: \(error)")
      }
    }
  }
}

extension PeerDirectory {
  /// What the store remembers of the account's peers.
  init(store: Store, account: AccountID) {
    self.init(
      reference: { peer in try? await store.peer(peer, account: account) },
      chat: { peer in try? await store.chat(peer, account: account) })
  }
}
