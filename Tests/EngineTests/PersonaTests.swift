import Model
import Rules
import Store
import Testing

@testable import Engine

@Suite("What a persona says of itself, and in whose manner", .timeLimit(.minutes(5)))
struct PersonaTests {
  private static func rules(_ keys: String) throws -> RuleSet {
    try RuleSet.load([
      RuleSource(
        path: "a.lua",
        text: """
          monitor "people" { "private" }
          persona "me" { system = "You are {{owner.first_name}}.", \(keys) }
          rule "all" { act = ai_reply { persona = "me", history = 3 } }
          """)
    ])
  }

  @Test("Who asks whether a machine writes gets the truth, and no model is asked [D9]")
  func truth() async throws {
    let world = try World()
    try await world.run(try Self.rules("length = 200")) { run in
      try await run.deliver(world.incoming(1, "wait, are you a bot?"))
      try await run.deliver(world.incoming(2, from: 20_002, "bist du eigentlich ein Bot?"))
      await run.untilSent(2)
      #expect(world.model.requests.isEmpty)
      let texts = world.telegram.delivered.map(\.text)
      #expect(
        texts.contains {
          $0.hasPrefix("You are right to ask: an automatic assistant writes this for Olga")
        })
      #expect(texts.contains { $0.hasPrefix("Gut, dass du fragst") && $0.contains("Olga") })
      let traces = try await run.store.promptTraces(for: world.incoming(1).reference)
      #expect(
        traces.map(\.model) == ["host"] && traces.first?.answer?.contains("automatic") == true)
      // Everybody else is answered by the model, which is told to be honest.
      try await run.deliver(world.incoming(3, from: 20_003, "are you free on friday?"))
      await run.untilSent(3)
      #expect(world.model.requests.count == 1)
      let request = try #require(world.model.requests.first)
      #expect(request.system.contains("never claim to be human"))
    }
  }

  @Test(
    "A persona's own words: to who asks, also earlier in the burst, and before its first answer [D9]"
  )
  func own() async throws {
    let world = try World()
    let keys =
      #"disclosure = { asked = "Yes: {{owner.first_name}}'s program.", first = "(A program writes.)" }"#
    try await world.run(try Self.rules(keys)) { run in
      try await run.deliver(world.incoming(1, "hello"))
      await run.untilSent(1)
      try await run.deliver(world.incoming(2, "and you?"))
      await run.untilSent(2)
      try await run.deliver(
        world.incoming(3, "are you a robot?"), world.incoming(4, "just curious"))
      await run.untilSent(3)
      #expect(
        world.telegram.delivered.map(\.text).prefix(3) == [
          "(A program writes.)\n\nanswer 1", "answer 2", "Yes: Olga's program.",
        ])
    }
  }

  @Test(
    "The owner's own words in that chat are shown as data: none of the twin's, none of other chats [D7]"
  )
  func examples() async throws {
    let world = try World()
    try await world.run(try Self.rules("style = { examples = 2 }")) { run in
      try await run.deliver(
        world.own(1, to: World.ada, "very old"), world.own(2, to: World.ada, "yep, on it"),
        world.own(3, to: World.ada, "see u\nlater"), world.own(4, to: World.bob, "a secret for bob")
      )
      run.advance(by: 86_400)
      for id in 5...9 as ClosedRange<Int32> {
        try await run.deliver(world.incoming(id, "hello \(id)"))
        await run.untilSent(Int(id) - 4)
      }
      let request = try #require(world.model.requests.last)
      let first = try #require(request.turns.first)
      #expect(first.role == .user)
      #expect(first.text.hasSuffix(":)\n- yep, on it\n- see u / later"), "\(first.text)")
      #expect(!request.system.contains("yep"))
      #expect(!request.turns.contains { $0.text.contains("secret for bob") })
    }
  }
}
