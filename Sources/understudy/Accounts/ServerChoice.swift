import Foundation
import Model
import Store

/// Which server a command speaks to: as `--server` says, else as TELEGRAM_SERVER does, else the one
/// that the account was logged in at.
enum ServerChoice {
  case unsaid
  case own(OwnServer)

  private static let setting = "server"

  /// - Parameter options: nil where a command has none.
  init(_ options: ServerOptions?, _ settings: Settings) throws {
    let server = options?.server ?? settings.values["TELEGRAM_SERVER"]
    let keyFile = options?.serverKey ?? settings.values["TELEGRAM_SERVER_KEY"]
    switch (server, keyFile) {
    case (nil, nil): self = .unsaid
    case (nil, _?):
      throw CommandError(
        .usage, "A server key is given, but no server.",
        remedy: "Give both --server and --server-key (or TELEGRAM_SERVER and …_KEY).")
    case (let server?, nil):
      throw CommandError(
        .usage, "The server \(server) has no key.",
        remedy: "Name its RSA public key with --server-key or TELEGRAM_SERVER_KEY.")
    case (let server?, let keyFile?):
      let dc = try Self.dataCenter(options, settings)
      self = .own(try OwnServer(server, dc: dc, keyFile: keyFile))
    }
  }

  /// What was said here and now; nil: nothing, so that a login goes to Telegram itself.
  var said: OwnServer? {
    if case .own(let server) = self { server } else { nil }
  }

  /// The server to use for an account; nil: Telegram's own.
  func server(of account: AccountID, in store: Store) async throws -> OwnServer? {
    if let said { return said }
    guard let kept = try await store.setting(Self.setting, account: account) else { return nil }
    return try JSONDecoder().decode(OwnServer.self, from: Data(kept.utf8))
  }

  /// Keeps the server for what the account does later; nil forgets the one it had.
  static func keep(_ server: OwnServer?, for account: AccountID, in store: Store) async throws {
    let text = try server.map { String(decoding: try JSONEncoder().encode($0), as: UTF8.self) }
    try await store.set(setting, to: text, account: account)
  }

  private static func dataCenter(_ options: ServerOptions?, _ settings: Settings) throws -> Int {
    if let dc = options?.dc {
      guard (1...255).contains(dc) else {
        throw CommandError(.usage, "--dc must be a number from 1 to 255.")
      }
      return dc
    }
    guard let text = settings.values["TELEGRAM_DC"] else { return 2 }
    guard let dc = Int(text), (1...255).contains(dc) else {
      throw CommandError(.usage, "TELEGRAM_DC must be a number from 1 to 255.")
    }
    return dc
  }
}
