import MTProto
import Model
import Sandbox
import Testing

/// kurigram 2.2, another client that is not ours, works against the sandbox.
@Suite("kurigram", .timeLimit(.minutes(5)))
struct KurigramTests {
  typealias DialogRow = TelethonTests.DialogRow
  typealias MessageRow = TelethonTests.MessageRow

  /// Logs in as the owner with the code that the server sends, and begins to handle updates.
  static func logIn(_ agent: ForeignAgent, _ server: TelegramServer) async throws {
    let _: Bool = try await agent.ask("connect")
    let _: String = try await agent.ask("send_code", ["phone": Cast.ownerPhone])
    // On a busy machine the client may have asked twice: the last code counts.
    let code = try #require(await server.look { $0.pendingCode(of: Cast.ownerPhone) })
    let id: Int64 = try await agent.ask("sign_in", ["code": code])
    #expect(id == Cast.owner)
    let _: Int64 = try await agent.ask("begin")
  }

  @Test(
    "kurigram logs in with a code, and a wrong one is refused [A2, mtproto 25]",
    arguments: [
      "abridged", "intermediate", "padded", "full", "obfuscated", "obfuscated-intermediate",
    ])
  func login(transport: String) async throws {
    try await Fixtures.withServer { server in
      try await ForeignAgent.with(server, .kurigram, transport: transport) { agent in
        var codes = server.loginCodes().makeAsyncIterator()
        #expect(try await agent.ask("connect") == false)
        #expect(try await agent.ask("send_code", ["phone": Cast.ownerPhone]) == "SMS")
        let code = try #require(await codes.next())
        let wrong = await #expect(throws: ForeignAgent.Failure.self) {
          try await agent.ask(
            "sign_in", ["code": code.code == "12345" ? "54321" : "12345"], as: Int64.self)
        }
        #expect(wrong?.name == "PhoneCodeInvalid")
        #expect(try await agent.ask("sign_in", ["code": code.code]) == Cast.owner)
        let me: [String: Value] = try await agent.ask("me")
        #expect(me["name"] == .text("Robin Hale"))
        #expect(me["phone"] == .text(Person.digits(Cast.ownerPhone)))
      }
    }
  }

  @Test("kurigram logs in with a password after the code, and a wrong one is refused [B1]")
  func twoStepLogin() async throws {
    try await Fixtures.withServer(password: "correct horse") { server in
      try await ForeignAgent.with(server, .kurigram) { agent in
        var codes = server.loginCodes().makeAsyncIterator()
        let _: Bool = try await agent.ask("connect")
        let _: String = try await agent.ask("send_code", ["phone": Cast.ownerPhone])
        let code = try #require(await codes.next())
        let needed = await #expect(throws: ForeignAgent.Failure.self) {
          try await agent.ask("sign_in", ["code": code.code], as: Int64.self)
        }
        #expect(needed?.name == "SessionPasswordNeeded")
        let wrong = await #expect(throws: ForeignAgent.Failure.self) {
          try await agent.ask("password", ["password": "wrong horse"], as: Int64.self)
        }
        #expect(wrong?.name == "PasswordHashInvalid")
        #expect(try await agent.ask("password", ["password": "correct horse"]) == Cast.owner)
      }
    }
  }

  @Test(
    "kurigram lists every dialog and reads whole histories [B2, B5, mtproto 25]",
    arguments: ["intermediate", "padded"])
  func dialogsAndHistory(transport: String) async throws {
    try await Fixtures.withServer(history: 230) { server in
      try await ForeignAgent.with(server, .kurigram, transport: transport) { agent in
        try await Self.logIn(agent, server)
        let rows: [DialogRow] = try await agent.ask("dialogs")
        let expected = await server.look { $0.dialogs(of: Cast.owner) }
        #expect(rows.map(\.id) == expected.map(\.chat.marked))
        #expect(rows.map(\.unread) == expected.map(\.unread))
        #expect(rows.map(\.archived) == expected.map(\.state.isArchived))
        #expect(rows.first { $0.pinned }?.name == "Alice Moreno")
        #expect(rows.first { $0.name == "Sunday football" }?.isGroup == true)
        #expect(rows.first { $0.name == "Harbour City News" }?.isChannel == true)
        for chat in [PeerID.user(Cast.alice), Cast.football, Cast.neighbours, Cast.news] {
          let found: [MessageRow] = try await agent.ask("history", ["chat": chat.marked])
          let stored = await server.look { world in
            found.map { world.find($0.id, in: chat, for: Cast.owner) }
          }
          let all = await server.look { world in
            world.search("", in: chat, for: Cast.owner, HistoryQuery(limit: 0)).total
          }
          #expect(found.count == all, "\(chat)")
          for (row, message) in zip(found, stored) {
            let message = try #require(message)
            #expect(row.text == message.text && row.date == message.date)
            #expect(row.replyTo == message.replyTo)
            // Of service messages kurigram does not tell.
            #expect(row.out == (message.author == Cast.owner) || row.service)
          }
        }
      }
    }
  }

  @Test(
    "Messages go both ways, live, and are changed and taken back [A3, A4, mtproto 25]",
    arguments: ["abridged", "padded", "full", "obfuscated"])
  func live(transport: String) async throws {
    try await Fixtures.withServer { server in
      try await ForeignAgent.with(server, .kurigram, transport: transport) { agent in
        try await Self.logIn(agent, server)
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
        #expect(arrival.readBefore && arrival.typedBefore)

        try await alice.read(.user(Cast.owner))
        #expect(try await agent.next("read").upTo == sent.id)

        try await alice.edit(question.id, in: .user(Cast.owner), to: "still there?")
        #expect(try await agent.next("edited").text == "still there?")
        let _: MessageRow = try await agent.ask(
          "edit", ["chat": Cast.alice, "message": sent.id, "text": "yes **indeed**"])
        let stored = await server.look { $0.find(sent.id, in: .user(Cast.alice), for: Cast.owner) }
        #expect(stored?.text == "yes indeed")
        #expect(try await agent.ask("delete", ["chat": Cast.alice, "messages": [sent.id]]) == 1)

        try await server.contact(Cast.ben).send("ping @robinhale", to: Cast.football)
        var mention = try await agent.next("message")
        // It is told of what the owner has sent, too.
        while mention.chat == Cast.alice { mention = try await agent.next("message") }
        #expect(mention.chat == Cast.football.marked)
        #expect(mention.mentioned == true)
        #expect(mention.name == "Ben Okafor")
        try await server.contact(Cast.emma).send("The fair opens today.", to: Cast.news)
        let post = try await agent.next("message")
        #expect(post.chat == Cast.news.marked)
        #expect(post.text == "The fair opens today.")
      }
    }
  }

  @Test("What kurigram does otherwise than it should is served, and noted; nothing else is found")
  func conduct() async throws {
    try await Fixtures.withServer { server in
      try await ForeignAgent.with(server, .kurigram) { agent in
        try await Self.logIn(agent, server)
        let _: [DialogRow] = try await agent.ask("dialogs")
        let _: [MessageRow] = try await agent.ask("history", ["chat": Cast.alice])
      }
      let report = await server.conductReport()
      let rules = Set(report.breaches.map(\.rule))
      #expect(rules.isSuperset(of: [.innerPadding, .innerWithoutDC]))
      #expect(report.excusing(ConductRule.brokenByForeignClients).isFlawless, "\(report)")
    }
  }

  @Test("A session string logs in again without a code, and not after logging out [A17]")
  func sessionString() async throws {
    try await Fixtures.withServer { server in
      let session = try await ForeignAgent.with(server, .kurigram) { agent in
        try await Self.logIn(agent, server)
        return try await agent.ask("session", as: String.self)
      }
      try await ForeignAgent.with(server, .kurigram, session: session) { agent in
        let isAuthorized: Bool = try await agent.ask("connect")
        #expect(isAuthorized)
        #expect(try await agent.ask("begin") == Cast.owner)
        let isLoggedOut: Bool = try await agent.ask("log_out")
        #expect(isLoggedOut)
      }
      try await ForeignAgent.with(server, .kurigram, session: session) { agent in
        // It believes its string until it asks.
        let _: Bool = try await agent.ask("connect")
        let refusal = await #expect(throws: ForeignAgent.Failure.self) {
          try await agent.ask("begin", as: Int64.self)
        }
        #expect(refusal?.name == "AuthKeyUnregistered")
      }
    }
  }

  @Test("People are found by name, contacts listed, history searched")
  func lookingUp() async throws {
    try await Fixtures.withServer { server in
      try await server.contact(Cast.ben).send("a zeppelin!", to: .user(Cast.owner))
      try await ForeignAgent.with(server, .kurigram) { agent in
        try await Self.logIn(agent, server)
        #expect(try await agent.ask("resolve", ["name": "benokafor"]) == Cast.ben)
        #expect(try await agent.ask("resolve", ["name": "harbourcitynews"]) == Cast.news.marked)
        let nobody = await #expect(throws: ForeignAgent.Failure.self) {
          try await agent.ask("resolve", ["name": "nobodyhere"], as: Int64.self)
        }
        #expect(nobody?.name == "UsernameNotOccupied")
        let contacts: [Int64] = try await agent.ask("contacts")
        #expect(contacts == [Cast.alice, Cast.ben, Cast.clara, Cast.dmitri, Cast.emma, Cast.felix])
        let found: [MessageRow] = try await agent.ask(
          "history", ["chat": Cast.ben, "search": "Zeppelin"])
        #expect(found.map(\.text) == ["a zeppelin!"])
      }
    }
  }
}
