import Engine
import Model
import Rules
import Store
import Synchronization
import Testing

@Suite(.timeLimit(.minutes(5)))
struct OwnerTests {
  let world: World

  init() throws { world = try World() }

  @Test(
    "The owner writes: pending replies fall, the twin is silent for the hold, then goes on [D4, rules 34]"
  )
  func takeover() async throws {
    try await world.run(ScriptedRules()) { run in
      try await run.decide(world.incoming(1))
      try await run.decide(world.incoming(2, from: 20_002))
      run.advance(by: 12)
      try await run.deliver(world.own(3, to: World.ada, "I am here"))
      #expect(run.recorder.cancelled.map(\.answers) == [1])
      #expect(run.recorder.cancelled.map(\.reason) == ["the owner wrote in this chat"])
      await run.untilSent(1)
      #expect(world.telegram.delivered.map(\.chat) == [World.bob])

      try await run.decide(world.incoming(4))
      #expect(run.recorder.verdicts.last?.guard == .ownerWrote)
      run.advance(by: 15 * 60)
      try await run.decide(world.incoming(5))
      await run.untilSent(2)
      #expect(world.telegram.delivered.map(\.chat) == [World.bob, World.ada])
    }
  }

  @Test("What the owner has answered by hand while nobody ran is not answered again [D4 D11]")
  func answeredMeanwhile() async throws {
    try await world.run(ScriptedRules()) { run in
      try await run.decide(world.incoming(1))
    }
    world.clock.advance(by: .seconds(20 * 60))
    let message = world.incoming(2)
    let own = world.own(3, to: World.ada, "later")
    world.clock.advance(by: .seconds(20 * 60))
    try await world.run(ScriptedRules()) { run in
      try await run.deliver(message, own)
      await run.recorder.waitForDecision(about: 2)
      #expect(run.recorder.verdicts.map(\.guard) == [.ownerWrote])
      #expect(try await run.store.pending(of: World.account).isEmpty)
    }
  }

  @Test("The twin's own message, reported before the answer to its send, is no takeover [D4]")
  func ownEcho() async throws {
    let link = Mutex<Running?>(nil)
    let world = try World { delivery in
      guard let run = link.withLock({ $0 }), delivery.chat != World.saved else { return }
      let message = run.world.own(delivery.id, to: delivery.chat, delivery.text)
      do {
        try await run.deliver(message)
      } catch {
        Issue.record(error)
      }
    }
    try await world.run(ScriptedRules(paced: false)) { run in
      link.withLock { $0 = run }
      try await run.decide(world.incoming(1, "one"))
      await run.recorder.wait(for: .sent)
      world.telegram.setNextID(10_001)
      try await run.decide(world.incoming(10_000, "two"))
      await run.recorder.wait(for: .sent, count: 2)
      #expect(!run.recorder.events.contains { $0.name == .takeover })
      #expect(run.recorder.sent.map(\.answers) == [1, 10_000])
      let stored = try await run.store.messages(in: World.ada, account: World.account, limit: 9)
      #expect(stored.count { $0.isOutgoing } == 2)
      link.withLock { $0 = nil }
    }
  }

  @Test(
    "A stop word in Saved Messages holds everything at once, over a restart too, until the start word",
    arguments: [("/stop", "/start"), ("Стоп!", "старт")])
  func killSwitch(stop: String, start: String) async throws {
    try await world.run(ScriptedRules()) { run in
      try await run.decide(world.incoming(1))
      run.advance(by: 29)
      try await run.deliver(world.own(2, to: World.saved, stop))
      #expect(run.recorder.events.contains { $0.name == .killed })
      #expect(run.recorder.cancelled.map(\.answers) == [1])
      await run.untilSent(1)
      #expect(world.telegram.delivered.map(\.chat) == [World.saved])
    }
    world.clock.advance(by: .seconds(60))
    try await world.run(ScriptedRules(paced: false)) { run in
      try await run.decide(world.incoming(3))
      #expect(run.recorder.verdicts.map(\.guard) == [.killSwitch])
      try await run.deliver(world.own(4, to: World.saved, start))
      #expect(run.recorder.events.contains { $0.name == .resumed })
      try await run.decide(world.incoming(5))
      await run.recorder.wait(for: .sent, count: 2)
      #expect(world.telegram.delivered.filter { $0.chat == World.ada }.map(\.text) == ["re: hi"])
    }
  }

  @Test("The status word is answered with how the queue stands; other notes are left alone [D5]")
  func status() async throws {
    try await world.run(ScriptedRules()) { run in
      try await run.decide(world.incoming(1))
      try await run.deliver(world.own(2, to: World.saved, "buy milk; do not stop"))
      try await run.deliver(world.own(3, to: World.saved, "/status"))
      await run.recorder.wait(for: .sent)
      let line = try #require(world.telegram.delivered.first?.text)
      #expect(line.hasPrefix("Understudy: Running. Waiting: 1 answers"))
      #expect(world.telegram.delivered.count == 1)
      let note = world.own(2, to: World.saved, "")
      #expect(try await run.store.message(note.reference) == nil, "notes are not kept")
    }
  }

  @Test("A message deleted while its rules decide is not answered any more")
  func deletedMeanwhile() async throws {
    try await world.run(ScriptedRules.slow) { run in
      try await run.deliver(world.incoming(1))
      await world.clock.waitForSleepers()
      try await run.engine.accept(EventBatch(events: [.deleted(chat: nil, ids: [1])]))
      run.advance(by: 60)
      await run.recorder.waitForDecision(about: 1)
      #expect(run.recorder.verdicts.map(\.guard) == [.deleted])
      #expect(world.telegram.attempts.isEmpty)
    }
  }

  @Test("A message deleted while its answer waits or was tried in vain is not answered any more")
  func deletedBeforeSend() async throws {
    world.telegram.prepare(
      .fail(MessengerError(code: .unreachable, message: "No link.")))
    try await world.run(ScriptedRules(paced: false)) { run in
      try await run.deliver(world.incoming(1))
      await run.recorder.wait(for: .postponed)
      try await run.engine.accept(EventBatch(events: [.deleted(chat: nil, ids: [1])]))
      run.advance(by: 1)
      await run.recorder.wait(for: .cancelled)
      #expect(run.recorder.cancelled.map(\.reason) == ["the message was deleted by its writer"])
      #expect(world.telegram.attempts.count == 1 && world.telegram.delivered.isEmpty)
    }
  }

  @Test("What came before the stop is not answered after a quick start either [D5]")
  func stopAndStart() async throws {
    try await world.run(ScriptedRules.slow) { run in
      try await run.deliver(world.incoming(1))
      await world.clock.waitForSleepers()
      run.advance(by: 1)
      try await run.deliver(world.own(2, to: World.saved, "/stop"))
      try await run.deliver(world.own(3, to: World.saved, "/start"))
      run.advance(by: 59)
      await run.recorder.waitForDecision(about: 1)
      #expect(run.recorder.verdicts.map(\.guard) == [.killSwitch])
      try await run.deliver(world.incoming(4))
      await run.untilSent(3)
      #expect(world.telegram.delivered.filter { $0.chat == World.ada }.map(\.replyTo) == [nil])
      #expect(run.recorder.sent.map(\.answers).contains(4))
    }
  }

  @Test("A login elsewhere is told to the owner, once [B44]")
  func newAuthorization() async throws {
    let login = NewAuthorization(
      hash: 7, date: world.clock.now, device: "PC\n64bit", location: "Lisbon, Portugal")
    for count in [1, 0] {
      try await world.run(ScriptedRules()) { run in
        try await run.engine.accept(EventBatch(events: [.newAuthorization(login)]))
        #expect(run.recorder.events.count { $0.name == .alert } == count)
        if count == 1 { await run.recorder.wait(for: .sent) }
      }
    }
    #expect(world.telegram.delivered.map(\.chat) == [World.saved])
    let text = try #require(world.telegram.delivered.first?.text)
    #expect(text.contains("with PC64bit, Lisbon, Portugal. If it was not you"))
  }

  @Test("Login codes reach no rule, event or store, even where a monitor covers everything")
  func loginCodes() async throws {
    var rules = ScriptedRules(paced: false)
    rules.isMonitored = { _, _ in true }
    try await world.run(rules) { run in
      let code = world.incoming(1, from: 777_000, "Login code: 12345")
      try await run.deliver(code, world.incoming(2))
      await run.recorder.wait(for: .sent)
      #expect(run.recorder.verdicts.map(\.message) == [2])
      #expect(try await run.store.message(code.reference) == nil)
      #expect(!run.recorder.events.contains { "\($0)".contains("12345") })
    }
  }

  @Test(
    "A rule that is still deciding when the owner writes does not answer any more [D4, rules 34]")
  func overtaken() async throws {
    try await world.run(ScriptedRules.slow) { run in
      try await run.deliver(world.incoming(1))
      await world.clock.waitForSleepers()
      try await run.deliver(world.own(2, to: World.ada, "me"))
      run.advance(by: 60)
      await run.recorder.waitForDecision(about: 1)
      #expect(run.recorder.verdicts.map(\.guard) == [.ownerWrote])
      #expect(world.telegram.attempts.isEmpty)
    }
  }
}
