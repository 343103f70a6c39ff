import Cryptography
import Foundation
import Model
import Sandbox
import Testing

@testable import understudy

extension Integration {
  struct ProxyTests {
    private static let secret = "d0e1f2030405060708090a0b0c0d0e0f"
    private static let key = SecretBytes(
      [0xd0, 0xe1, 0xf2] + (3..<16).map { UInt8($0) })

    private func mtproxy(
      _ stage: TwinStage, _ body: (MTProxyServer) async throws -> Void
    ) async throws {
      var settings = MTProxyServer.Configuration(
        secret: Self.key,
        dataCenters: [2: ProxyTarget(host: stage.server.host, port: stage.server.port)])
      settings.requiresPadding = true
      settings.cutsStrangers = true
      try await MTProxyServer.serve(settings, during: body)
    }

    private func run(_ arguments: [String], _ stage: TwinStage) async throws -> Program.Outcome {
      try await Program.run(
        arguments, home: stage.home, input: [Cast.ownerPhone], environment: stage.environment)
    }

    @Test(
      "login --proxy through an MTProxy; run, and all else, goes through it from then on [mtproto 25]",
      .timeLimit(.minutes(5)))
    func mtproxy() async throws {
      try await TwinStage.run { stage in
        try await mtproxy(stage) { proxy in
          let link =
            "https://t.me/proxy?server=127.0.0.1&port=\(proxy.port)&secret=dd\(Self.secret)"
          try await stage.logIn(["--proxy", link])
          #expect(proxy.clients.count == 1)

          var arrivals = stage.server.contact(Cast.alice).arrivals().makeAsyncIterator()
          let twin = try stage.start()
          _ = try await twin.ready()
          #expect(proxy.clients.count == 2)
          try await stage.write("is it raining")
          #expect(try #require(await arrivals.next()).text == "so it is")
          #expect(try await twin.stop()?.status == 0)

          let status = try await run(["status"], stage)
          #expect(status.output.contains("MTProxy 127.0.0.1:\(proxy.port)"))
          #expect(try await run(["dialogs"], stage).status == 0)
          #expect(proxy.clients.count == 3)
          #expect(try await run(["dialogs", "--proxy", "none"], stage).status == 0)
          #expect(proxy.clients.count == 3)
          try expectNoTrace(of: [Self.secret], in: stage, status.everything)
        }
        // The proxy has gone: no network, and which it was.
        let gone = try await run(["dialogs"], stage)
        #expect(gone.status == CommandStatus.noNetwork.rawValue)
        #expect(gone.errors.contains("through the MTProxy 127.0.0.1:"), "\(gone.errors)")
        #expect(!gone.errors.contains(Self.secret))
        // A login without it forgets it.
        try await stage.logIn()
        #expect(try await run(["dialogs"], stage).status == 0)
      }
    }

    @Test(
      "TELEGRAM_PROXY names a SOCKS5 proxy; its password is nowhere to be found [mtproto 25]",
      .timeLimit(.minutes(5)))
    func socks() async throws {
      try await TwinStage.run { stage in
        var settings = SOCKS5Server.Configuration()
        settings.account = .init(user: "robin", password: Secret("open-sesame-42"))
        try await SOCKS5Server.serve(settings) { proxy in
          let link = "socks5://robin:open-sesame-42@127.0.0.1:\(proxy.port)"
          try stage.home.write("TELEGRAM_PROXY=\(link)\n", to: "home/.env")
          try await stage.logIn()
          #expect(proxy.requests.map(\.user) == ["robin"])
          try stage.home.write("", to: "home/.env")
          let dialogs = try await run(["dialogs"], stage)
          #expect(dialogs.status == 0, "\(dialogs.errors)")
          #expect(proxy.requests.count == 2)
          try expectNoTrace(of: ["open-sesame-42"], in: stage, dialogs.everything)
        }
      }
    }

    @Test(
      "A proxy that does not let us through: exit status 12, in its own words, without secrets [mtproto 25]",
      .timeLimit(.minutes(5)))
    func refusals() async throws {
      try await TwinStage.run { stage in
        func login(_ link: String, says: String) async throws {
          let outcome = try await run(["login", "--proxy", link], stage)
          #expect(outcome.status == CommandStatus.noNetwork.rawValue, "\(outcome.errors)")
          #expect(outcome.errors.contains(says), "\(outcome.errors)")
          for secret in ["0badc0de", "not-the-one"] {
            #expect(!outcome.everything.contains(secret))
          }
        }
        try await mtproxy(stage) { proxy in
          let wrong = String(repeating: "0badc0de", count: 4)
          try await login(
            "tg://proxy?server=127.0.0.1&port=\(proxy.port)&secret=\(wrong)",
            says: "secret may be wrong")
        }
        var settings = SOCKS5Server.Configuration()
        settings.account = .init(user: "robin", password: Secret("open-sesame-42"))
        try await SOCKS5Server.serve(settings) { proxy in
          try await login(
            "socks5://robin:not-the-one@127.0.0.1:\(proxy.port)",
            says: "refused the user name and password")
        }
        settings = .init()
        settings.fault = .refuse(2)
        try await SOCKS5Server.serve(settings) { proxy in
          try await login("tg://socks?server=127.0.0.1&port=\(proxy.port)", says: "rules")
        }
        // Port 1 of loopback: nobody listens there.
        try await login("socks5://robin:not-the-one@127.0.0.1:1", says: "connection refused")
      }
    }

    @Test(
      "The sandbox prints links of its proxies, and a login goes through each [mtproto 25]",
      .timeLimit(.minutes(5)))
    func sandboxCommand() async throws {
      let home = try TemporaryHome()
      let sandbox = try TwinProcess(
        [
          "sandbox", "--port", "0", "--mtproxy", "0", "--socks5", "0", "--history", "2", "--key",
          home.file("key.pem").path,
        ], executable: Program.executable, environment: home.environment,
        log: home.file("sandbox.log"))
      defer { sandbox.kill() }
      var lines = sandbox.lines.makeAsyncIterator()
      func next(_ beginning: String) async throws -> String {
        while let line = await lines.next() {
          if line.hasPrefix(beginning) { return String(line.dropFirst(beginning.count)) }
        }
        throw CommandError(.usage, "no line began with \(beginning)")
      }
      let place = try await next("listening on ")
      let server = String(place.prefix { $0 != "," })
      let links = [try await next("MTProxy "), try await next("SOCKS5 ")]
      for link in links {
        let login = try TwinProcess(
          [
            "login", "--server", server, "--server-key", home.file("key.pem.pub").path, "--proxy",
            link,
          ], executable: Program.executable, environment: home.environment,
          log: home.file("login.log"))
        try login.enter(Cast.ownerPhone)
        try login.enter(try await next("code for +\(Person.digits(Cast.ownerPhone)): "))
        #expect(await login.ending()?.status == 0)
      }
    }

    /// Neither in what the program has said, nor in the database as it lies there.
    private func expectNoTrace(
      of secrets: [String], in stage: TwinStage, _ output: String
    ) throws {
      let database = try FileManager.default.contentsOfDirectory(
        at: stage.home.file("home"), includingPropertiesForKeys: nil
      ).filter { $0.lastPathComponent.hasPrefix("understudy.db") }
      #expect(!database.isEmpty)
      for secret in secrets {
        #expect(!output.contains(secret))
        #expect(!(try stage.errors).contains(secret))
        for file in database {
          #expect(try Data(contentsOf: file).range(of: Data(secret.utf8)) == nil)
        }
      }
    }
  }
}
