import Engine
import Model
import Store
import Testing

@Suite("Files in the queue", .timeLimit(.minutes(5)))
struct FileTests {
  private static let note = Attachment(path: "/nowhere/hello.ogg", kind: .voice)
  private static let rules = ScriptedRules(paced: false) { _ in
    [.file(note, caption: "listen", quotes: true)]
  }

  /// Lets so many seconds pass after each postponement.
  private func wait(_ seconds: [Int], in run: Running) async {
    for (index, pause) in seconds.enumerated() {
      await run.recorder.wait(for: .postponed, count: index + 1)
      await run.world.clock.waitForSleepers()
      run.advance(by: pause)
    }
  }

  private func error(_ code: MessengerError.Code) -> MessengerError {
    MessengerError(code: code, message: "Trouble.")
  }

  @Test(
    "Ended at any boundary, the file arrives exactly once [D1]",
    arguments: EngineStep.allCases.filter {
      $0 != .beforeComposedStored && $0 != .afterComposedStored && !$0.isOfVoices
    })
  func endsAtBoundary(step: EngineStep) async throws {
    let world = try World()
    let trap = Trap(at: step, clock: world.clock.clock)
    try await world.run(Self.rules, onStep: trap.hook) { run in
      try await run.deliver(world.incoming(1))
      await trap.waitUntilReached()
    }
    try await world.run(Self.rules) { run in
      if step != .afterSent { await run.recorder.wait(for: .sent) }
      try await run.decide(world.incoming(2, from: 20_002))
      await run.recorder.wait { events in
        events.contains { if case .sent(let sent) = $0.kind { sent.answers == 2 } else { false } }
      }
      #expect(world.telegram.delivered.map(\.chat) == [World.ada, World.bob])
      #expect(world.telegram.delivered.allSatisfy { $0.attachment == Self.note })
      #expect(world.telegram.delivered.map(\.replyTo) == [1, 2])
      #expect(Set(world.telegram.attempts).count == 2, "one random id per message")
      #expect(try await run.store.outbox(for: world.incoming(1).reference).map(\.state) == [.sent])
    }
    let isAgain = step == .beforeUploadStored
    // What was complete and noted is not uploaded again; what was not goes on where it stood.
    #expect(world.telegram.uploads.count == (isAgain ? 3 : 2))
    if isAgain { #expect(world.telegram.uploads[1].parts == 4) }
  }

  @Test("An upload that breaks off goes on with the parts that are missing [D1]")
  func resumes() async throws {
    let world = try World()
    world.telegram.prepareUploads(
      error(.unreachable), error(.rateLimited(seconds: 30, chatOnly: false)))
    try await world.run(Self.rules) { run in
      try await run.deliver(world.incoming(1))
      await wait([1, 30], in: run)
      await run.recorder.wait(for: .sent)
      #expect(world.telegram.uploads.map(\.parts) == [0, 2, 3])
      #expect(Set(world.telegram.uploads.map(\.fileID)).count == 1)
      #expect(world.telegram.attempts.count == 1)
    }
  }

  @Test("A file that the server has lost is uploaded again; the random id stays")
  func lost() async throws {
    let world = try World()
    world.telegram.prepare(.fail(error(.uploadLost)))
    try await world.run(Self.rules) { run in
      try await run.deliver(world.incoming(1))
      await wait([1], in: run)
      await run.recorder.wait(for: .sent)
      #expect(world.telegram.uploads.map(\.parts) == [0, 0])
      #expect(world.telegram.attempts.count == 2 && Set(world.telegram.attempts).count == 1)
      #expect(world.telegram.delivered.count == 1)
    }
  }

  @Test("A server that loses the file every time is not fed for ever; the owner hears of it")
  func alwaysLost() async throws {
    let world = try World()
    for _ in 0..<11 { world.telegram.prepare(.fail(error(.uploadLost))) }
    try await world.run(Self.rules) { run in
      try await run.deliver(world.incoming(1))
      await wait([1, 1, 2, 4, 8, 16, 32, 60, 60, 60], in: run)
      await run.recorder.wait(for: .failed)
      #expect(world.telegram.uploads.count == 11)
      #expect(world.telegram.delivered.allSatisfy { $0.attachment == nil })
    }
  }

  @Test("A file that cannot be sent fails its item, with the reason")
  func refused() async throws {
    let world = try World()
    world.telegram.prepareUploads(error(.refused))
    try await world.run(Self.rules) { run in
      try await run.deliver(world.incoming(1))
      await run.recorder.wait(for: .failed)
      let item = try #require(try await run.store.outbox(for: world.incoming(1).reference).first)
      #expect(item.state == .failed && item.reason?.contains("Trouble") == true)
      #expect(world.telegram.attempts.count <= 1, "nothing but the line to the owner")
    }
  }

  @Test("Where it would cost Stars nothing is sent, and no empty draft is left [D12]")
  func paid() async throws {
    let world = try World()
    world.telegram.prepare(.fail(error(.paid)))
    try await world.run(Self.rules) { run in
      try await run.deliver(world.incoming(1))
      await run.recorder.wait(for: .failed)
      #expect(world.telegram.acts.allSatisfy { !$0.hasPrefix("draft") })
    }
  }

  @Test(
    "Ended after the server executed and before it answered: known again by what it carries [D1]")
  func endsBeforeAnswer() async throws {
    let world = try World()
    world.telegram.prepare(.hang)
    try await world.run(Self.rules) { run in
      try await run.deliver(world.incoming(1))
      await world.telegram.waitForHang()
    }
    try await world.run(Self.rules) { run in
      let delivery = try #require(world.telegram.delivered.first)
      var own = world.own(delivery.id, to: World.ada, delivery.text)
      own.media = Media(
        kind: .voice, file: RemoteFile(kind: .document, id: 1, accessHash: 2, reference: [], dc: 2))
      try await run.deliver(own)
      await run.recorder.wait(for: .sent)
      #expect(world.telegram.delivered.count == 1)
      #expect(!run.recorder.events.contains { $0.name == .takeover })
    }
  }

  @Test("A text of the owner's with the caption's words is the owner's, not the file")
  func ownersWords() async throws {
    let world = try World()
    world.telegram.prepare(.fail(error(.unreachable)))
    try await world.run(Self.rules) { run in
      try await run.deliver(world.incoming(1))
      await run.recorder.wait(for: .postponed)
      try await run.deliver(world.own(900, to: World.ada, "listen"))
      await run.recorder.wait(for: .takeover)
      #expect(world.telegram.delivered.isEmpty)
    }
  }
}
