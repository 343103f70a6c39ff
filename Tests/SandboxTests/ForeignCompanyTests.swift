import Cryptography
import MTProto
import Model
import Sandbox
import Telegram
import Testing

/// Our own client and one that is not ours write to each other.
@Suite("Our client in foreign company", .timeLimit(.minutes(3)))
struct ForeignCompanyTests {
  typealias DialogRow = TelethonTests.DialogRow
  typealias MessageRow = TelethonTests.MessageRow

  @Test(
    "Each reads what the other wrote, live and in the history [A3, A4, B2]",
    arguments: [ForeignAgent.Library.telethon, .kurigram], TransportKind.allCases)
  func conversation(library: ForeignAgent.Library, ours: TransportKind) async throws {
    try await Fixtures.withServer(history: 5) { server in
      try await Self.asAlice(at: server, transport: ours) { account in
        try await ForeignAgent.with(server, library) { agent in
          switch library {
          case .telethon: try await TelethonTests.logIn(agent, server)
          case .kurigram: try await KurigramTests.logIn(agent, server)
          }
          let _: [DialogRow] = try await agent.ask("dialogs")
          let _: Bool = try await agent.ask("listen")
          _ = try await account.api.dialogs()
          try await Self.exchange(account, agent)
        }
      }
    }
  }

  private static let texts = ["plain", "Привет, 👋🏽 מה שלומך?", "line\nby\nline 👩‍🚀"]

  private static func exchange(_ account: TelegramAccount, _ agent: ForeignAgent) async throws {
    let owner = PeerID.user(Cast.owner)
    for (index, text) in texts.enumerated() {
      let sent = try await account.messenger.send(
        OutgoingMessage(chat: owner, text: text, randomID: Int64(index + 1)))
      var event = try await agent.next("message")
      while event.out == true { event = try await agent.next("message") }
      #expect(event.text == text)
      #expect(event.sender == Cast.alice)
      let answer: MessageRow = try await agent.ask(
        "send", ["chat": Cast.alice, "text": "re: \(text)", "reply_to": try #require(event.id)])
      let message = try await Self.next(account)
      #expect(message.text == "re: \(text)")
      #expect(message.sender == owner)
      #expect(message.replyTo == sent.id)
      #expect(answer.out)
    }
    let theirs: [MessageRow] = try await agent.ask("history", ["chat": Cast.alice])
    let mine = try await account.api.history(of: owner, limit: 100)
    #expect(theirs.prefix(6).map(\.text) == texts.reversed().flatMap { ["re: \($0)", $0] })
    #expect(mine.map(\.text) == theirs.map { $0.text ?? "" })
    #expect(mine.map(\.isOutgoing) == theirs.map { !$0.out })
  }

  /// The next message that somebody else wrote.
  private static func next(_ account: TelegramAccount) async throws -> Message {
    while true {
      let batch = try #require(try await account.updates.next())
      for case .message(let message) in batch.events where !message.isOutgoing { return message }
    }
  }

  /// Our client, logged in as Alice.
  private static func asAlice(
    at server: TelegramServer, transport: TransportKind,
    _ body: @escaping @Sendable (TelegramAccount) async throws -> Void
  ) async throws {
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
    try await beside({ try await account.run() }) { try await body(account) }
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
