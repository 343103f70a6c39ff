import Foundation
import MTProto
import Model
import Sandbox
import Testing

@testable import understudy

extension Integration {
  @Suite(.timeLimit(.minutes(5)))
  struct FileTests {
    private static let part = 512 * 1024

    private static func content(_ count: Int) -> [UInt8] {
      (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 9) }
    }

    private func run(
      _ stage: TwinStage, _ arguments: [String]
    ) async throws -> Program.Outcome {
      try await Program.run(arguments, home: stage.home, environment: stage.environment)
    }

    /// Under which id the owner knows a message of Alice's.
    private func id(_ message: StoredMessage, _ stage: TwinStage) async throws -> Int32 {
      let found = await stage.server.look { world in
        world.search("", in: .user(Cast.alice), for: Cast.owner, HistoryQuery(limit: 100))
          .messages.first { $0.key == message.key }?.id
      }
      return try #require(found)
    }

    @Test("A download that is killed goes on where it stood [mtproto 42]", .timeLimit(.minutes(5)))
    func killed() async throws {
      try await TwinStage.run { stage in
        let content = Self.content(30 * Self.part + 100)
        let message = try await stage.server.contact(Cast.alice).send(
          content, form: .document, name: "film.mkv", to: .user(Cast.owner))
        let id = try await id(message, stage)
        let folder = stage.home.file("here")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let arguments = ["download", "@alicemoreno/\(id)", "--to", folder.path, "--json"]
        // After twelve parts it wants another reference, and does not get it.
        try await stage.server.act { $0.limits.readsPerReference = 12 }
        var calls = stage.server.executedCalls().makeAsyncIterator()
        let process = try TwinProcess(
          arguments, executable: Program.executable, environment: stage.environment,
          log: stage.home.file("download.log"))
        while let call = await calls.next(), call.method != "upload.getFile" {}
        await stage.server.plan(.holdAnswer, for: "messages.getMessages", times: 10)
        while let call = await calls.next(), call.method != "messages.getMessages" {}
        process.kill()
        _ = await process.ending()
        #expect(
          try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["film.mkv.part"])

        await stage.server.clearFaults()
        try await stage.server.act { $0.limits.readsPerReference = nil }
        let outcome = try await run(stage, arguments)
        try #require(outcome.status == 0, "\(outcome.errors)")
        let row = try JSONDecoder().decode(Row.self, from: Data(outcome.output.utf8))
        #expect(row.size == content.count)
        #expect(row.resumed >= 8 * Self.part && row.resumed <= 12 * Self.part)
        #expect(row.path == folder.appending(component: "film.mkv").path)
        #expect(try Array(Data(contentsOf: folder.appending(component: "film.mkv"))) == content)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["film.mkv"])

        let again = try await run(stage, arguments)
        #expect(again.status == CommandStatus.usage.rawValue)
        #expect(again.errors.contains("is there already"))
        #expect(try await run(stage, arguments + ["--force"]).status == 0)
      }
    }

    @Test("send --file brings photos, documents and captions, and says what cannot be sent")
    func sends() async throws {
      try await TwinStage.run { stage in
        let content = Self.content(Self.part + 3)
        try Data(content).write(to: stage.home.file("plan.pdf"))
        let plan = stage.home.file("plan.pdf").path
        var arrivals = stage.server.contact(Cast.alice).arrivals().makeAsyncIterator()
        let sent = try await run(
          stage, ["send", "@alicemoreno", "--file", plan, "the plan", "--json"])
        try #require(sent.status == 0, "\(sent.errors)")
        let arrival = try #require(await arrivals.next())
        #expect(arrival.text == "the plan")
        let file = await stage.server.look { world in
          arrival.message.file.flatMap { world.files[$0] }
        }
        #expect(file?.content == content && file?.name == "plan.pdf")

        let history = try await run(stage, ["history", "@alicemoreno", "--limit", "1"])
        #expect(history.output.hasSuffix("you: [document, plan.pdf, 524.2 kB] the plan"))

        let missing = try await run(stage, ["send", "me", "--file", "/nowhere/x"])
        #expect(missing.status == CommandStatus.usage.rawValue)
        #expect(missing.errors.contains("/nowhere/x could not be read: it is not there."))
        let voice = try await run(stage, ["send", "me", "--file", plan, "--voice"])
        #expect(voice.errors.contains("no Ogg file with Opus"))
        let both = try await run(stage, ["send", "me", "--file", plan, "--voice", "--photo"])
        #expect(both.status == CommandStatus.usage.rawValue)
        await stage.server.plan(
          .refuse(Refusal(403, "CHAT_SEND_DOCS_FORBIDDEN")), for: "messages.sendMedia")
        let refused = try await run(stage, ["send", "me", "--file", plan])
        #expect(refused.status == CommandStatus.refused.rawValue)
        #expect(refused.errors.contains("may not send documents"))
      }
    }

    @Test("A name in a message never leads out of the folder, and what carries no file says so")
    func names() async throws {
      try await TwinStage.run { stage in
        let alice = stage.server.contact(Cast.alice)
        let evil = try await alice.send(
          [1, 2, 3], form: .document, name: "../../evil\u{0}.sh", to: .user(Cast.owner))
        let folder = stage.home.file("in/here")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let outcome = try await run(
          stage, ["download", "@alicemoreno/\(try await id(evil, stage))", "--to", folder.path])
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(
          try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["_.._evil.sh"])

        let text = try await alice.send("no file", to: .user(Cast.owner))
        let none = try await run(stage, ["download", "@alicemoreno/\(try await id(text, stage))"])
        #expect(none.status == CommandStatus.problems.rawValue)
        #expect(none.errors.contains("carries no file"))
        let unknown = try await run(stage, ["download", "@alicemoreno/999999"])
        #expect(unknown.errors.contains("There is no message 999999"))
        let nowhere = try await run(
          stage,
          ["download", "@alicemoreno/\(try await id(evil, stage))", "--to", folder.path + "/no/x"])
        #expect(nowhere.status == CommandStatus.usage.rawValue)
        #expect(nowhere.errors.contains("its folder is not there"))
        let malformed = try await run(stage, ["download", "@alicemoreno"])
        #expect(malformed.status == CommandStatus.usage.rawValue)
        #expect(malformed.errors.contains("CHAT/ID"))
      }
    }

    @Test(
      "No room for the file: it is said at once, nothing is left in the way, and later it works",
      .timeLimit(.minutes(5)))
    func noRoom() async throws {
      try await TwinStage.run { stage in
        let content = Self.content(40 * Self.part)
        let message = try await stage.server.contact(Cast.alice).send(
          content, form: .document, name: "film.mkv", to: .user(Cast.owner))
        let folder = stage.home.file("here")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let arguments = [
          "download", "@alicemoreno/\(try await id(message, stage))", "--to", folder.path,
        ]
        // Files of at most 10 MiB, in blocks of 512 bytes.
        let log = stage.home.file("limited.log")
        let limited = try TwinProcess(
          ["-c", "ulimit -f 20480; exec \"$0\" \"$@\"", Program.executable.path] + arguments,
          executable: URL(filePath: "/bin/sh"),
          environment: stage.home.environment.merging(stage.environment) { $1 }, log: log)
        #expect(await limited.ending()?.status == CommandStatus.usage.rawValue)
        #expect(try String(contentsOf: log, encoding: .utf8).contains("ulimit"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
        #expect(try await run(stage, arguments).status == 0)
        #expect(try Array(Data(contentsOf: folder.appending(component: "film.mkv"))) == content)
      }
    }

    @Test(
      "A file from the delivery network arrives checked, and a wrong byte is told [mtproto 42]",
      arguments: [false, true])
    func delivered(isTampered: Bool) async throws {
      let key = try ServerKey.generate()
      let shelf = CDNShelf(dc: 203, publicKey: try key.publicPEM(), keepsEverything: true)
      var there = TelegramServer.Configuration()
      there.dc = 203
      there.shelf = shelf
      try await TelegramServer.withServer(
        world: World(seed: 1, clock: .system), key: key, configuration: there
      ) { cdn in
        shelf.place(host: cdn.host, port: cdn.port)
        if isTampered { shelf.plan(.wrongByte, times: 100) }
        try await TwinStage.run { stage in
          await stage.server.offer(shelf)
          let content = Self.content(3 * Self.part + 100)
          let message = try await stage.server.contact(Cast.alice).send(
            content, form: .document, name: "film.mkv", to: .user(Cast.owner))
          let folder = stage.home.file("here")
          try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
          let outcome = try await run(
            stage,
            ["download", "@alicemoreno/\(try await id(message, stage))", "--to", folder.path])
          try #require(outcome.status == 0, "\(outcome.errors)")
          #expect(try Array(Data(contentsOf: folder.appending(component: "film.mkv"))) == content)
          #expect(outcome.errors.contains("the checksum is another one") == isTampered)
        }
        #expect(await cdn.calls.contains { $0.method == "upload.getCdnFile" })
        let conduct = await cdn.conductReport()
        #expect(conduct.isFlawless, "\(conduct)")
      }
    }

    private struct Row: Decodable {
      let path: String
      let size: Int
      let resumed: Int
    }
  }
}
