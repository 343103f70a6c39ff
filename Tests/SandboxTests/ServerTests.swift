import Cryptography
import Foundation
import MTProto
import Model
import Sandbox
import TL
import TelegramSchema
import Testing

@Suite("Server", .timeLimit(.minutes(5)))
struct ServerTests {
  @Test("Keys are exchanged, a code logs in, and the client's conduct is without fault [A1, A2]")
  func login() async throws {
    try await Fixtures.withServer { server in
      try await WireClient.with(server) { client in
        _ = try await client.exchangeKeys()
        try await client.logIn(at: server)
        let users = try await client.call(Methods.Users.GetUsers(id: [.inputUserSelf]))
        guard case .user(let me) = users.first else {
          Issue.record("\(users)")
          return
        }
        #expect(me.id == Cast.owner && me.isSelf)
        #expect(await server.conductReport().isFlawless)
      }
    }
  }

  @Test("Calls before initConnection, and before login, are refused in the server's words")
  func notReady() async throws {
    try await Fixtures.withServer { server in
      try await WireClient.with(server) { client in
        _ = try await client.exchangeKeys()
        let raw = await #expect(throws: CallFailure.self) {
          try await client.callRaw(Methods.Help.GetNearestDc().encoded())
        }
        #expect(raw == .rpc(RPCError(code: 400, text: "CONNECTION_NOT_INITED")))
        let config = try await client.call(Methods.Help.GetConfig())
        #expect(config.dcOptions.first?.port == Int32(server.port))
        #expect(
          try await client.refusal(of: Methods.Updates.GetState()) == "AUTH_KEY_UNREGISTERED")
      }
    }
  }

  @Test("A method that is not served gets an error, and the connection stays")
  func unknownMethod() async throws {
    try await Self.loggedIn { _, client in
      #expect(
        try await client.refusal(of: Methods.Account.GetAuthorizations()) == "METHOD_INVALID")
      let nonsense = await #expect(throws: CallFailure.self) {
        try await client.callRaw([0xde, 0xad, 0xbe, 0xef])
      }
      #expect(nonsense == .rpc(RPCError(code: 400, text: "METHOD_INVALID")))
      _ = try await client.call(Methods.Updates.GetState())
    }
  }

  @Test("An access hash of another account is refused [B6]")
  func foreignHash() async throws {
    try await Self.loggedIn { server, client in
      let foreign = await server.look {
        $0.accessHash(of: .user(Cast.alice), for: Cast.ben)
      }
      let call = Methods.Messages.SendMessage(
        peer: .inputPeerUser(.init(userId: Cast.alice, accessHash: foreign)), message: "hi",
        randomId: 1)
      let answer = try await client.refusal(of: call)
      #expect(answer == "PEER_ID_INVALID")
    }
  }

  @Test("An unknown auth key is refused with -404")
  func unknownKey() async throws {
    try await Fixtures.withServer { server in
      let key = try #require(AuthKey([UInt8](repeating: 7, count: 256)))
      let identity = WireClient.Identity(key: key, salt: 0)
      try await WireClient.with(server, as: identity) { client in
        await #expect(throws: WireClient.Closed.self) {
          try await client.call(Methods.Help.GetConfig())
        }
        #expect(await client.refusal == .notFound)
      }
    }
  }

  @Test("What one session writes, the account's other sessions are told; itself it is not")
  func otherSessions() async throws {
    try await Self.loggedIn { server, first in
      let identity = try #require(await first.exchanged)
      try await WireClient.with(server, as: identity) { second in
        _ = try await second.call(Methods.Updates.GetState())
        try await Self.send("to both of us", from: first, 5, server)
        var updates = second.updates.makeAsyncIterator()
        #expect(Self.text(await updates.next()) == "to both of us")
        try await server.contact(Cast.alice).send("hello", to: .user(Cast.owner))
        var own = first.updates.makeAsyncIterator()
        // Its own message would have come before this one.
        #expect(Self.text(await own.next()) == "hello")
      }
    }
  }

  @Test("The code of a second login comes as a message from 777000 to the first")
  func codeByApp() async throws {
    try await Self.loggedIn { server, first in
      try await WireClient.with(server) { second in
        _ = try await second.exchangeKeys()
        let sent = try await second.call(
          Methods.Auth.SendCode(
            phoneNumber: Cast.ownerPhone, apiId: 1, apiHash: "sandbox",
            settings: API.CodeSettings()))
        guard case .sentCode(let sent) = sent, case .sentCodeTypeApp = sent.type else {
          Issue.record("\(sent)")
          return
        }
        var updates = first.updates.makeAsyncIterator()
        let text = try #require(Self.text(await updates.next()))
        let code = try #require(text.firstMatch(of: /\d{5}/)?.output)
        _ = try await second.call(
          Methods.Auth.SignIn(
            phoneNumber: Cast.ownerPhone, phoneCodeHash: sent.phoneCodeHash,
            phoneCode: String(code)))
      }
    }
  }

  @Test("A bot logs in with its token")
  func bot() async throws {
    try await Fixtures.withServer { server in
      let token = try #require(await server.look { $0.people[Cast.weatherBot]?.botToken })
      try await WireClient.with(server) { client in
        _ = try await client.exchangeKeys()
        let wrong = Methods.Auth.ImportBotAuthorization(
          flags: 0, apiId: 1, apiHash: "sandbox", botAuthToken: token + "x")
        #expect(try await client.refusal(of: wrong) == "ACCESS_TOKEN_INVALID")
        let right = Methods.Auth.ImportBotAuthorization(
          flags: 0, apiId: 1, apiHash: "sandbox", botAuthToken: token)
        guard case .authorization(let done) = try await client.call(right),
          case .user(let bot) = done.user
        else {
          Issue.record("no authorization")
          return
        }
        #expect(bot.bot && bot.id == Cast.weatherBot)
      }
    }
  }

  @Test("Logged out, or revoked elsewhere: every call says so")
  func revoked() async throws {
    try await Self.loggedIn { server, client in
      await server.revokeAuthorizations(of: Cast.owner)
      #expect(
        try await client.refusal(of: Methods.Updates.GetState()) == "AUTH_KEY_UNREGISTERED")
      try await client.logIn(at: server)
      _ = try await client.call(Methods.Auth.LogOut())
      #expect(
        try await client.refusal(of: Methods.Updates.GetState()) == "AUTH_KEY_UNREGISTERED")
    }
  }

  @Test("With a directory, logins outlive the server [A17]; the keys are readable by nobody else")
  func restart() async throws {
    let directory = try TemporaryDirectory()
    defer { directory.remove() }
    var configuration = TelegramServer.Configuration()
    configuration.directory = directory.url.appending(component: "state")
    let identity = try await Fixtures.withServer(configuration: configuration) { server in
      try await WireClient.with(server) { client in
        let identity = try await client.exchangeKeys()
        try await client.logIn(at: server)
        return identity
      }
    }
    let file = directory.url.appending(path: "state/auth-keys.json")
    let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    try await Fixtures.withServer(configuration: configuration) { server in
      try await WireClient.with(server, as: identity) { client in
        _ = try await client.call(Methods.Updates.GetState())
      }
    }
  }

  @Test("The RSA key is generated once, private at 0600, and its public half lies beside it")
  func keyFile() throws {
    let directory = try TemporaryDirectory()
    defer { directory.remove() }
    let file = directory.url.appending(component: "server.pem")
    let key = try ServerKey.loadOrGenerate(file)
    let again = try ServerKey.loadOrGenerate(file)
    #expect(key.key.publicKey == again.key.publicKey)
    let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    let text = try String(contentsOf: ServerKey.publicFile(of: file), encoding: .utf8)
    #expect(text.contains("BEGIN RSA PUBLIC KEY"))
    try Data("no key".utf8).write(to: file)
    #expect(throws: SandboxError.self) { try ServerKey.loadOrGenerate(file) }
  }
}

extension ServerTests {
  /// A server, and a client that is logged in as the owner.
  static func loggedIn(
    history: Int = 10, _ body: @Sendable (TelegramServer, WireClient) async throws -> Void
  ) async throws {
    try await Fixtures.withServer(history: history) { server in
      try await WireClient.with(server) { client in
        _ = try await client.exchangeKeys()
        try await client.logIn(at: server)
        try await body(server, client)
      }
    }
  }

  @discardableResult
  static func send(
    _ text: String, from client: WireClient, _ randomID: Int64, _ server: TelegramServer
  ) async throws -> API.Updates {
    let hash = await server.look { $0.accessHash(of: .user(Cast.alice), for: Cast.owner) }
    return try await client.call(
      Methods.Messages.SendMessage(
        peer: .inputPeerUser(.init(userId: Cast.alice, accessHash: hash)), message: text,
        randomId: randomID))
  }

  /// The text of the first new message in a push.
  static func text(_ updates: API.Updates?) -> String? {
    guard case .updates(let updates) = updates else { return nil }
    for case .updateNewMessage(let new) in updates.updates {
      if case .message(let message) = new.message { return message.message }
    }
    return nil
  }
}
