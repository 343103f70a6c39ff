import Engine
import Foundation
import Model
import Rules
import Store
import Synchronization
import Testing

@Suite("Voice", .timeLimit(.minutes(5)))
struct VoiceTests {
  private static let voice = Voice(provider: .elevenLabs, id: "abc")
  private static let persona = Persona(
    name: "me", system: "Be brief.", language: "en", speaking: .voice(voice))

  /// Every message gets this spoken.
  private static func speaking(_ text: String? = "on my way", written: String? = nil)
    -> ScriptedRules
  {
    ScriptedRules(paced: false) { _ in
      [
        .voiceReply(
          VoiceReply(Composition(persona: persona, quotes: true), text: text, written: written))
      ]
    }
  }

  private func sound(_ world: World, _ id: Int32, file: Int64 = 9) -> Message {
    var message = world.incoming(id, "")
    message.media = Media(
      kind: .voice, duration: 7, size: 4, mimeType: "audio/ogg",
      file: RemoteFile(kind: .document, id: file, accessHash: 1, reference: [], dc: 2))
    return message
  }

  private func item(_ run: Running, _ id: Int32) async throws -> OutboxItem {
    let items = try await run.store.outbox(for: run.world.incoming(id).reference)
    return try #require(items.first { $0.lane == .speech })
  }

  private func files(_ world: World) -> [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: world.voices.path)) ?? []
  }

  // MARK: Speaking

  @Test(
    "The text is spoken, shown as recording, and leaves as a voice note without a caption [A12]")
  func speaks() async throws {
    let world = try World()
    try await world.run(Self.speaking()) { run in
      try await run.deliver(world.incoming(1))
      await run.recorder.wait(for: .sent)
      let delivery = try #require(world.telegram.delivered.first)
      #expect(delivery.text == "" && delivery.replyTo == 1)
      #expect(delivery.attachment?.kind == .voice)
      #expect(
        world.speech.requests == [
          SpeechRequest(
            text: "on my way", voice: Self.voice, language: "en",
            seed: UInt32(truncatingIfNeeded: delivery.randomID))
        ])
      #expect(Array(world.telegram.acts.prefix(2)) == ["read u:20001 1", "voice u:20001"])
      #expect(!world.telegram.acts.contains { $0.hasPrefix("typing") })
      let traces = try await run.store.voiceTraces(for: world.incoming(1).reference)
      #expect(traces.map(\.model) == ["scripted/abc as abc"] && traces.map(\.text) == ["on my way"])
      #expect(run.recorder.events.contains { $0.name == .spoken })
    }
    #expect(files(world) == [], "what has left is not kept")
  }

  @Test("A model writes what is spoken, and the checks on its answer hold [A12]")
  func composes() async throws {
    let world = try World()
    try await world.run(Self.speaking(nil)) { run in
      try await run.deliver(world.incoming(1))
      await run.recorder.wait(for: .sent)
      #expect(world.speech.requests.map(\.text) == ["answer 1"])
      #expect(world.model.requests.count == 1)
      #expect(try await run.store.promptTraces(for: world.incoming(1).reference).count == 1)
    }
  }

  @Test(
    "Ended at any boundary, the voice note arrives once, spoken once [D1 A12]",
    arguments: EngineStep.allCases.filter {
      $0 != .beforeComposedStored && $0 != .afterComposedStored
    })
  func endsAtBoundary(step: EngineStep) async throws {
    let world = try World()
    let trap = Trap(at: step, clock: world.clock.clock)
    try await world.run(Self.speaking(), onStep: trap.hook) { run in
      try await run.deliver(world.incoming(1))
      await trap.waitUntilReached()
    }
    try await world.run(Self.speaking()) { run in
      if step != .afterSent { await run.recorder.wait(for: .sent) }
      let item = try await item(run, 1)
      #expect(item.state == .sent)
      #expect(world.telegram.delivered.map(\.chat) == [World.ada])
      #expect(Set(world.telegram.attempts).count == 1)
      #expect(world.speech.requests.count == 1, "what was spoken is kept")
    }
  }

  @Test("A sound that nobody will send is swept away at the next start")
  func sweeps() async throws {
    let world = try World()
    let trap = Trap(at: .afterSpokenStored, clock: world.clock.clock)
    try await world.run(Self.speaking(), onStep: trap.hook) { run in
      try await run.deliver(world.incoming(1))
      await trap.waitUntilReached()
      #expect(files(world).count == 1)
      try await run.deliver(world.own(2, to: World.ada, "it is me"))
    }
    try await world.run(Self.speaking()) { _ in #expect(files(world) == []) }
  }

  @Test("Who takes no voice notes gets the text, once, and why says so [A12]")
  func forbidden() async throws {
    let world = try World()
    world.telegram.prepare(
      .fail(
        MessengerError(
          code: .voiceForbidden, message: "This person takes no voice notes.",
          serverError: "VOICE_MESSAGES_FORBIDDEN")))
    try await world.run(Self.speaking()) { run in
      try await run.deliver(world.incoming(1))
      await run.recorder.wait(for: .sent)
      #expect(world.telegram.delivered.map(\.text) == ["on my way"])
      #expect(world.telegram.delivered.allSatisfy { $0.attachment == nil })
      #expect(Set(world.telegram.attempts).count == 1, "the random id stays")
      #expect(world.speech.requests.count == 1)
      let why = try await run.store.voiceTraces(for: world.incoming(1).reference).last?.error
      #expect(why?.contains("VOICE_MESSAGES_FORBIDDEN") == true)
    }
    #expect(files(world) == [])
  }

  @Test("Off in the rule or in the configuration: not one call, and the text in writing [A13]")
  func off() async throws {
    let byRule = try World()
    try await byRule.run(Self.speaking(written: "rule friends/all has its voice off")) { run in
      try await run.deliver(byRule.incoming(1))
      await run.recorder.wait(for: .sent)
      #expect(byRule.telegram.delivered.map(\.text) == ["on my way"])
      #expect(byRule.telegram.acts.allSatisfy { !$0.hasPrefix("voice") })
    }
    #expect(byRule.speech.requests.isEmpty)
    let byKey = try World(speech: ScriptedSpeech(off: "ELEVENLABS_API_KEY is not set."))
    try await byKey.run(Self.speaking()) { run in
      try await run.deliver(byKey.incoming(1))
      await run.recorder.wait(for: .sent)
      #expect(byKey.telegram.delivered.map(\.text) == ["on my way"])
      let why = try await run.store.voiceTraces(for: byKey.incoming(1).reference).last?.error
      #expect(why == "sent in writing: ELEVENLABS_API_KEY is not set.")
    }
    #expect(byKey.speech.requests.isEmpty)
  }

  @Test("A provider that is away is asked again, then the text leaves in writing")
  func away() async throws {
    let world = try World()
    let trouble = TextModelError(code: .unreachable, message: "Nobody there.")
    world.speech.prepare(trouble, trouble, trouble)
    try await world.run(Self.speaking()) { run in
      try await run.deliver(world.incoming(1))
      for (count, seconds) in [(1, 10), (2, 60)] {
        await run.recorder.wait(for: .postponed, count: count)
        await world.clock.waitForSleepers()
        run.advance(by: seconds)
      }
      await run.recorder.wait(for: .sent)
      #expect(world.telegram.delivered.map(\.text) == ["on my way"])
      #expect(world.speech.requests.count == 3)
    }
  }

  @Test("The twin's own voice note is known again, and later prompts hold its words [A10 A11]")
  func ownWords() async throws {
    let world = try World()
    try await world.run(Self.speaking()) { run in
      try await run.deliver(world.incoming(1, "where are you?"))
      await run.recorder.wait(for: .sent)
      var own = world.own(try #require(world.telegram.delivered.first).id, to: World.ada, "")
      own.media = Media(
        kind: .voice, duration: 2,
        file: RemoteFile(kind: .document, id: 3, accessHash: 2, reference: [], dc: 2))
      try await run.deliver(own)
      #expect(!run.recorder.events.contains { $0.name == .takeover })
      let stored = try await run.store.message(own.reference)
      #expect(stored?.transcript?.text == "on my way" && stored?.text == "")
    }
    let composing = ScriptedRules(paced: false) { _ in
      [.aiReply(Composition(persona: Self.persona))]
    }
    try await world.run(composing) { run in
      world.clock.advance(by: .seconds(60))
      try await run.deliver(world.incoming(6_000, "and now?"))
      await run.recorder.wait(for: .sent)
      #expect(
        world.model.requests.last?.turns.map(\.text) == ["where are you?", "on my way", "and now?"])
    }
  }

  // MARK: Hearing

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
    let message = sound(world, 1)
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
      var captioned = sound(world, 1)
      captioned.text = "listen"
      captioned.edited = world.clock.now
      try await run.engine.accept(EventBatch(events: [.edited(captioned)]))
      #expect(try await run.store.message(message.reference)?.transcript?.text == "are you there?")
      // Edited, with another sound, what was heard before no longer holds.
      var other = sound(world, 1, file: 10)
      other.edited = world.clock.now
      try await run.engine.accept(EventBatch(events: [.edited(other)]))
      #expect(try await run.store.message(message.reference)?.transcript == nil)
    }
    #expect(files(world) == [])
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
      try await run.deliver(sound(world, 1))
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
      var message = sound(world, 1)
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
        try await run.decide(sound(world, 1))
        await run.recorder.wait(for: .sent)
        #expect(world.telegram.delivered.map(\.text) == ["heard: nothing"])
        let trace = try await run.store.voiceTraces(for: sound(world, 1).reference)
        #expect(trace.count == 1 && trace.allSatisfy { $0.error != nil })
        return try await run.store.decision(about: sound(world, 1).reference)?.notes.joined() ?? ""
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
      try await run.deliver(sound(world, 1))
      await run.untilSent(1)
      #expect(world.telegram.delivered.map(\.text) == ["heard: nothing"])
      let notes = try await run.store.decision(about: sound(world, 1).reference)?.notes ?? []
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
      try await run.deliver(sound(world, 1), sound(world, 2))
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
        try await run.decide(sound(world, 1))
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
      try await run.decide(sound(world, 1))
      await run.recorder.wait(for: .sent)
    }
    try await world.run(rules(", learn = true")) { run in
      while try await run.store.learntChats(of: World.account).isEmpty { await Task.yield() }
      var edited = sound(world, 1)
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

  // MARK: Without a network

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
      try await run.decide(sound(world, 1))
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
