import Foundation
import Model
import Rules
import Store
import Synchronization
import Testing

@testable import Engine

/// What others do beside writing, and what the owner does elsewhere.
@Suite(.timeLimit(.minutes(5)))
struct ObservationTests {
  let world: World

  init() throws { world = try World() }

  private func batch(_ events: [Event]) -> EventBatch {
    var batch = World.batch([])
    batch.events = events
    return batch
  }

  @Test("An edited message is decided again, and the answer is to the words as they are now")
  func edited() async throws {
    try await world.run(ScriptedRules()) { run in
      try await run.decide(world.incoming(1, "at six?"))
      var changed = world.incoming(1, "at seven?")
      changed.edited = world.clock.now
      try await run.engine.accept(batch([.edited(changed)]))
      await run.recorder.waitForDecision(about: 1, count: 2)
      await run.untilSent(1)
      #expect(world.telegram.delivered.map(\.text) == ["re: at seven?"])
      #expect(
        run.recorder.cancelled.map(\.reason) == [
          "its writer changed the message; it is decided again"
        ])
      #expect(run.recorder.events.contains { $0.name == .edited })
    }
  }

  @Test("A message edited while its rules decide is answered once, in its last wording")
  func editedMeanwhile() async throws {
    try await world.run(ScriptedRules.slow) { run in
      try await run.deliver(world.incoming(1, "first"))
      await world.clock.waitForSleepers()
      try await run.engine.accept(batch([.edited(world.incoming(1, "second"))]))
      await run.untilSent(1)
      #expect(world.telegram.delivered.map(\.text) == ["re: second"])
      #expect(run.recorder.verdicts.count == 1)
    }
  }

  @Test("Reading, reacting, typing, coming and going are told, of monitored chats alone")
  func told() async throws {
    try await world.run(ScriptedRules { _ in [] }) { run in
      try await run.decide(world.incoming(1))
      let reactions = Reactions(
        [.init("👍", count: 1)], givers: [.init(World.ada, "👍", date: World.start)])
      try await run.engine.accept(
        batch([
          .reacted(chat: World.ada, message: 1, reactions), .readByOther(chat: World.ada, upTo: 3),
          .typing(chat: World.ada, user: 20_001), .typing(chat: .user(66), user: 66),
          .presence(user: 20_001, .online(until: World.start)),
          .draft(chat: World.ada, text: "so"), .deleted(chat: nil, ids: [1]),
          .gap(Gap(from: World.start, to: World.start, chats: 2, messages: 5, isComplete: true)),
          .stalled(Stall(chat: World.ada, requests: 5, reason: "INTERNAL.")),
        ]))
      let names: [EngineEvent.Name] = [
        .reacted, .read, .typing, .presence, .draft, .deleted, .gap, .error,
      ]
      #expect(run.recorder.events.map(\.name).filter { names.contains($0) } == names)
      for event in run.recorder.events {
        let line = try event.json()
        #expect(try JSONDecoder().decode(EngineEvent.self, from: Data(line.utf8)) == event)
      }
      let lines = try run.recorder.events.map { try $0.json() }
      #expect(
        lines.last?.contains("asked 5 times what was missed, and does not tell: INTERNAL.") == true)
      #expect(
        lines.contains { $0.contains(#""by":"other","chat":"u:20001","event":"read","up_to":3"#) })
    }
  }

  @Test("Rules see whether the owner is online at another device")
  func ownerPresence() async throws {
    let seen = Mutex<[Presence?]>([])
    var rules = ScriptedRules { _ in [] }
    let plain = rules.answer
    rules.answer = { input, host in
      seen.withLock { $0.append(input.ownerPresence) }
      return await plain(input, host)
    }
    try await world.run(rules) { run in
      try await run.decide(world.incoming(1))
      let online = Presence.online(until: world.clock.now.advanced(by: .seconds(300)))
      try await run.engine.accept(batch([.presence(user: 10_001, online)]))
      try await run.decide(world.incoming(2))
      #expect(seen.withLock(\.self) == [nil, online])
      #expect(online.isOnline(at: world.clock.now))
      #expect(online.lastSeen(at: world.clock.now) == world.clock.now)
    }
  }
}
