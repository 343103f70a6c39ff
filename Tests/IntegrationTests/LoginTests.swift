import Foundation
import Model
import Sandbox
import Testing

@testable import understudy

extension Integration {
  struct LoginTests {
    /// Logs in by pipe; nil answers with what the sandbox delivered.
    private func login(
      phone: String = Cast.ownerPhone, code: String? = nil, password: [String] = [],
      accountPassword: String? = nil
    ) async throws -> (outcome: Program.Outcome, secrets: [String], home: TemporaryHome) {
      let home = try TemporaryHome()
      let key = try ServerKey.generate()
      var world = World.populated(seed: 5, clock: .system, history: 2)
      if let accountPassword { try world.setPassword(accountPassword, of: Cast.owner) }
      return try await TelegramServer.withServer(world: world, key: key) { server in
        try home.write(try key.publicPEM(), to: "server.pem")
        let codes = server.loginCodes()
        let log = home.file("login.log")
        let process = try TwinProcess(
          ["login"], executable: Program.executable,
          environment: home.environment.merging([
            "TELEGRAM_SERVER": "\(server.host):\(server.port)",
            "TELEGRAM_SERVER_KEY": home.file("server.pem").path,
          ]) { $1 }, log: log)
        try process.enter(phone)
        var delivered = ""
        if phone.filter(\.isNumber).count >= 7 {
          for await sent in codes {
            delivered = sent.code
            break
          }
          try process.enter(code ?? delivered)
          for line in password { try process.enter(line) }
        }
        try process.closeInput()
        var lines: [String] = []
        for await line in process.lines { lines.append(line) }
        let status = await process.ending()?.status ?? -1
        let errors = try String(contentsOf: log, encoding: .utf8)
        return (
          Program.Outcome(status: status, output: lines.joined(separator: "\n"), errors: errors),
          [delivered] + password, home
        )
      }
    }

    @Test(
      "Phone, code and password by pipe; spaces and dashes in the number are fine [A2 A35 B1]",
      .timeLimit(.minutes(5)))
    func success() async throws {
      let (outcome, secrets, home) = try await login(
        phone: "+1 555-010 0001", password: ["open sesame"], accountPassword: "open sesame")
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(outcome.output.contains("Logged in as Robin"))
      for secret in secrets { #expect(!outcome.everything.contains(secret)) }
      let stored = try Data(contentsOf: home.file("home/understudy.db"))
      for secret in secrets { #expect(stored.range(of: Data(secret.utf8)) == nil) }
    }

    @Test(
      "By a scanned code, and on with the session string in another home [mtproto 32]",
      .timeLimit(.minutes(5)))
    func scanned() async throws {
      let (home, other) = (try TemporaryHome(), try TemporaryHome())
      let key = try ServerKey.generate()
      let world = World.populated(seed: 5, clock: .system, history: 2)
      try await TelegramServer.withServer(world: world, key: key) { server in
        try home.write(try key.publicPEM(), to: "server.pem")
        let settings = [
          "TELEGRAM_SERVER": "\(server.host):\(server.port)",
          "TELEGRAM_SERVER_KEY": home.file("server.pem").path,
        ]
        let login = Task {
          try await Program.run(["login", "--qr"], home: home, environment: settings)
        }
        var link: String?
        while link == nil {
          let logs = try FileManager.default.contentsOfDirectory(atPath: home.folder.path)
            .filter { $0.hasSuffix(".log") }
          let text = try logs.map { try String(contentsOf: home.file($0), encoding: .utf8) }
            .joined()
          link = text.split(separator: "\n").first { $0.hasPrefix("tg://login") }.map(String.init)
          await Task.yield()
        }
        try await server.scan(try #require(link), as: Cast.owner)
        let outcome = try await login.value
        #expect(outcome.status == 0 && outcome.output.contains("Logged in as Robin"))

        let export = try await Program.run(["session", "export"], home: home)
        #expect(export.status == 0 && export.errors.contains("logs anybody in"))
        let taken = try await Program.run(
          ["session", "import"], home: other, input: [export.output], environment: settings)
        #expect(taken.status == 0 && taken.output.contains("Logged in as Robin"), "\(taken.errors)")
        #expect(!taken.everything.contains(export.output))
        let cut = try await Program.run(
          ["session", "import"], home: other, input: [String(export.output.dropLast(9))],
          environment: settings)
        #expect(cut.status == CommandStatus.usage.rawValue)
        #expect(cut.errors.contains("a part is missing"), "\(cut.errors)")
      }
    }

    @Test("A bot by its token; a wrong one is refused in words", .timeLimit(.minutes(5)))
    func bot() async throws {
      let home = try TemporaryHome()
      let key = try ServerKey.generate()
      let world = World.populated(seed: 5, clock: .system, history: 2)
      let token = try #require(world.people.values.compactMap(\.botToken).first)
      try await TelegramServer.withServer(world: world, key: key) { server in
        try home.write(try key.publicPEM(), to: "server.pem")
        let settings = [
          "TELEGRAM_SERVER": "\(server.host):\(server.port)",
          "TELEGRAM_SERVER_KEY": home.file("server.pem").path,
        ]
        let refused = try await Program.run(
          ["login", "--bot"], home: home, input: ["12345:wrong"], environment: settings)
        #expect(refused.status == CommandStatus.refused.rawValue, "\(refused.errors)")
        #expect(refused.errors.contains("@BotFather"))
        let outcome = try await Program.run(
          ["login", "--bot"], home: home, input: [token], environment: settings)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(!outcome.everything.contains(token))
      }
    }

    @Test("A wrong code: its own exit status, in plain words [A2]", .timeLimit(.minutes(5)))
    func wrongCode() async throws {
      let (outcome, _, _) = try await login(code: "00000")
      #expect(outcome.status == CommandStatus.wrongCode.rawValue)
      #expect(outcome.errors.contains("The code is wrong"))
      #expect(outcome.errors.contains("PHONE_CODE_INVALID"))
    }

    @Test(
      "A wrong password: its own exit status, and it is not repeated [B1]", .timeLimit(.minutes(5)))
    func wrongPassword() async throws {
      let (outcome, _, _) = try await login(
        password: ["not the one"], accountPassword: "open sesame")
      #expect(outcome.status == CommandStatus.wrongPassword.rawValue)
      #expect(outcome.errors.contains("The password is wrong"))
      #expect(!outcome.everything.contains("not the one"))
    }

    @Test(
      "A number without account, and one that is none: refused in words", .timeLimit(.minutes(5)))
    func unknownPhone() async throws {
      let (unknown, _, _) = try await login(phone: "+15550109999")
      #expect(unknown.status == CommandStatus.refused.rawValue, "\(unknown.errors)")
      #expect(unknown.errors.contains("no Telegram account"))
      let (invalid, _, _) = try await login(phone: "call me")
      #expect(invalid.status == CommandStatus.usage.rawValue)
    }

    @Test("No server: its own exit status, and no long wait", .timeLimit(.minutes(5)))
    func noNetwork() async throws {
      let home = try TemporaryHome()
      try home.write(try ServerKey.generate().publicPEM(), to: "server.pem")
      let outcome = try await Program.run(
        // Port 1 of loopback: nobody listens there.
        ["login", "--server", "127.0.0.1:1", "--server-key", home.file("server.pem").path],
        home: home, input: [Cast.ownerPhone])
      #expect(outcome.status == CommandStatus.noNetwork.rawValue)
    }

    @Test("A server with another key is refused, by its own exit status", .timeLimit(.minutes(5)))
    func refusedKey() async throws {
      let home = try TemporaryHome()
      try home.write(try ServerKey.generate().publicPEM(), to: "other.pem")
      let world = World.populated(seed: 5, clock: .system, history: 1)
      let key = try ServerKey.generate()
      let status = try await TelegramServer.withServer(world: world, key: key) { server in
        try await Program.run(
          [
            "login", "--server", "\(server.host):\(server.port)", "--server-key",
            home.file("other.pem").path,
          ], home: home, input: [Cast.ownerPhone]
        ).status
      }
      #expect(status == CommandStatus.keyRefused.rawValue)
    }

    @Test(
      "The server of a login is kept with the account: later commands need not name it",
      .timeLimit(.minutes(5)))
    func serverIsKept() async throws {
      try await TwinStage.run { stage in
        try await stage.logIn()
        func run(_ arguments: [String]) async throws -> Program.Outcome {
          // The environment of the home alone: TELEGRAM_SERVER is not in it.
          try await Program.run(arguments, home: stage.home)
        }
        let dialogs = try await run(["dialogs"])
        #expect(dialogs.status == 0, "\(dialogs.errors)")
        #expect(dialogs.output.contains("Alice Moreno"))
        let status = try await run(["status"])
        #expect(status.output.contains("at 127.0.0.1:\(stage.server.port), not Telegram's"))
        #expect(try await run(["logout"]).status == 0)
      }
    }
  }
}
