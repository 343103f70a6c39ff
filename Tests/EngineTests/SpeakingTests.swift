import Engine
import Model
import Rules
import Store
import Testing

@Suite("What is spoken", .timeLimit(.minutes(5)))
struct SpeakingTests {
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

  private func item(_ run: Running, _ id: Int32) async throws -> OutboxItem {
    let items = try await run.store.outbox(for: run.world.incoming(id).reference)
    return try #require(items.first { $0.lane == .speech })
  }

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
    #expect(world.soundFiles == [], "what has left is not kept")
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
      #expect(world.soundFiles.count == 1)
      try await run.deliver(world.own(2, to: World.ada, "it is me"))
    }
    try await world.run(Self.speaking()) { _ in #expect(world.soundFiles == []) }
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
    #expect(world.soundFiles == [])
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
}
