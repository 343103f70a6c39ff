import Foundation
import Model
import Sandbox
import Testing

/// Telethon 1.45, a client that is not ours, works against the sandbox.
@Suite("Telethon", .timeLimit(.minutes(5)))
struct TelethonTests {
  struct DialogRow: Decodable, Sendable {
    let id: Int64
    let name: String
    let unread: Int32
    let pinned: Bool
    let archived: Bool
    let isUser: Bool
    let isGroup: Bool
    let isChannel: Bool
    let top: String
  }

  struct MessageRow: Decodable, Sendable, Equatable {
    let id: Int32
    let chat: Int64
    let sender: Int64?
    let text: String?
    let out: Bool
    let date: Int32
    let replyTo: Int32?
    let mentioned: Bool
    let service: Bool
  }

  /// Logs in as the owner with the code that the server sends.
  static func logIn(_ agent: ForeignAgent, _ server: TelegramServer) async throws {
    let _: Bool = try await agent.ask("connect")
    let _: String = try await agent.ask("send_code", ["phone": Cast.ownerPhone])
    // On a busy machine the client may have asked twice: the last code counts.
    let code = try #require(await server.look { $0.pendingCode(of: Cast.ownerPhone) })
    let id: Int64 = try await agent.ask("sign_in", ["code": code])
    #expect(id == Cast.owner)
  }

  @Test(
    "Telethon logs in with a code, and a wrong one is refused [A2, mtproto 25]",
    arguments: ["abridged", "intermediate", "full", "obfuscated"])
  func login(transport: String) async throws {
    try await Fixtures.withServer { server in
      try await ForeignAgent.with(server, transport: transport) { agent in
        var codes = server.loginCodes().makeAsyncIterator()
        #expect(try await agent.ask("connect") == false)
        let type: String = try await agent.ask("send_code", ["phone": Cast.ownerPhone])
        #expect(type == "SentCodeTypeSms")
        let code = try #require(await codes.next())
        let wrong = code.code == "12345" ? "54321" : "12345"
        await #expect(throws: ForeignAgent.Failure.self) {
          try await agent.ask("sign_in", ["code": wrong], as: Int64.self)
        }
        #expect(try await agent.ask("sign_in", ["code": code.code]) == Cast.owner)
        let me: [String: Value] = try await agent.ask("me")
        #expect(me["name"] == .text("Robin Hale"))
        #expect(me["phone"] == .text(Person.digits(Cast.ownerPhone)))
      }
    }
  }

  @Test("Telethon logs in with a password after the code, and a wrong one is refused [B1]")
  func twoStepLogin() async throws {
    try await Fixtures.withServer(password: "correct horse") { server in
      try await ForeignAgent.with(server) { agent in
        var codes = server.loginCodes().makeAsyncIterator()
        let _: Bool = try await agent.ask("connect")
        let _: String = try await agent.ask("send_code", ["phone": Cast.ownerPhone])
        let code = try #require(await codes.next())
        let needed = await #expect(throws: ForeignAgent.Failure.self) {
          try await agent.ask("sign_in", ["code": code.code], as: Int64.self)
        }
        #expect(needed?.name == "SessionPasswordNeededError")
        let wrong = await #expect(throws: ForeignAgent.Failure.self) {
          try await agent.ask("password", ["password": "wrong horse"], as: Int64.self)
        }
        #expect(wrong?.name == "PasswordHashInvalidError")
        #expect(try await agent.ask("password", ["password": "correct horse"]) == Cast.owner)
      }
    }
  }

  @Test(
    "Telethon lists every dialog and reads whole histories [B2, B5, mtproto 25]",
    arguments: ["abridged", "intermediate", "obfuscated"])
  func dialogsAndHistory(transport: String) async throws {
    try await Fixtures.withServer(history: 230) { server in
      try await ForeignAgent.with(server, transport: transport) { agent in
        try await Self.logIn(agent, server)
        let rows: [DialogRow] = try await agent.ask("dialogs")
        let expected = await server.look { $0.dialogs(of: Cast.owner) }
        #expect(rows.map(\.id) == expected.map(\.chat.marked))
        #expect(rows.map(\.unread) == expected.map(\.unread))
        #expect(rows.first { $0.pinned }?.name == "Alice Moreno")
        #expect(rows.first { $0.archived }?.name == "Felix Brandt")
        #expect(rows.first { $0.name == "Sunday football" }?.isGroup == true)
        #expect(rows.first { $0.name == "Harbour City News" }?.isChannel == true)
        for chat in [PeerID.user(Cast.alice), Cast.football, Cast.neighbours, Cast.news] {
          try await Self.checkHistory(of: chat, agent, server)
        }
      }
    }
  }

  private static func checkHistory(
    of chat: PeerID, _ agent: ForeignAgent, _ server: TelegramServer
  ) async throws {
    let all = await server.look { world in
      world.search("", in: chat, for: Cast.owner, HistoryQuery(limit: 0)).total
    }
    let newest: [MessageRow] = try await agent.ask("history", ["chat": chat.marked])
    #expect(newest.count == all, "\(chat)")
    #expect(newest.map(\.id) == newest.map(\.id).sorted(by: >), "\(chat)")
    let oldest: [MessageRow] = try await agent.ask(
      "history", ["chat": chat.marked, "reverse": true])
    #expect(oldest == newest.reversed(), "\(chat)")
    let stored = await server.look { world in
      newest.map { world.find($0.id, in: chat, for: Cast.owner) }
    }
    for (row, message) in zip(newest, stored) {
      let message = try #require(message)
      #expect(row.text ?? "" == message.text)
      #expect(row.date == message.date)
      #expect(row.replyTo == message.replyTo)
      #expect(row.out == (message.author == Cast.owner))
    }
  }

  @Test(
    "Messages go both ways, live [A3, A4, mtproto 25]",
    arguments: ["abridged", "intermediate", "full", "obfuscated"], [false, true])
  func live(transport: String, short: Bool) async throws {
    var configuration = TelegramServer.Configuration()
    configuration.prefersShortUpdates = short
    try await Fixtures.withServer(configuration: configuration) { server in
      try await ForeignAgent.with(server, transport: transport) { agent in
        try await Self.logIn(agent, server)
        // So that Telethon knows the people of short updates, as after any start.
        let _: [DialogRow] = try await agent.ask("dialogs")
        let _: Bool = try await agent.ask("listen")
        let alice = server.contact(Cast.alice)
        var arrivals = alice.arrivals().makeAsyncIterator()

        let question = try await alice.send("are you there?", to: .user(Cast.owner))
        let event = try await agent.next("message")
        #expect(event.text == "are you there?")
        #expect(event.sender == Cast.alice)
        #expect(event.name == "Alice Moreno")

        let id = try #require(event.id)
        let _: Bool = try await agent.ask("read", ["chat": Cast.alice])
        let _: Bool = try await agent.ask("type", ["chat": Cast.alice])
        let sent: MessageRow = try await agent.ask(
          "send", ["chat": Cast.alice, "text": "yes!", "reply_to": id])
        let arrival = try #require(await arrivals.next())
        #expect(arrival.text == "yes!")
        #expect(arrival.author == Cast.owner)
        #expect(arrival.message.replyTo == question.id)
        #expect(arrival.randomID != nil)
        #expect(arrival.readBefore)
        #expect(arrival.typedBefore)
        #expect(sent.out)

        try await alice.read(.user(Cast.owner))
        let read = try await agent.next("read")
        #expect(read.outbox == true)
        #expect(read.upTo == sent.id)

        try await server.contact(Cast.ben).send("ping @robinhale", to: Cast.football)
        let mention = try await agent.next("message")
        #expect(mention.chat == Cast.football.marked)
        #expect(mention.mentioned == true)
        #expect(mention.name == "Ben Okafor")

        try await server.contact(Cast.emma).send("The fair opens today.", to: Cast.news)
        let post = try await agent.next("message")
        #expect(post.chat == Cast.news.marked)
        #expect(post.text == "The fair opens today.")

        // The owner writes at another device.
        try await server.contact(Cast.owner).send("from my phone", to: .user(Cast.alice))
        let own = try await agent.next("message")
        #expect(own.out == true)
        #expect(own.text == "from my phone")
      }
    }
  }
}

/// A JSON value of the few kinds that the agent tells.
enum Value: Decodable, Sendable, Equatable {
  case text(String)
  case number(Int64)
  case none

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let number = try? container.decode(Int64.self) {
      self = .number(number)
    } else {
      self = .none
    }
  }
}
