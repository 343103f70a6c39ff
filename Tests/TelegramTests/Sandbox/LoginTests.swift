import Cryptography
import MTProto
import Model
import Sandbox
import TelegramSchema
import Testing

@testable import Telegram

@Suite("Login at the sandbox", .timeLimit(.minutes(5)))
struct LoginTests {
  @Test("Phone, code, session; the stored session asks for no new code [A2, A17, A35]")
  func code() async throws {
    try await SandboxStage.run { stage in
      let session = try await stage.login()
      let client = try TelegramClient(configuration: stage.configuration, session: session)
      let me = try await Harness.run(client) { client in
        try await AccountAPI(
          account: SandboxStage.ownerID, call: client.call, book: PeerBook()
        ).me()
      }
      #expect(me.fullName == "Robin Hale" && me.isSelf)
    }
  }

  @Test(
    "A token that another device scans logs in, with the password where there is one [mtproto 32]",
    arguments: [nil, "open sesame"])
  func token(password: String?) async throws {
    try await SandboxStage.run { stage in
      let server = stage.server
      if let password {
        try await server.act { world throws(Refusal) in
          do throws(PasswordError) {
            try world.setPassword(password, of: Cast.owner)
          } catch {
            Issue.record(error)
          }
        }
      }
      let client = try TelegramClient(configuration: stage.configuration)
      try await Harness.run(client) { client in
        let flow = LoginFlow(client)
        guard case .token(let token) = try await flow.loginToken() else {
          Issue.record("no token")
          return
        }
        #expect(token.link.hasPrefix("tg://login?token="))
        try await server.scan(token.link, as: Cast.owner)
        // Told by the server, not by the clock: the token is good for half a minute.
        await flow.wait(for: token)
        let owner: Contact
        switch try await flow.loginToken() {
        case .done(let contact): owner = contact
        case .passwordNeeded: owner = try await flow.checkPassword(Secret(try #require(password)))
        case .token:
          Issue.record("not scanned")
          return
        }
        #expect(owner.id == Cast.owner)
        let again = await #expect(throws: Refusal.self) {
          try await server.scan(token.link, as: Cast.owner)
        }
        #expect(again?.text == "AUTH_TOKEN_INVALID")
      }
    }
  }

  @Test("A login elsewhere is told to the account's other sessions [B44]")
  func newAuthorization() async throws {
    try await SandboxStage.run { stage in
      let session = try await stage.login()
      try await stage.work(session: session) { account in
        _ = try await account.updates.next()
        _ = try await stage.login()
        while let batch = try await account.updates.next() {
          for case .newAuthorization(let login) in batch.events {
            #expect(login.device == stage.configuration.identity.deviceModel)
            #expect(login.location == "loopback" && login.hash != 0)
            return
          }
        }
        Issue.record("not told")
      }
    }
  }

  @Test("A wrong code says so, and the right one is taken afterwards [A2]")
  func wrongCode() async throws {
    try await SandboxStage.run { stage in
      let server = stage.server
      let client = try TelegramClient(configuration: stage.configuration)
      try await Harness.run(client) { client in
        let flow = LoginFlow(client)
        var codes = server.loginCodes().makeAsyncIterator()
        let sent = try await flow.sendCode(to: PhoneNumber("+1 555-010-0001"))
        let code = try #require(await codes.next())
        let wrong = await #expect(throws: LoginError.self) {
          try await flow.signIn(sent, code: code.code == "11111" ? "22222" : "11111")
        }
        #expect(wrong?.code == .wrongCode)
        #expect(wrong?.serverError == "PHONE_CODE_INVALID")
        let spaced = code.code.map(String.init).joined(separator: " ")
        guard case .done = try await flow.signIn(sent, code: spaced) else {
          Issue.record("not logged in")
          return
        }
      }
    }
  }

  @Test("A code that was sent again replaces the first; a stranger is told so [mtproto 32]")
  func resendAndStranger() async throws {
    try await SandboxStage.run { stage in
      let server = stage.server
      let client = try TelegramClient(configuration: stage.configuration)
      try await Harness.run(client) { client in
        let flow = LoginFlow(client)
        var codes = server.loginCodes().makeAsyncIterator()
        let first = try await flow.sendCode(to: PhoneNumber(Cast.ownerPhone))
        _ = await codes.next()
        let second = try await flow.resend(first)
        let code = try #require(await codes.next())
        guard case .done = try await flow.signIn(second, code: code.code) else {
          Issue.record("not logged in")
          return
        }
        try await flow.logOut()
        let nobody = try await flow.sendCode(to: PhoneNumber("+15550109999"))
        let other = try #require(await codes.next())
        let error = await #expect(throws: LoginError.self) {
          try await flow.signIn(nobody, code: other.code)
        }
        #expect(error?.code == .signUpRequired)
      }
    }
  }

  @Test("Two-step verification: wrong password asked again, right one in [B1, mtproto 31]")
  func password() async throws {
    try await SandboxStage.run { stage in
      let server = stage.server
      try await server.act { world throws(Refusal) in
        do throws(PasswordError) {
          try world.setPassword("correct horse", hint: "battery", of: Cast.owner)
        } catch {
          throw .passwordInvalid
        }
      }
      let client = try TelegramClient(configuration: stage.configuration)
      try await Harness.run(client) { client in
        let flow = LoginFlow(client)
        var codes = server.loginCodes().makeAsyncIterator()
        let sent = try await flow.sendCode(to: PhoneNumber(Cast.ownerPhone))
        let code = try #require(await codes.next())
        guard case .passwordNeeded(let hint) = try await flow.signIn(sent, code: code.code) else {
          Issue.record("no password was asked for")
          return
        }
        #expect(hint == "battery")
        let error = await #expect(throws: LoginError.self) {
          try await flow.checkPassword(Secret("wrong"))
        }
        #expect(error?.code == .wrongPassword)
        let me = try await flow.checkPassword(Secret("correct horse"))
        #expect(me.id == Cast.owner)
      }
    }
  }

  @Test("A bot logs in with its token; a wrong token is told so [A5]")
  func bot() async throws {
    try await SandboxStage.run { stage in
      let token = await stage.server.look { $0.people[Cast.weatherBot]?.botToken } ?? ""
      let client = try TelegramClient(configuration: stage.configuration)
      try await Harness.run(client) { client in
        let flow = LoginFlow(client)
        let error = await #expect(throws: LoginError.self) {
          try await flow.signIn(botToken: Secret("1:wrong"))
        }
        #expect(error?.code == .wrongToken)
        let bot = try await flow.signIn(botToken: Secret(token))
        #expect(bot.isBot && bot.id == Cast.weatherBot)
      }
    }
  }

  @Test("A Telethon session string logs in without a code, and is what our session is written as")
  func sessionString() async throws {
    try await SandboxStage.run { stage in
      let text = try SessionString.format(try await stage.login())
      let client = try TelegramClient(
        configuration: stage.configuration, session: try SessionString.parse(text))
      let me = try await Harness.run(client) { client in
        try await client.call(Methods.Users.GetUsers(id: [.inputUserSelf]))
      }
      #expect(me.compactMap { Contact($0)?.id } == [Cast.owner])
    }
  }
}
