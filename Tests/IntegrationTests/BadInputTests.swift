import Foundation
import Testing

@testable import understudy

extension Integration {
  @Suite(.timeLimit(.minutes(5)))
  struct BadInputTests {
    struct Attempt: Sendable, CustomTestStringConvertible {
      let arguments: [String]
      var environment: [String: String] = [:]
      let status: CommandStatus
      /// What the sentence on standard error must hold.
      let says: String

      var testDescription: String { arguments.joined(separator: " ") }
    }

    static let attempts: [Attempt] = [
      Attempt(arguments: ["status"], status: .notLoggedIn, says: "understudy login"),
      Attempt(arguments: ["run"], status: .notLoggedIn, says: "understudy login"),
      Attempt(arguments: ["why"], status: .notLoggedIn, says: "no database"),
      Attempt(arguments: ["style"], status: .notLoggedIn, says: "no database"),
      Attempt(arguments: ["logout"], status: .notLoggedIn, says: "no database"),
      Attempt(arguments: ["dialogs"], status: .usage, says: "TELEGRAM_API_ID is not set"),
      Attempt(
        arguments: ["dialogs"], environment: ["TELEGRAM_API_ID": "many"], status: .usage,
        says: "TELEGRAM_API_ID must be"),
      Attempt(
        arguments: ["dialogs"],
        environment: ["TELEGRAM_API_ID": "7", "TELEGRAM_API_HASH": "secret-but-short"],
        status: .usage, says: "TELEGRAM_API_HASH must be"),
      Attempt(arguments: ["dialogs", "--limit", "0"], status: .usage, says: "positive"),
      Attempt(
        arguments: ["history", "me", "--server", "nowhere"], status: .usage, says: "has no key"),
      Attempt(
        arguments: ["history", "me", "--server", "nowhere", "--server-key", "/none.pem"],
        status: .usage, says: "HOST:PORT"),
      Attempt(
        arguments: ["login", "--server", "127.0.0.1:1", "--server-key", "/none.pem"],
        status: .usage, says: "/none.pem cannot be read"),
      Attempt(
        arguments: ["login", "--server-key", "/none.pem"], status: .usage, says: "no server"),
      Attempt(
        arguments: [
          "login", "--server", "127.0.0.1:1", "--server-key", "/none.pem", "--dc", "900",
        ],
        status: .usage, says: "1 to 255"),
      Attempt(
        arguments: ["login", "--proxy", "ftp://secret-but-short"],
        environment: [
          "TELEGRAM_API_ID": "7", "TELEGRAM_API_HASH": String(repeating: "a", count: 32),
        ],
        status: .usage,
        says: "--proxy: The proxy cannot be used"),
      Attempt(
        arguments: ["dialogs"],
        environment: [
          "TELEGRAM_PROXY": "tg://proxy?server=h&port=1&secret=secret-but-short",
          "TELEGRAM_API_ID": "7", "TELEGRAM_API_HASH": String(repeating: "a", count: 32),
        ], status: .usage, says: "TELEGRAM_PROXY: The secret"),
      Attempt(arguments: ["send", "me", " "], status: .usage, says: "no text"),
      Attempt(
        arguments: ["send", "me", String(repeating: "x", count: 5000)], status: .usage,
        says: "4096"),
      Attempt(
        arguments: ["send", "me", "--markdown", "on\nmy *way"], status: .usage,
        says: "The Markdown is wrong at line 2, column 4: * is opened here and nowhere closed."),
      Attempt(
        arguments: ["send", "me", "--html", "<h1>on my way</h1>"], status: .usage,
        says: "The HTML is wrong at line 1, column 1: the tag <h1> is unknown"),
      Attempt(arguments: ["send", "me", "--html", "<b> </b>"], status: .usage, says: "no text"),
      Attempt(
        arguments: ["send", "me", "x", "--html", "--markdown"], status: .usage, says: "Either"),
      Attempt(arguments: ["call"], status: .usage, says: "Which METHOD?"),
      Attempt(
        arguments: ["call", "help.getConfg"], status: .usage, says: "did you mean help.getConfig?"),
      Attempt(
        arguments: ["call", "messages.sendMessage", "{\"peer\": }"], status: .usage,
        says: "line 1, column 10"),
      Attempt(
        arguments: ["call", "messages.sendMessage", "{\"pear\": \"me\"}"], status: .usage,
        says: "did you mean \"peer\"?"),
      Attempt(
        arguments: ["call", "help.getConfig", "@/no/such.json"], status: .usage,
        says: "cannot be read"),
      Attempt(
        arguments: ["call", "--list", "no*such"], status: .problems, says: "No method's name"),
      Attempt(arguments: ["call", "help.getConfig"], status: .usage, says: "TELEGRAM_API_ID"),
      Attempt(arguments: ["check", "/no/such/folder"], status: .usage, says: "no folder"),
      Attempt(
        arguments: ["sandbox", "--port", "99999", "--key", "k"], status: .usage, says: "65535"),
      Attempt(arguments: ["sandbox", "--port", "0"], status: .usage, says: "--key"),
      Attempt(arguments: ["dance"], status: .usage, says: "dance"),
    ]

    @Test(
      "Bad input: a clear sentence, the right exit status, no value of a secret",
      .timeLimit(.minutes(5)), arguments: attempts)
    func refused(attempt: Attempt) async throws {
      let home = try TemporaryHome()
      let outcome = try await Program.run(
        attempt.arguments, home: home, environment: attempt.environment)
      #expect(outcome.status == attempt.status.rawValue, "\(outcome.everything)")
      #expect(outcome.errors.contains(attempt.says), "\(outcome.errors)")
      #expect(!outcome.everything.contains("secret-but-short"))
    }

    @Test("A bad line of a .env file is named by file and line, and not shown [B10-14]")
    func environmentFile() async throws {
      let home = try TemporaryHome()
      try home.write("# settings\nTELEGRAM_API_ID=7\nTELEGRAM_API_HASH \"s3cr3t\n", to: "home/.env")
      let outcome = try await Program.run(["dialogs"], home: home)
      #expect(outcome.status == CommandStatus.usage.rawValue)
      #expect(outcome.errors.contains(".env:3:"))
      #expect(!outcome.everything.contains("s3cr3t"))
    }

    @Test("init makes a home whose rules pass check, and leaves what is there alone")
    func makesHome() async throws {
      let home = try TemporaryHome()
      try home.write("account { zone = \"UTC\" }", to: "home/rules/account.lua")
      #expect(try await Program.run(["init"], home: home).status == 0)
      let kept = try String(contentsOf: home.file("home/rules/account.lua"), encoding: .utf8)
      #expect(kept == "account { zone = \"UTC\" }")
      let check = try await Program.run(["check", "--json"], home: home)
      #expect(check.status == 0)
      #expect(check.output.contains(#""event":"summary""#))
      #expect(check.output.contains(#""failed":0"#))
    }

    @Test("check names every problem with file and line, all at once [C5]")
    func check() async throws {
      let home = try TemporaryHome()
      try home.write("rule \"a\" { whem = {} }\n", to: "set/a.lua")
      try home.write("\nos.exit(1)\n", to: "set/b.lua")
      try home.write("rule \"c\" {\n", to: "set/c.lua")
      let outcome = try await Program.run(["check", home.file("set").path], home: home)
      #expect(outcome.status == CommandStatus.problems.rawValue)
      for place in ["a.lua:1", "b.lua:2", "c.lua:"] { #expect(outcome.output.contains(place)) }
      #expect(outcome.output.contains("when"))
    }

    @Test("The rules that are compiled in are those of the folder rules/")
    func shippedRules() throws {
      let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(component: "rules")
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      #expect(ShippedRules.files.map(\.name) == names)
      for file in ShippedRules.files {
        let text = try String(contentsOf: folder.appending(component: file.name), encoding: .utf8)
        #expect(file.text == text)
      }
    }

    @Test("Options of the home and the server may stand before the command")
    func optionOrder() {
      #expect(
        CommandLineOrder.globalOptionsLast(["--home", "/x", "--dc=3", "run", "--events"])
          == ["run", "--home", "/x", "--dc=3", "--events"])
      #expect(
        CommandLineOrder.globalOptionsLast(["run", "--home", "/x"]) == ["run", "--home", "/x"])
      #expect(CommandLineOrder.globalOptionsLast(["--help"]) == ["--help"])
      #expect(
        CommandLineOrder.globalOptionsLast(["--home", "/x", "preview", "delay", "human"])
          == ["preview", "delay", "--home", "/x", "human"])
    }
  }
}
