import Cryptography
import MTProto
import Model
import Sandbox
import Telegram
import Testing

/// Our own client, in the company of others.
enum OurClient {
  /// Logged in as Alice, with her dialogs read.
  static func asAlice<Result: Sendable>(
    at server: TelegramServer, transport: TransportKind = .intermediate,
    _ body: @escaping @Sendable (TelegramAccount) async throws -> Result
  ) async throws -> Result {
    let configuration = ClientConfiguration(
      apiID: 1, apiHash: Secret("0123456789abcdef0123456789abcdef"),
      servers: TelegramServers(
        address: ServerAddress(dc: 2, host: server.host, port: server.port),
        key: server.key.key.publicKey), transport: transport)
    let phone = try #require(await server.look { $0.people[Cast.alice]?.phone })
    let first = try TelegramClient(configuration: configuration)
    let session = try await beside({ try await first.run() }) {
      var codes = server.loginCodes().makeAsyncIterator()
      let flow = LoginFlow(first)
      let sent = try await flow.sendCode(to: PhoneNumber(phone))
      let code = try #require(await codes.next())
      _ = try await flow.signIn(sent, code: code.code)
      return try #require(await first.session)
    }
    let client = try TelegramClient(configuration: configuration, session: session)
    let account = TelegramAccount(account: AccountID(Cast.alice), client: client, positions: [])
    return try await beside({ try await account.run() }) {
      _ = try await account.api.dialogs()
      return try await body(account)
    }
  }

  /// Does both, until the second is done.
  private static func beside<Result: Sendable>(
    _ work: @escaping @Sendable () async throws -> Void,
    _ body: @escaping @Sendable () async throws -> Result
  ) async throws -> Result {
    try await withThrowingTaskGroup(of: Result?.self) { group in
      group.addTask {
        try await work()
        return nil
      }
      group.addTask { try await body() }
      defer { group.cancelAll() }
      for try await result in group {
        if let result { return result }
      }
      throw CancellationError()
    }
  }
}

extension TelegramAccount {
  /// The next event for which `pick` gives something.
  func next<Picked>(_ pick: (Event) -> Picked?) async throws -> Picked {
    while true {
      let batch = try #require(try await updates.next())
      for event in batch.events {
        if let picked = pick(event) { return picked }
      }
    }
  }

  /// The next message that somebody else wrote.
  func nextMessage() async throws -> Message {
    try await next { event in
      if case .message(let message) = event, !message.isOutgoing { message } else { nil }
    }
  }
}
