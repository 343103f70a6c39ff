import Model
import Rules
import Store
import Testing

@testable import Engine

@Suite("The owner's style: learnt, told to a model, and held against what they write")
struct StyleTests {
  private static let start = Timestamp(seconds: 1_767_225_600)

  private func writings(
    _ texts: [String], chat: PeerID = World.ada, from id: Int32 = 1, every seconds: Int64 = 3600,
    gap: Int64? = nil
  ) -> [OwnWriting] {
    texts.enumerated().map { index, text in
      OwnWriting(
        chat: chat, id: id + Int32(index),
        date: Self.start.advanced(by: .seconds(Int64(index) * seconds)), text: text, gap: gap)
    }
  }

  private static let casual = [
    "yep on it", "see u at 7 😂", "cant today, thx tho", "hey what time", "ok 👍", "nope",
    "haha sure 😂", "running late, 10 min", "u there?", "idk ask bob",
  ]

  @Test(
    "What a text shows is seen in any script",
    arguments: [
      ("hello there.", StyleBeginning.lower, StyleEnding.stop),
      ("Hello there", .capital, .nothing), ("Ну да...", .capital, .dots),
      ("ну да!", .lower, .exclamation),
      ("«Élan», dit-il ?", .capital, .question), ("ok 👨‍👩‍👧‍👦", .lower, .emoji), ("ok❤️", .lower, .emoji),
      ("ладно)", .lower, .other), ("ладно))", .lower, .smiley), ("sure :)", .lower, .smiley),
      ("明天见。", .neither, .stop), ("42", .neither, .nothing), ("copyright ©", .lower, .other),
    ])
  func traits(text: String, beginning: StyleBeginning, ending: StyleEnding) throws {
    let traits = try #require(StyleTraits(of: text, followsOwn: false))
    #expect(traits.classes[.beginning] == beginning.rawValue)
    #expect(traits.classes[.ending] == ending.rawValue)
  }

  @Test("Links alone, signs alone and long texts show nothing")
  func untold() {
    let long = String(repeating: "word ", count: 250)
    for text in ["https://example.org/a", "...", "", "   ", long] {
      #expect(StyleTraits(of: text, followsOwn: false) == nil, "\(text.prefix(20))")
    }
    #expect(StyleTraits(of: "look https://example.org/a", followsOwn: false)?.words == 1)
  }

  @Test("A profile counts lengths, habits and what is used; of words only those of the list")
  func profile() {
    let texts = (0..<4).flatMap { _ in Self.casual } + ["Zanzibar", "zanzibar", "zanzibar"]
    let profile = StyleProfile(of: writings(texts))
    #expect(profile.messages == 43 && profile.chats == 1)
    #expect(profile.words.median == 3)
    #expect(profile.emoji.first == "😂")
    #expect(profile.abbreviations.contains("thx") && profile.abbreviations.contains("u"))
    #expect(profile.greetings == ["hey"])
    #expect(profile.share(.beginning, StyleBeginning.lower.rawValue) > 0.9)
    let told = profile.instructions(amount: 1)
    #expect(told.hasPrefix("Write like this: usually "))
    for part in ["begin in lower case", "no full stop at the end", "😂", "short forms such as"] {
      #expect(told.contains(part), "\(part): \(told)")
    }
    #expect(!told.lowercased().contains("zanzibar") && !told.contains("bob"))
  }

  @Test(
    "The amount says how many habits are told and how firmly, what is furthest from an assistant first"
  )
  func amount() {
    let profile = StyleProfile(of: writings((0..<5).flatMap { _ in Self.casual }))
    let texts = [0.1, 0.5, 1].map { profile.instructions(amount: $0) }
    let counts = texts.map { $0.split(separator: ";").count }
    #expect(counts[0] < counts[1] && counts[1] < counts[2], "\(texts)")
    #expect(texts[0].hasPrefix("Lean a little") && texts[1].hasPrefix("Write more or less"))
    #expect(texts[1].contains("begin in lower case"), "\(texts[1])")
    #expect(texts.allSatisfy { $0.hasSuffix("What is said above goes before this.") })
  }

  @Test("What is sent in a row within two minutes is one turn")
  func rows() {
    var texts = writings(["a b", "c d", "e f", "g h", "i j", "k l"])
    texts[1].gap = 4_000
    texts[2].gap = 8_000
    texts[4].gap = 600_000
    let row = StyleProfile(of: texts).row
    #expect(row.mean == 1.5 && row.share == 0.25 && row.gap == 8_000)
  }

  @Test(
    "Held out by time, what was learnt tells the newer messages better than a generic manner [A9]")
  func score() throws {
    let own = writings((0..<8).flatMap { _ in Self.casual })
    let score = try #require(StyleScore(own.shuffled()))
    #expect(score.learntFrom == 64 && score.heldOut == 16)
    #expect(score.since == own[64].date)
    #expect(score.learnt < score.generic)
    #expect(score.nearer == 16)
    let sum = score.habits.reduce(0) { $0 + $1.learnt }
    #expect(abs(sum - score.learnt) < 0.001)
    #expect(StyleScore(Array(own.prefix(20))) == nil)
  }

  @Test(
    "A score can be lost: who begins to write like an assistant is told better by the generic one")
  func lost() throws {
    let formal = [
      "Good evening, I would be happy to help you with that, and I will send everything over tomorrow.",
      "Thank you for your message, it is very kind of you to ask about the arrangement, as always.",
    ]
    let own = writings(
      (0..<8).flatMap { _ in Self.casual } + (0..<10).flatMap { _ in formal })
    let score = try #require(StyleScore(own))
    #expect(score.learnt > score.generic && score.nearer == 0)
  }
}

@Suite("A persona with a learnt style", .timeLimit(.minutes(5)))
struct LearntPersonaTests {
  private static func rules(_ monitors: String, _ style: String) throws -> RuleSet {
    try RuleSet.load([
      RuleSource(
        path: "a.lua",
        text: """
          \(monitors)
          persona "me" { system = "You are {{owner.first_name}}.", style = { \(style) } }
          rule "all" { act = ai_reply { persona = "me", history = 3 } }
          """)
    ])
  }

  private static let both = #"monitor "people" { "private", learn = true, share = true }"#

  private func own(_ world: World, _ count: Int32, from id: Int32, to chat: PeerID, _ text: String)
    -> [Message]
  {
    (0..<count).map { world.own(id + $0, to: chat, text) }
  }

  private func asked(
    _ world: World, _ rules: RuleSet, to chat: Int64, in texts: (World) -> [Message]
  ) async throws -> (TextRequest, StyleTrace?) {
    try await world.run(rules) { run in
      try await run.deliver(texts(world))
      run.advance(by: 86_400)
      let message = world.incoming(500, from: chat, "what is up")
      try await run.deliver(message)
      await run.untilSent(1)
      let traces = try await run.store.promptTraces(for: message.reference)
      return (try #require(world.model.requests.last), traces.last?.style)
    }
  }

  @Test(
    "The profile stands in the instructions and, with what it is from, in the prompt's trace [A9 C7]"
  )
  func told() async throws {
    let world = try World()
    let (request, style) = try await asked(
      world, try Self.rules(Self.both, "learnt = 1"), to: 20_001
    ) { own($0, 30, from: 1, to: World.ada, "yep thx") }
    let trace = try #require(style)
    let text = try #require(trace.text)
    #expect(trace.messages == 30 && trace.chats == 1 && trace.amount == 1)
    #expect(text.contains("begin in lower case") && text.contains("thx"))
    #expect(request.system.contains("You are Olga.\n\(text)\n"))
  }

  @Test("Too few messages make no style, which is said in the trace")
  func few() async throws {
    let world = try World()
    let (request, style) = try await asked(
      world, try Self.rules(Self.both, "learnt = 1"), to: 20_001
    ) { own($0, 19, from: 1, to: World.ada, "yep thx") }
    #expect(style?.text == nil && style?.messages == 19)
    #expect(style?.reason?.contains("19 of the 20") == true)
    #expect(!request.system.contains("Write"))
  }

  @Test("Without learnt nothing is learnt, and nothing stands in the trace")
  func none() async throws {
    let world = try World()
    let (request, style) = try await asked(
      world, try Self.rules(Self.both, "examples = 1"), to: 20_001
    ) { own($0, 30, from: 1, to: World.ada, "yep thx") }
    #expect(style == nil && !request.system.contains("lower case"))
  }

  @Test(
    "Another chat's style is told only where both share and that one is learnt from [D7]",
    arguments: [
      (#"learn = true, share = true"#, #"learn = true, share = true"#, 30),
      (#"share = true"#, #"learn = true, share = true"#, 30),
      (#"learn = true"#, #"learn = true, share = true"#, 0),
      (#"learn = true, share = true"#, #"share = true"#, 0),
      (#"learn = true, share = true"#, #"learn = true"#, 0),
    ])
  func shared(here: String, there: String, count: Int) async throws {
    let world = try World()
    let monitors = """
      monitor "here" { "u:20001", \(here) }
      monitor "there" { "u:20002", \(there) }
      """
    let (request, style) = try await asked(
      world, try Self.rules(monitors, "learnt = 1"), to: 20_001
    ) { own($0, 30, from: 1, to: World.bob, "yep 🦩 thx") }
    #expect(style?.messages == count)
    #expect(request.system.contains("🦩") == (count > 0))
  }

  @Test("Who has written enough in a chat is told by that chat alone")
  func enough() async throws {
    let world = try World()
    let (request, style) = try await asked(
      world, try Self.rules(Self.both, "learnt = 1"), to: 20_001
    ) {
      own($0, 100, from: 1, to: World.ada, "yep thx")
        + own($0, 40, from: 200, to: World.bob, "Of course, dear Bob.")
    }
    #expect(style?.messages == 100 && style?.chats == 1)
    #expect(request.system.contains("begin in lower case"))
  }

  @Test("The twin's own answers, and drafts of a model that the owner sent on, teach nothing")
  func ownHand() async throws {
    let world = try World(model: ScriptedModel { _, _ in "As an assistant, I agree." })
    let drafting = try RuleSet.load([
      RuleSource(
        path: "a.lua",
        text: """
          \(Self.both)
          persona "me" { system = "x" }
          rule "all" { act = ai_draft { persona = "me" } }
          """)
    ])
    try await world.run(ScriptedRules(paced: false)) { run in
      try await run.deliver(world.incoming(1, from: 20_002, "hm"))
      await run.recorder.wait(for: .sent)
      let sent = try #require(world.telegram.delivered.first)
      try await run.deliver(world.own(sent.id, to: World.bob, sent.text))
      let found = try await run.store.ownWritings(in: World.bob, account: World.account, limit: 10)
      #expect(found.isEmpty)
    }
    try await world.run(drafting) { run in
      try await run.deliver(world.incoming(1, "well?"))
      await run.recorder.wait(for: .acted)
      try await run.deliver(world.own(2, to: World.ada, "As an assistant, I agree."))
      try await run.deliver(own(world, 3, from: 3, to: World.ada, "yep"))
      let found = try await run.store.ownWritings(
        in: World.ada, account: World.account, limit: 10)
      #expect(found.map(\.text) == ["yep", "yep", "yep"])
      let words = try await run.store.ownWords(
        in: World.ada, account: World.account, before: nil, limit: 10)
      #expect(words == ["yep", "yep", "yep"])
    }
  }

  @Test("A style is learnt once in a while, not for each message, and anew under other rules")
  func once() async throws {
    let world = try World()
    let rules = try Self.rules(Self.both, "learnt = 1")
    try await world.run(rules) { run in
      func count(after id: Int32, sent: Int) async throws -> Int? {
        let message = world.incoming(id, "hello \(id)")
        try await run.deliver(message)
        // Nothing here waits for the clock, which must stand.
        await run.recorder.wait(for: .sent, count: sent)
        return try await run.store.promptTraces(for: message.reference).last?.style?.messages
      }
      try await run.deliver(own(world, 25, from: 1, to: World.ada, "yep"))
      run.advance(by: 3600)
      #expect(try await count(after: 100, sent: 1) == 25)
      try await run.deliver(own(world, 5, from: 200, to: World.ada, "nope"))
      run.advance(by: 3600)
      #expect(try await count(after: 300, sent: 2) == 25)
      run.advance(by: 6 * 3600)
      #expect(try await count(after: 400, sent: 3) == 30)
      try await run.deliver(own(world, 5, from: 500, to: World.ada, "sure"))
      run.advance(by: 3600)
      try await run.engine.reload(try Self.rules(Self.both, "learnt = 0.9"))
      #expect(try await count(after: 600, sent: 4) == 35)
    }
  }
}
