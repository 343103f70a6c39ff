import Engine
import Foundation
import Model
import Sandbox
import Testing

@testable import understudy

extension Integration {
  struct ChainTests {
    @Test(
      "A long flood wait holds in the next process too, without asking Telegram again [mtproto 26 B45]",
      .timeLimit(.minutes(5)))
    func keptFloodWait() async throws {
      try await TwinStage.run { stage in
        let refusal = Refusal(420, "FLOOD_WAIT_600")
        await stage.server.plan(.refuse(refusal), for: "messages.sendMessage")
        for _ in 0..<2 {
          let outcome = try await Program.run(
            ["send", "me", "hello"], home: stage.home, environment: stage.environment)
          #expect(outcome.status != 0)
          #expect(outcome.errors.contains("it can be tried again in"), "\(outcome.errors)")
        }
        let sends = await stage.server.calls.count { $0.method == "messages.sendMessage" }
        #expect(sends == 1)
      }
    }

    @Test(
      "A contact writes: stored, decided, read, typed, answered; after a restart without a new code [A3 A4 A17 A37]",
      .timeLimit(.minutes(5)))
    func chain() async throws {
      try await TwinStage.run { stage in
        var arrivals = stage.server.contact(Cast.alice).arrivals().makeAsyncIterator()
        let twin = try stage.start()
        _ = try await twin.ready()
        try await stage.write("is it raining")
        let sent = try await twin.sent()
        let arrival = try #require(await arrivals.next())
        #expect(arrival.text == "so it is")
        #expect(arrival.author == Cast.owner)
        #expect(arrival.randomID == sent.randomID)
        #expect(arrival.readBefore)
        #expect(arrival.typedBefore)
        let names = twin.seen.map(\.name)
        #expect(names.first == .ready)
        #expect(names.contains(.message))
        let decision = try #require(
          twin.seen.lazy.compactMap { event in
            if case .decision(let verdict) = event.kind { verdict } else { nil }
          }.first)
        #expect(decision.rule == "people/friends")
        #expect(decision.actions == ["ai_reply"])
        #expect(decision.reason == "a contact wrote")
        #expect(sent.answers == decision.message)
        let due = try #require(decision.due)
        #expect(Int64(arrival.message.date) >= due.seconds)
        #expect(try await twin.stop()?.status == 0)

        let again = try stage.start()
        _ = try await again.ready()
        try await stage.write("and now")
        #expect(try await again.sent().answers != sent.answers)
        #expect(await arrivals.next()?.text == "so it is")
        #expect(try await again.stop()?.status == 0)
        #expect(await stage.answers(to: Cast.alice).count == 2)
      }
    }

    @Test(
      "The owner's own message from another device takes the chat over [D4]",
      .timeLimit(.minutes(5)))
    func takeover() async throws {
      let slow = TwinStage.rules.replacing(#"uniform("1s", "2s")"#, with: #"uniform("9m", "10m")"#)
      try await TwinStage.run(rules: slow) { stage in
        let twin = try stage.start()
        _ = try await twin.ready()
        try await stage.write("is it raining")
        _ = try await twin.next { if case .decision = $0 { true } else { false } }
        try await stage.server.contact(Cast.owner).send("i'm here", to: .user(Cast.alice))
        let cancelled = try await twin.next { if case .cancelled = $0 { true } else { false } }
        #expect(cancelled != nil)
        #expect(try await twin.stop()?.status == 0)
        #expect(await stage.answers(to: Cast.alice).map(\.text) == ["i'm here"])
      }
    }

    @Test(
      "The kill switch in Saved Messages stops what waits, and outlives a restart [D5]",
      .timeLimit(.minutes(5)))
    func killSwitch() async throws {
      let slow = TwinStage.rules.replacing(#"uniform("1s", "2s")"#, with: #"uniform("9m", "10m")"#)
      try await TwinStage.run(rules: slow) { stage in
        let twin = try stage.start()
        _ = try await twin.ready()
        try await stage.write("is it raining")
        _ = try await twin.next { if case .decision = $0 { true } else { false } }
        try await stage.server.contact(Cast.owner).send("/stop", to: .user(Cast.owner))
        _ = try await twin.next { if case .killed = $0 { true } else { false } }
        #expect(try await twin.stop()?.status == 0)
        let again = try stage.start()
        #expect(try await again.ready().halted)
        #expect(try await again.stop()?.status == 0)
        #expect(await stage.answers(to: Cast.alice).isEmpty)
      }
    }

    @Test(
      "A saved rule file changes the next answer; a broken one is named and the old one answers on [C2]",
      .timeLimit(.minutes(5)))
    func reload() async throws {
      try await TwinStage.run { stage in
        let twin = try stage.start()
        _ = try await twin.ready()
        let fixed =
          TwinStage.rules + """
            rule "fixed" { when = { monitor = "people" }, priority = 5, act = reply "by rule" }
            """
        try stage.home.write(fixed, to: "home/rules/people.lua")
        _ = try await twin.next { if case .reload = $0 { true } else { false } }
        try await stage.write("is it raining")
        #expect(try await twin.sent().text == "by rule")

        try stage.home.write(fixed + "\nrule \"broken\" {", to: "home/rules/people.lua")
        let refused = try await twin.next { if case .error = $0 { true } else { false } }
        guard case .error(let problem)? = refused?.kind else {
          Issue.record("the broken file was not reported")
          return
        }
        #expect(problem.message.contains("people.lua:"))
        try await stage.write("still there", from: Cast.ben)
        let answer = try await twin.next {
          if case .sent(let sent) = $0 { sent.chat == .user(Cast.ben) } else { false }
        }
        #expect(answer != nil)
        #expect(try await twin.stop()?.status == 0)
      }
    }

    @Test(
      "An endless loop and a memory bomb are named with file and line; others are answered [rules 15, 19]",
      .timeLimit(.minutes(5)))
    func hostileRules() async throws {
      let hostile =
        TwinStage.rules + """
          rule "loop" {
            when = { monitor = "people", sender = "@alicemoreno" },
            priority = 9,
            run = function() while true do end end,
          }
          rule "bomb" {
            when = { monitor = "people", sender = "@alicemoreno" },
            priority = 8,
            run = function() local t = {} while true do t[#t + 1] = ("x"):rep(100000) .. #t end end,
          }
          """
      try await TwinStage.run(rules: hostile) { stage in
        let twin = try stage.start()
        _ = try await twin.ready()
        try await stage.write("is it raining")
        try await stage.write("and with you", from: Cast.ben)
        var answered: Set<PeerID> = []
        while answered.count < 2 { answered.insert(try await twin.sent().chat) }
        let problems = twin.seen.compactMap { event in
          if case .error(let problem) = event.kind { problem.message } else { nil }
        }
        #expect(problems.contains { $0.contains("people.lua:13") })
        #expect(problems.contains { $0.contains("people.lua:18") })
        #expect(try await twin.stop()?.status == 0)
      }
    }

    @Test("A second twin on the same home is refused [B39-40]", .timeLimit(.minutes(5)))
    func secondTwin() async throws {
      try await TwinStage.run { stage in
        let twin = try stage.start()
        _ = try await twin.ready()
        let second = try await Program.run(
          ["run"], home: stage.home, environment: stage.environment)
        #expect(second.status == CommandStatus.inUse.rawValue)
        #expect(second.errors.contains("Another understudy"))
        #expect(try await twin.stop()?.status == 0)
      }
    }
  }
}
