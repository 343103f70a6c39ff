import Cryptography
import Foundation
import MTProto
import Model
import Sandbox
import Telegram
import Testing

/// The sandbox with its invented people, and an account that logs in to it over the wire.
struct SandboxStage: Sendable {
  let server: TelegramServer
  var configuration: ClientConfiguration

  static let ownerID = AccountID(Cast.owner)

  static func run<Result: Sendable>(
    history: Int = 12, logLimit: Int = 10_000, prefersShortUpdates: Bool = false,
    isBrief: Bool = false, directory: URL? = nil, time: TestTime? = nil,
    excusing: Set<ConductRule> = [],
    _ body: @escaping @Sendable (SandboxStage) async throws -> Result
  ) async throws -> Result {
    let key = try ServerKey(#require(Harness.serverKey))
    var world = World.populated(seed: 7, clock: .system, history: history)
    world.limits.log = logLimit
    world.isBriefAboutStrangers = isBrief
    var serverConfiguration = TelegramServer.Configuration()
    serverConfiguration.prefersShortUpdates = prefersShortUpdates
    serverConfiguration.directory = directory
    if let time {
      serverConfiguration.moment = time.moment
      serverConfiguration.waits = time.clock
    }
    return try await TelegramServer.withServer(
      world: world, key: key, configuration: serverConfiguration
    ) { server in
      let address = ServerAddress(dc: 2, host: server.host, port: server.port)
      var configuration = Harness.configuration(address, key.key.publicKey)
      if let time {
        configuration.moment = time.moment
        configuration.waits = time.clock
      }
      let stage = SandboxStage(server: server, configuration: configuration)
      let result = try await body(stage)
      let conduct = await server.conductReport().excusing(excusing)
      #expect(conduct.isFlawless, "\(conduct)")
      return result
    }
  }

  /// Logs somebody in by the code that the sandbox sends: the owner, unless it is another.
  ///
  /// - Returns: the session, with which a new client needs no code.
  func login(as person: Int64 = Cast.owner) async throws -> SavedSession {
    let client = try TelegramClient(configuration: configuration)
    let server = server
    let phone = try #require(await server.look { $0.people[person]?.phone })
    let session = try await Harness.run(client) { client in
      let flow = LoginFlow(client)
      var codes = server.loginCodes().makeAsyncIterator()
      let sent = try await flow.sendCode(to: PhoneNumber(phone))
      let code = try #require(await codes.next())
      guard case .done(let me) = try await flow.signIn(sent, code: code.code) else {
        throw LoginError(.other, "a password was asked for")
      }
      #expect(me.id == person)
      return await client.session
    }
    return try #require(session)
  }

  /// How often a text of the owner's lies in the person's chat with them.
  func copies(of text: String, for person: Int64) async -> Int {
    await texts(from: Cast.owner, for: person, count: 100).count { $0 == text }
  }

  /// The newest texts of one person's chat with another, oldest first.
  func texts(from author: Int64, for person: Int64, count: Int32) async -> [String] {
    await server.look { world in
      let page = try? world.history(of: .user(author), for: person, HistoryQuery(limit: count))
      let messages = page?.messages.reversed() ?? []
      return messages.filter { $0.author == author }.map(\.text)
    }
  }

  /// The account at work beside the body.
  func work<Result: Sendable>(
    session: SavedSession, positions: [UpdatePosition] = [], as person: Int64 = Cast.owner,
    foreign: ForeignSessions = ForeignSessions(),
    _ body: @escaping @Sendable (TelegramAccount) async throws -> Result
  ) async throws -> Result {
    let client = try TelegramClient(
      configuration: configuration, session: session, foreign: foreign)
    let account = TelegramAccount(
      account: AccountID(person), client: client, positions: positions)
    return try await withThrowingTaskGroup(of: Result?.self) { group in
      group.addTask {
        try await account.run()
        return nil
      }
      group.addTask { try await body(account) }
      defer { group.cancelAll() }
      for try await result in group {
        if let result { return result }
      }
      throw CancellationError()
    }
  }
}

extension TelegramAccount {
  /// Takes batches until such an event comes; nil once there are none any more.
  func event(_ isMeant: (Event) -> Bool) async throws -> Event? {
    while let batch = try await updates.next() {
      if let event = batch.events.first(where: isMeant) { return event }
    }
    return nil
  }

  /// Takes batches until so many new messages have come.
  func messages(_ count: Int) async throws -> (messages: [Message], batches: [EventBatch]) {
    var messages: [Message] = []
    var batches: [EventBatch] = []
    while messages.count < count {
      let batch = try #require(try await updates.next())
      batches.append(batch)
      for case .message(let message) in batch.events { messages.append(message) }
    }
    return (messages, batches)
  }
}
