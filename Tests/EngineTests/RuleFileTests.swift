import Engine
import Model
import Rules
import Store
import Testing

/// The engine with real rule files.
@Suite(.timeLimit(.minutes(5)))
struct RuleFileTests {
  private func rules(_ text: String) throws -> RuleSet {
    try RuleSet.load([RuleSource(path: "friends.lua", text: text)])
  }

  private static let head = """
    monitor "people" { "private", contacts = true }
    persona "me" { system = "You are {{owner.first_name}}." }
    delay "human" { notice = "10s", typing = "5s" }

    """

  @Test(
    "A rule file's answer leaves at the instant that its delay says, over a restart too [C1 A37]")
  func firstFile() async throws {
    let world = try World()
    let set = try rules(
      Self.head + #"rule "friends" { when = { monitor = "people" }, "#
        + #"act = ai_reply { persona = "me", delay = "human" } }"#)
    let due = try await world.run(set) { run in
      try await run.decide(world.incoming(1, "hello"))
      return try #require(run.recorder.verdicts.first?.due)
    }
    #expect(due == World.start.advanced(by: .seconds(15)))
    try await world.run(set) { run in
      run.advance(by: 10)
      await run.recorder.wait(for: .composed)
      run.advance(by: 5)
      await run.recorder.wait(for: .sent)
      #expect(world.telegram.delivered.map(\.at) == [due])
      #expect(world.telegram.delivered.map(\.text) == ["answer 1"])
      #expect(world.model.requests.count == 1)
      #expect(world.model.requests[0].system.hasPrefix("You are Olga.\n"))
      let decision = try await run.store.decision(about: world.incoming(1).reference)
      #expect(decision?.plan.speech?.rule == "friends/friends")
      #expect(decision?.considered.map(\.outcome) == [.won])
    }
  }

  @Test("An endless loop is killed, named with file and line, and other chats are answered [C3]")
  func endlessLoop() async throws {
    let world = try World()
    let set = try rules(
      Self.head + """
        rule "loops" {
          when = { monitor = "people" },
          run = function(m)
            while m.text == "loop" do end
            return reply "fine"
          end,
        }
        """)
    try await world.run(set) { run in
      try await run.deliver(world.incoming(1, "loop"), world.incoming(2, from: 20_002, "hi"))
      await run.recorder.waitForDecision(about: 1)
      await run.recorder.wait {
        $0.contains { if case .sent(let sent) = $0.kind { sent.chat == World.bob } else { false } }
      }
      await run.recorder.wait(for: .sent, count: 2)
      #expect(run.recorder.errors.count == 1)
      #expect(run.recorder.errors.first?.contains("friends.lua:7") == true)
      let saved = world.telegram.delivered.filter { $0.chat == World.saved }
      #expect(saved.count == 1 && saved[0].text.contains("friends.lua:7"))
      #expect(world.telegram.delivered.filter { $0.chat == World.bob }.map(\.text) == ["fine"])
    }
  }
}
