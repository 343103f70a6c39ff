import Engine
import Model
import Rules
import Store
import Testing

@Suite(.timeLimit(.minutes(5)))
struct ReloadTests {
  let world: World

  init() throws { world = try World() }

  private func rules(_ fingerprint: String, hashes: [String: String], text: String) -> ScriptedRules
  {
    var rules = ScriptedRules { _ in [.reply(text: text, quotes: false)] }
    rules.fingerprint = fingerprint
    rules.ruleHashes = hashes
    return rules
  }

  @Test(
    "A reload with a reply pending and its rule unchanged: sent once, same instant [rules 31]")
  func unchanged() async throws {
    try await world.run(rules("a", hashes: ["friends/all": "1"], text: "old")) { run in
      try await run.decide(world.incoming(1))
      let other = ["friends/all": "1", "work/all": "9"]
      try await run.engine.reload(rules("b", hashes: other, text: "new"))
      await run.untilSent(1)
      #expect(world.telegram.delivered.map(\.text) == ["old"])
      #expect(world.telegram.delivered.map(\.at) == [World.start.advanced(by: .seconds(30))])
    }
  }

  @Test("A changed rule decides again, in a running engine and after a restart")
  func changed() async throws {
    try await world.run(rules("a", hashes: ["friends/all": "1"], text: "old")) { run in
      try await run.decide(world.incoming(1))
      try await run.engine.reload(rules("b", hashes: ["friends/all": "2"], text: "new"))
      await run.recorder.waitForDecision(about: 1, count: 2)
      #expect(try await run.store.pending(of: World.account).map(\.text) == ["new"])
    }
    try await world.run(rules("c", hashes: ["friends/all": "3"], text: "newest")) { run in
      await run.untilSent(1)
      #expect(world.telegram.delivered.map(\.text) == ["newest"])
      let texts = try await run.store.outbox(for: world.incoming(1).reference)
      #expect(texts.map(\.state) == [.cancelled, .cancelled, .sent])
    }
  }

  @Test("An answer that is decided again long after its message is due when it was [rules 31]")
  func sameInstant() async throws {
    func set(_ text: String) throws -> RuleSet {
      try RuleSet.load([
        RuleSource(
          path: "a.lua",
          text: """
            monitor "people" { "private" }
            delay "slow" { notice = "1h" }
            rule "r" { act = reply { "\(text)", delay = "slow" } }
            """)
      ])
    }
    try await world.run(set("old")) { run in
      try await run.decide(world.incoming(1))
      let due = try await run.store.pending(of: World.account).map(\.due)
      for (index, text) in ["new", "newest"].enumerated() {
        run.advance(by: 300)
        try await run.engine.reload(set(text))
        await run.recorder.waitForDecision(about: 1, count: index + 2)
        let pending = try await run.store.pending(of: World.account)
        #expect(pending.map(\.text) == [text])
        #expect(pending.map(\.due) == due)
      }
    }
  }

  @Test("A rule that is gone takes its pending replies with it [rules 32]")
  func gone() async throws {
    try await world.run(rules("a", hashes: ["friends/all": "1"], text: "old")) { run in
      try await run.decide(world.incoming(1))
      try await run.engine.reload(rules("b", hashes: [:], text: "new"))
      #expect(run.recorder.cancelled.map(\.reason) == ["rule friends/all is gone"])
      #expect(try await run.store.pending(of: World.account).isEmpty)
    }
  }

  @Test("A chat that no monitor covers any more gets no reply")
  func unmonitored() async throws {
    try await world.run(rules("a", hashes: ["friends/all": "1"], text: "old")) { run in
      try await run.decide(world.incoming(1))
      var closed = rules("b", hashes: ["friends/all": "1"], text: "old")
      closed.isMonitored = { _, _ in false }
      try await run.engine.reload(closed)
      #expect(run.recorder.cancelled.map(\.reason) == ["no monitor covers this chat any more"])
    }
  }

  @Test("Refused rules are told once, with file and line, and the former answer on [C2]")
  func refused() async throws {
    let problem = RuleProblem(file: "friends.lua", line: 3, message: "unexpected symbol")
    try await world.run(ScriptedRules(paced: false)) { run in
      let error = RuleLoadError(problems: [problem])
      try await run.engine.refuse(error, fingerprint: "broken")
      try await run.engine.refuse(error, fingerprint: "broken")
      #expect(run.recorder.errors.count == 1)
      try await run.decide(world.incoming(1))
      await run.recorder.wait(for: .sent, count: 2)
      let lines = world.telegram.delivered.filter { $0.chat == World.saved }.map(\.text)
      #expect(lines.count == 1 && lines[0].contains("friends.lua:3: unexpected symbol"))
      #expect(world.telegram.delivered.contains { $0.text == "re: hi" })
    }
  }
}
