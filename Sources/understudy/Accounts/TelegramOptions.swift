import ArgumentParser
import Cryptography
import Foundation
import Logging
import Model
import Store
import Telegram

/// Options of the commands that work as one of the home's accounts.
struct TelegramOptions: ParsableArguments {
  @OptionGroup var homeOptions: HomeOptions
  @OptionGroup var serverOptions: ServerOptions

  @Option(
    help: ArgumentHelp(
      "Which account, where the home has several: its id, @name or +phone.", valueName: "account"))
  var account: String?

  func configuration() throws -> ClientConfiguration {
    let settings = try homeOptions.settings()
    let servers = try ServerChoice.servers(serverOptions, settings)
    var configuration: ClientConfiguration
    if ServerChoice.isForeign(serverOptions, settings), settings.values["TELEGRAM_API_ID"] == nil {
      // Another server than Telegram's does not know the applications of my.telegram.org.
      configuration = ClientConfiguration(
        apiID: 1, apiHash: Secret(String(repeating: "0", count: 32)), servers: servers)
    } else {
      let application = try settings.application()
      configuration = ClientConfiguration(
        apiID: application.id, apiHash: application.hash, servers: servers)
    }
    configuration.proxy = try ProxyChoice(option: serverOptions.proxy, settings).said
    configuration.identity.appVersion = Understudy.configuration.version
    // What a command has to say it says in its own words; only `run` logs.
    configuration.logger.logLevel = .critical
    return configuration
  }

  /// The session to work with: the stored one, or else what TELEGRAM_SESSION_STRING holds, which
  /// then is stored. The configuration goes through the account's proxy from then on.
  func session(
    in store: Store, configuration: inout ClientConfiguration
  ) async throws -> StoredSession {
    let sessions = try await store.sessions()
    if sessions.isEmpty, let string = try homeOptions.settings().sessionString {
      return try await SessionImport.run(
        string, into: homeOptions.resolveHome(), store: store, configuration: configuration)
    }
    let session = try choose(from: sessions)
    configuration.proxy = try await proxy(of: session, in: store)
    return session
  }

  /// What connections of this account go through.
  func proxy(of session: StoredSession, in store: Store) async throws -> Proxy? {
    try await ProxyChoice(option: serverOptions.proxy, homeOptions.settings())
      .proxy(of: session.account, in: store)
  }

  func choose(from sessions: [StoredSession]) throws -> StoredSession {
    guard let wanted = account else {
      guard let only = sessions.first else {
        throw CommandError(
          .notLoggedIn, "No account is logged in.", remedy: "Run 'understudy login' first.")
      }
      guard sessions.count == 1 else {
        let names = sessions.map { $0.username.map { "@\($0)" } ?? $0.account.description }
        throw CommandError(
          .usage, "Several accounts are logged in: \(names.joined(separator: ", ")).",
          remedy: "Choose one with --account.")
      }
      return only
    }
    let name = wanted.hasPrefix("@") ? String(wanted.dropFirst()) : wanted
    let digits = wanted.filter(\.isNumber)
    let match = sessions.first {
      $0.account.description == wanted || $0.username?.lowercased() == name.lowercased()
        || wanted.hasPrefix("+") && $0.phone?.filter(\.isNumber) == digits
    }
    guard let match else {
      throw CommandError(
        .notLoggedIn, "No account \(wanted) is logged in.",
        remedy: "'understudy status' lists those that are.")
    }
    return match
  }
}
