import Engine
import Model
import Rules
import Store
import Testing

@Suite("What is heard", .timeLimit(.minutes(5)))
struct HearingTests {
  private static let listening = """
    monitor "people" { "private", media = { transcribe = "voice", max = "1m" } }
    persona "me" { system = "Be brief." }
    rule "echo" { run = function(m, x) return reply("heard: " .. (m:transcript() or "nothing")) end }
    """

  private static func rules(_ text: String = listening) throws -> RuleSet {
    try RuleSet.load([RuleSource(path: "a.lua", text: text)])
  }

  @Test("A voice note is fetched, heard once, kept beside the message, and usable by rules [A11]")
  func hears() async throws {
    let world = try World()
    world.telegram.setFile([1, 2, 3, 4], of: 1)
    let message = world.sound(1)
    try await world.run(try Self.rules()) { run in
      try await run.decide(message)
      await run.recorder.wait(for: .sent)
      #expect(world.telegram.delivered.map(\.text) == ["heard: are you there?"])
      #expect(world.speech.sounds.map(\.fileName) == ["audio.ogg"])
      #expect(world.speech.sounds.map(\.bytes) == [[1, 2, 3, 4]])
      let stored = try #require(try await run.store.message(message.reference))
      #expect(stored.text == "", "what was heard is not what was written")
      #expect(
        stored.transcript
          == Transcript(
            text: "are you there?", model: "scripted/ears", language: "en", at: world.clock.now,
            file: 9))
      #expect(run.recorder.events.contains { $0.name == .heard })
      // Another caption is no other sound.
      var captioned = world.sound(1)
      captioned.text = "listen"
      captioned.edited = world.clock.now
      try await run.engine.accept(EventBatch(events: [.edited(captioned)]))
      #expect(try await run.store.message(message.reference)?.transcript?.text == "are you there?")
      // Edited, with another sound, what was heard before no longer holds.
      var other = world.sound(1, file: 10)
      other.edited = world.clock.now
      try await run.engine.accept(EventBatch(events: [.edited(other)]))
      #expect(try await run.store.message(message.reference)?.transcript == nil)
    }
    #expect(world.soundFiles == [])
  }

  @Test("Prompts hold what was heard, marked as a transcript, also after a restart [A10 A11]")
  func prompts() async throws {
    let rules = """
      monitor "people" { "private", media = { transcribe = "voice" } }
      persona "me" { system = "Be brief." }
      rule "all" { act = ai_reply { persona = "me" } }
      """
    let world = try World()
    world.telegram.setFile([1, 2, 3, 4], of: 1)
    try await world.run(try Self.rules(rules)) { run in
      try await run.deliver(world.sound(1))
      await run.recorder.wait(for: .sent)
    }
    try await world.run(try Self.rules(rules)) { run in
      try await run.deliver(world.incoming(2, "well?"))
      await run.recorder.wait(for: .sent)
    }
    let heard = "[voice, 7 s, transcribed] are you there?"
    #expect(world.model.requests.map { $0.turns.map(\.text) } == [[heard], [heard, "well?"]])
    #expect(world.speech.sounds.count == 1)
  }

  @Test(
    "What is not to be heard is not even fetched; the reason is among the notes [A11 A13]",
    arguments: [
      (#"monitor "people" { "private" }"#, 7.0, "no media = { transcribe = ... }"),
      (
        #"monitor "people" { "private", media = { transcribe = "video_note" } }"#, 7,
        "transcribes no voice"
      ),
      (
        #"monitor "people" { "private", media = { transcribe = "voice", max = "1m" } }"#, 61,
        "it lasts 61 s"
      ),
    ])
  func notHeard(monitor: String, duration: Double, why: String) async throws {
    let world = try World()
    let rules = Self.listening.replacing(/monitor.*\n/, with: monitor + "\n")
    try await world.run(try Self.rules(rules)) { run in
      var message = world.sound(1)
      message.media?.duration = duration
      try await run.decide(message)
      await run.recorder.wait(for: .sent)
      #expect(world.telegram.delivered.map(\.text) == ["heard: nothing"])
      let notes = try await run.store.decision(about: message.reference)?.notes ?? []
      #expect(notes.contains { $0.contains(why) }, "\(notes)")
      #expect(world.speech.sounds.isEmpty)
      #expect(!world.telegram.acts.contains { $0.hasPrefix("download") })
    }
  }

  @Test("Off or failing, the message is decided without, and why tells the reason [A11 A13]")
  func deaf() async throws {
    func notes(_ world: World, _ prepare: (World) -> Void) async throws -> String {
      prepare(world)
      return try await world.run(try Self.rules()) { run in
        try await run.decide(world.sound(1))
        await run.recorder.wait(for: .sent)
        #expect(world.telegram.delivered.map(\.text) == ["heard: nothing"])
        let trace = try await run.store.voiceTraces(for: world.sound(1).reference)
        #expect(trace.count == 1 && trace.allSatisfy { $0.error != nil })
        return try await run.store.decision(about: world.sound(1).reference)?.notes.joined() ?? ""
      }
    }
    let off = try World(speech: ScriptedSpeech(off: "OPENAI_API_KEY is not set."))
    #expect(try await notes(off) { _ in }.contains("OPENAI_API_KEY is not set."))
    #expect(off.telegram.acts.allSatisfy { !$0.hasPrefix("download") }, "not even fetched")
    #expect(try await notes(try World()) { _ in }.contains("The file is gone."))
    let failing = try await notes(try World()) { world in
      world.telegram.setFile([1], of: 1)
      world.speech.prepare(TextModelError(code: .quotaExceeded, message: "No credit left."))
    }
    #expect(failing.contains("No credit left."))
    let silent = try await notes(try World(speech: ScriptedSpeech(words: " "))) { world in
      world.telegram.setFile([1], of: 1)
    }
    #expect(silent.contains("nothing was heard in it"))
  }

  @Test("Whoever listens too long is not waited for; the chat goes on without [A11]")
  func tooLong() async throws {
    let clock = ManualClock(World.start)
    let world = try World(clock: clock, speech: ScriptedSpeech(slow: clock.clock))
    world.telegram.setFile([1], of: 1)
    try await world.run(try Self.rules()) { run in
      try await run.deliver(world.sound(1))
      await run.untilSent(1)
      #expect(world.telegram.delivered.map(\.text) == ["heard: nothing"])
      let notes = try await run.store.decision(about: world.sound(1).reference)?.notes ?? []
      #expect(notes.joined().contains("it was not heard within"))
      #expect(world.clock.now < World.start.advanced(by: .seconds(600)))
    }
  }

  @Test("Of a burst each sound is heard, and what was heard is joined [A11 rules 35]")
  func burst() async throws {
    let world = try World()
    for id in Int32(1)...2 { world.telegram.setFile([UInt8(id)], of: id) }
    let rules = Self.listening.replacing(
      "rule \"echo\" {", with: "rule \"echo\" { settle = \"20s\",")
    try await world.run(try Self.rules(rules)) { run in
      try await run.deliver(world.sound(1), world.sound(2))
      await world.clock.waitForSleepers()
      run.advance(by: 25)
      await run.recorder.wait(for: .sent)
      #expect(world.telegram.delivered.map(\.text) == ["heard: are you there?\nare you there?"])
      #expect(world.speech.sounds.map(\.bytes) == [[1], [2]])
    }
  }

  @Test("What was heard can be searched where the monitor learns, and nowhere else [A11]")
  func searched() async throws {
    func found(_ learn: String) async throws -> [String] {
      let world = try World()
      world.telegram.setFile([1], of: 1)
      let rules = try RuleSet.load([
        RuleSource(
          path: "a.lua",
          text: """
            monitor "people" { "private", media = { transcribe = "voice" }\(learn) }
            rule "any" { act = reply "ok" }
            """)
      ])
      return try await world.run(rules) { run in
        try await run.decide(world.sound(1))
        await run.recorder.wait(for: .sent)
        let question = MemoryQuestion(
          .words([.init("there")]), here: World.ada, message: 9, limit: 5, now: world.clock.now)
        return try await run.store.memories(
          matching: [.init("there")], question, in: .chat(World.ada), account: World.account,
          limit: 5
        ).map(\.memory.text)
      }
    }
    #expect(try await found(", learn = true") == ["are you there?"])
    #expect(try await found("") == [])
  }

  @Test("What was heard before the chat was learnt from is taken up, and an edit keeps it [A11]")
  func searchedLater() async throws {
    let world = try World()
    world.telegram.setFile([1], of: 1)
    func rules(_ learn: String) throws -> RuleSet {
      try RuleSet.load([
        RuleSource(
          path: "a.lua",
          text: """
            monitor "people" { "private", media = { transcribe = "voice" }\(learn) }
            rule "any" { act = reply "ok" }
            """)
      ])
    }
    try await world.run(rules("")) { run in
      try await run.decide(world.sound(1))
      await run.recorder.wait(for: .sent)
    }
    try await world.run(rules(", learn = true")) { run in
      while try await run.store.learntChats(of: World.account).isEmpty { await Task.yield() }
      var edited = world.sound(1)
      edited.text = "with a caption"
      try await run.engine.accept(EventBatch(events: [.edited(edited)]))
      let question = MemoryQuestion(
        .words([.init("caption")]), here: World.ada, message: 9, limit: 5, now: world.clock.now)
      let found = try await run.store.memories(
        matching: [.init("caption")], question, in: .chat(World.ada), account: World.account,
        limit: 5)
      #expect(found.map(\.memory.text) == ["with a caption\nare you there?"])
    }
  }

  @Test("Cases say what is heard, and expect what is spoken [C5 A11 A12]")
  func cases() async throws {
    let rules = """
      monitor "people" { "private", media = { transcribe = "voice" } }
      monitor "groups" { "group" }
      persona "me" { system = "Be brief.", voice = { provider = "openai", id = "nova" } }
      rule "sunday" {
        priority = 1, when = { media = "voice" },
        run = function(m, x)
          local heard = m:transcript()
          if not heard then return nil, "not heard" end
          if heard:find("sunday") then return voice_reply { "yes, at six", persona = "me" } end
          return voice_reply { persona = "me" }
        end,
      }
      """
    let report = try await RuleTester(
      sources: [RuleSource(path: "a.lua", text: rules)],
      tests: [
        RuleSource(
          path: "a_test.lua",
          text: """
            case "sunday" {
              message = { media = "voice", transcript = "and sunday?" },
              expect = { speech = "voice_reply", text = "yes, at six" },
            }
            case "else" {
              ai = "see you",
              message = { media = { kind = "voice", duration = 4 }, transcript = "bye" },
              expect = { speech = "voice_reply", text = "see you" },
            }
            case "too long" {
              message = { media = { kind = "voice", duration = 400 }, transcript = "sunday" },
              expect = { speech = "none" },
            }
            case "nobody listens there" {
              message = { chat = "group", media = "voice", transcript = "sunday" },
              expect = { speech = "none" },
            }
            """)
      ]
    ).run(filter: nil)
    #expect(report.results.flatMap(\.failures) == [])
    #expect(report.problems.isEmpty && report.passed == 4)
  }

  @Test("A replay goes by what was heard, asks nobody, and finds the same plans [rules 39 A11]")
  func replay() async throws {
    let world = try World()
    world.telegram.setFile([1], of: 1)
    try await world.run(try Self.rules()) { run in
      try await run.decide(world.sound(1))
      await run.recorder.wait(for: .sent)
    }
    let store = try world.open()
    defer { try? store.close() }
    var entries: [Replay.Entry] = []
    _ = try await Replay(rules: try Self.rules(), store: store, account: World.account).run(
      since: World.start.advanced(by: .seconds(-60)),
      until: world.clock.now.advanced(by: .seconds(60))
    ) { entries.append($0) }
    #expect(entries.map(\.isChanged) == [false])
    #expect(
      entries.first?.after.plan.speech?.action
        == .reply(text: "heard: are you there?", quotes: false))
    #expect(world.speech.sounds.count == 1)
  }
}
