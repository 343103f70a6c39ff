import ArgumentParser
import Cryptography
import Engine
import Foundation
import Logging
import MTProto
import Model
import Rules
import Store
import Telegram

/// Many accounts at work in one process, each with all that `understudy run` gives an account: a client,
/// its updates, an engine, and rules of its own with their Lua states. Sessions come in, one a line;
/// when all are ready it says so.
struct Accounts: AsyncParsableCommand {
  static let configuration = CommandConfiguration(shouldDisplay: false)

  @Option var server: Int
  @Option var key: String
  @Option var home: String
  @Option var rules: String
  @Option var count: Int

  func run() async throws {
    let publicKey = try RSAPublicKey(pem: String(contentsOfFile: key, encoding: .utf8))
    let address = ServerAddress(dc: 2, host: "127.0.0.1", port: server)
    let configuration = Stage.configuration(address, publicKey)
    let store = try Store(
      path: home + "/understudy.db", key: SecretBytes([UInt8](repeating: 7, count: 32)))
    let (ready, announce) = AsyncStream.makeStream(of: AccountID.self)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<count {
        guard let line = readLine() else { throw BenchmarkError("a session is missing") }
        let account = AccountID(Invented.account(number))
        let member = try Member(
          account: account, session: try SessionString.parse(Secret(line)),
          configuration: configuration, store: store, folder: RuleFolder(path: rules)
        ) { announce.yield(account) }
        group.addTask { try await member.run() }
      }
      group.addTask {
        var names: Set<AccountID> = []
        for await account in ready {
          names.insert(account)
          if names.count == count { Serve.say("ready") }
        }
      }
      group.addTask { await Serve.untilInputEnds() }
      try await group.next()
      group.cancelAll()
    }
  }

  /// As RunCommand puts it together.
  private struct Member: Sendable {
    let telegram: TelegramAccount
    let engine: Engine
    let reloader: RuleReloader
    let sources: [RuleSource]

    init(
      account: AccountID, session: SavedSession, configuration: ClientConfiguration, store: Store,
      folder: RuleFolder, onReady: @escaping @Sendable () -> Void
    ) throws {
      let client = try TelegramClient(configuration: configuration, session: session)
      telegram = TelegramAccount(
        account: account, client: client, positions: [],
        directory: PeerDirectory(
          reference: { try? await store.peer($0, account: account) },
          chat: { try? await store.chat($0, account: account) }))
      sources = try folder.read()
      engine = Engine(
        EngineParts(
          account: account, owner: Contact(id: account.rawValue, firstName: "Guest", isSelf: true),
          store: store, rules: try RuleSet.load(sources), messenger: telegram.messenger,
          model: SilentModel(),
          events: { event in if case .ready = event.kind { onReady() } }))
      reloader = RuleReloader(folder: folder, clock: .system) { [engine] outcome in
        guard case .loaded(let rules) = outcome else { return }
        try? await engine.reload(rules)
      }
    }

    func run() async throws {
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { try await telegram.run() }
        group.addTask {
          guard let first = try await telegram.updates.next() else { return }
          try await engine.accept(first)
          try await withThrowingTaskGroup(of: Void.self) { inner in
            inner.addTask { try await engine.run() }
            inner.addTask { await reloader.run(from: sources) }
            inner.addTask {
              while let batch = try await telegram.updates.next() {
                try await engine.accept(batch)
              }
            }
            defer { inner.cancelAll() }
            try await inner.next()
          }
        }
        defer { group.cancelAll() }
        try await group.next()
      }
    }
  }

  private struct SilentModel: TextModel {
    let name = "none"
    func complete(_ request: TextRequest) async throws -> TextCompletion {
      throw BenchmarkError("no model here")
    }
    func stream(_ request: TextRequest) -> AsyncThrowingStream<String, any Error> {
      AsyncThrowingStream { $0.finish() }
    }
  }
}
