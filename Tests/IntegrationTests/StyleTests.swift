import Engine
import Foundation
import Model
import Sandbox
import Store
import Testing

@testable import understudy

extension Integration {
  @Suite("The owner's style, as the program shows and uses it", .timeLimit(.minutes(5)))
  struct StyleTests {
    private static let texts = [
      "yep on it", "see u at 7 😂", "cant today, thx tho", "hey what time", "ok 👍", "nope",
      "haha sure 😂", "running late, 10 min", "u there?", "idk ask bob",
    ]

    /// Sixty messages of the owner's own to Alice, in rows of two.
    private static let past = (1...90 as ClosedRange<Int32>).map { id in
      let isOwn = id % 3 != 1
      return Message(
        account: AccountID(Cast.owner), chat: .user(Cast.alice),
        // Before all that the sandbox numbers.
        id: id - 1_000,
        sender: .user(isOwn ? Cast.owner : Cast.alice), isOutgoing: isOwn,
        date: Timestamp(
          seconds: 1_760_000_000 + Int64((id - 1) / 3) * 600 + Int64((id - 1) % 3) * 5),
        text: isOwn ? texts[Int(id) % texts.count] : "and?")
    }

    @Test(
      "What was learnt beats a generic manner on held-out messages, and stands in the prompt [A9]")
    func learnt() async throws {
      try await TwinStage.run(rules: Self.rules, script: { _ in .text("on it\nu?") }) { stage in
        let early = try await stage.program(["style", "u:\(Cast.alice)"])
        #expect(early.output.contains("a style takes at least 20"), "\(early.everything)")
        try await Self.writePast(in: stage)

        let report = try await stage.program(["style", "u:\(Cast.alice)"])
        try Golden.expect(report.output, is: "style/report.txt")
        let json = try await stage.program(["style", "u:\(Cast.alice)", "--json"])
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        let score = try decoder.decode(Report.self, from: Data(json.output.utf8)).score
        #expect(score.learntFrom == 48 && score.heldOut == 12)
        #expect(score.learntBits < score.genericBits)

        let twin = try stage.start()
        _ = try await twin.ready()
        try await stage.write("dinner?")
        let first = try await twin.sent()
        let second = try await twin.sent()
        #expect(first.text == "on it" && second.text == "u?")
        #expect(await stage.answers(to: Cast.alice).map(\.text).reversed() == ["on it", "u?"])
        let why = try await stage.program(["why"])
        #expect(
          why.output.contains("style: learnt = 1.0, from 60 messages of the owner's own in 1 chat"))
        #expect(try await twin.stop()?.status == 0)

        let nobody = try await stage.program(["style", "@nobody"])
        #expect(nobody.status == 1 && nobody.errors.contains("Nobody is known here as @nobody"))
        let unnamed = try await stage.program(["style", "never"])
        #expect(unnamed.status == 2 && unnamed.errors.contains("names no chat"))
      }
    }

    @Test(
      "kill -9 at any step of a message in a row: each arrives once and in order [D1 D10]",
      arguments: [EngineStep.afterComposedStored, .beforeSend, .afterAnswer, .afterSent])
    func killed(at step: EngineStep) async throws {
      try await TwinStage.run(rules: Self.rules, script: { _ in .text("on it\nu?") }) { stage in
        try await Self.writePast(in: stage)
        let first = try stage.start(dieAt: step)
        _ = try await first.ready()
        try await stage.write("dinner?")
        _ = try await first.next { _ in false }
        #expect(try #require(await first.process.ending()).wasKilled)

        let second = try stage.start()
        #expect(try await second.ready().pending == 1)
        while try await second.sent().text != "u?" {}
        #expect(try await second.stop()?.status == 0)
        #expect(await stage.answers(to: Cast.alice).map(\.text).reversed() == ["on it", "u?"])
      }
    }

    private static let rules = TwinStage.rules.replacing(
      #"Short." }"#, with: #"Short.", style = { learnt = 1 } }"#)

    private static func writePast(in stage: TwinStage) async throws {
      let store = try Home(option: stage.home.file("home").path, environment: [:])
        .openExistingStore()
      _ = try await store.store(
        history: [HistoryPage(messages: past)], account: AccountID(Cast.owner))
      try store.close()
    }

    private struct Report: Decodable {
      struct Score: Decodable {
        let learntFrom: Int
        let heldOut: Int
        let learntBits: Double
        let genericBits: Double
      }

      let score: Score
    }
  }
}
