import Engine
import Model
import Sandbox
import Testing

@testable import understudy

extension Integration {
  struct CrashTests {
    @Test(
      "kill -9 at any step of the outbox: the contact gets exactly one message [D1 A20]",
      .timeLimit(.minutes(5)),
      arguments: EngineStep.allCases.filter { !$0.isOfFiles })
    func killed(at step: EngineStep) async throws {
      try await TwinStage.run { stage in
        let first = try stage.start(dieAt: step)
        _ = try await first.ready()
        try await stage.write("is it raining")
        _ = try await first.next { _ in false }
        let ending = try #require(await first.process.ending())
        #expect(ending.wasKilled)
        #expect(ending.status == 9)

        let second = try stage.start()
        let ready = try await second.ready()
        if ready.pending + ready.undecided > 0 { _ = try await second.sent() }
        #expect(try await second.stop()?.status == 0)
        #expect(await stage.answers(to: Cast.alice).map(\.text) == ["so it is"])
      }
    }

    @Test(
      "kill -9 after Telegram has the message and before its answer: one message, the same random id [D1]",
      .timeLimit(.minutes(5)))
    func killedBeforeAnswer() async throws {
      try await TwinStage.run { stage in
        let calls = stage.server.executedCalls()
        await stage.server.plan(.loseAnswer, for: "messages.sendMessage")
        let arrivals = stage.server.contact(Cast.alice).arrivals()
        let first = try stage.start()
        _ = try await first.ready()
        try await stage.write("is it raining")
        for await call in calls where call.method == "messages.sendMessage" { break }
        first.process.kill()
        _ = await first.process.ending()
        var arrived: Int64?
        for await arrival in arrivals {
          arrived = arrival.randomID
          break
        }

        let second = try stage.start()
        let ready = try await second.ready()
        if ready.pending > 0 { _ = try await second.sent() }
        #expect(try await second.stop()?.status == 0)
        let sent = second.seen.compactMap { event in
          if case .sent(let sent) = event.kind { sent.randomID } else { nil }
        }
        #expect(sent == [try #require(arrived)])
        #expect(await stage.answers(to: Cast.alice).map(\.text) == ["so it is"])
      }
    }
  }
}
