import Fetch
import Foundation
import Sandbox
import Testing

@testable import understudy

extension Integration {
  struct SandboxTests {
    @Test(
      "sandbox --control: a login by the code that the port tells, then a fault set there is met",
      .timeLimit(.minutes(2)))
    func control() async throws {
      let home = try TemporaryHome()
      let key = home.file("sandbox.pem").path
      let sandbox = try TwinProcess(
        ["sandbox", "--port", "0", "--control", "0", "--key", key],
        executable: Program.executable, environment: home.environment,
        log: home.file("sandbox.log"))
      defer { sandbox.kill() }
      var said: [String: String] = [:]
      for await line in sandbox.lines {
        let words = line.split(separator: " ", maxSplits: 2).map(String.init)
        if words[0] == "listening" { said["server"] = String(words[2].prefix { $0 != "," }) }
        if words[0] == "control" { said["control"] = words[1] }
        if said.count == 2 { break }
      }
      let (server, control) = (try #require(said["server"]), try #require(said["control"]))
      let fetcher = try Fetcher()
      func ask(_ path: String, _ body: String? = nil) async throws -> String {
        let response = try await fetcher.fetch(
          FetchRequest(
            body == nil ? .get : .post, url: control + path, body: body.map { Array($0.utf8) }))
        return String(decoding: response.body, as: UTF8.self)
      }
      #expect(try await ask("/conduct").contains("\"flawless\": true"))

      let environment = [
        "TELEGRAM_SERVER": server, "TELEGRAM_SERVER_KEY": key + ".pub",
      ]
      let login = try TwinProcess(
        ["login"], executable: Program.executable,
        environment: home.environment.merging(environment) { $1 }, log: home.file("login.log"))
      try login.enter(Cast.ownerPhone)
      var code: Substring?
      while code == nil {
        code = try await ask("/codes").firstMatch(of: #/"code": "(\d+)"/#)?.output.1
      }
      try login.enter(String(try #require(code)))
      #expect(await login.ending()?.status == 0)

      _ = try await ask(
        "/faults", #"{"fault": "flood_wait", "seconds": 4000, "method": "messages.getDialogs"}"#)
      let dialogs = try await Program.run(["dialogs"], home: home, environment: environment)
      #expect(dialogs.status == CommandStatus.tooManyAttempts.rawValue, "\(dialogs.everything)")
      #expect(dialogs.errors.contains("4000 s"))
      #expect(try await Program.run(["dialogs"], home: home, environment: environment).status != -1)
      #expect(try await ask("/conduct").contains("\"flawless\": true"))
    }
  }
}
