import Cryptography
import Foundation
import GRDB
import Model
import Store
import Synchronization

@testable import Engine

/// An engine with everything around it that outlives it: the file, the clock, Telegram, the model.
final class World: Sendable {
  static let account = AccountID(10_001)
  static let saved = PeerID.user(10_001)
  static let ada = PeerID.user(20_001)
  static let bob = PeerID.user(20_002)
  static let start = Timestamp(seconds: 1_767_225_600)
  static let owner = Contact(id: 10_001, firstName: "Olga", lastName: "Owner", isSelf: true)

  let clock: ManualClock
  let telegram: FakeTelegram
  let model: ScriptedModel
  let speech: ScriptedSpeech
  /// What rules reach the web by.
  let web = Mutex<(any WebClient)?>(nil)
  /// Answers where a budget is used up.
  let offline = Mutex<(any TextModel)?>(nil)
  /// What rules call Telegram by.
  let methods = Mutex<(any MethodCaller)?>(nil)
  private let folder: String
  private let drawn = Mutex<Int64>(0)

  init(
    clock: ManualClock = ManualClock(start),
    model: ScriptedModel = ScriptedModel { _, number in "answer \(number)" },
    speech: ScriptedSpeech = ScriptedSpeech(),
    echo: @escaping @Sendable (FakeTelegram.Delivery) async -> Void = { _ in }
  ) throws {
    self.clock = clock
    telegram = FakeTelegram(clock: clock.clock, echo: echo)
    self.model = model
    self.speech = speech
    folder = NSTemporaryDirectory() + "understudy-engine-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  var voices: VoiceFolder { VoiceFolder(path: folder + "/voices") }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func open() throws -> Store {
    try Store(path: folder + "/understudy.db", key: SecretBytes([UInt8](repeating: 7, count: 32)))
  }

  /// Changes the file behind the store's back.
  func alter(_ sql: String) async throws {
    // The engine may be writing just now.
    var configuration = Configuration()
    configuration.busyMode = .timeout(60)
    try await DatabaseQueue(path: folder + "/understudy.db", configuration: configuration)
      .write { try $0.execute(sql: sql) }
  }

  /// Runs an engine on the file until `body` returns; then it ends abruptly: its tasks are cancelled
  /// and nothing more is written for them.
  func run<Value: Sendable>(
    _ rules: any Rulings, onStep: @escaping StepHook = { _, _ in },
    _ body: (Running) async throws -> Value
  ) async throws -> Value {
    let store = try open()
    let recorder = Recorder()
    let engine = Engine(
      EngineParts(
        account: Self.account, owner: Self.owner, store: store, rules: rules,
        messenger: telegram, model: model, offline: offline.withLock(\.self), clock: clock.clock,
        voice: VoiceParts(recognizer: speech, synthesizer: speech, folder: voices),
        web: web.withLock(\.self), methods: methods.withLock(\.self),
        secrets: { $0 == "CRM" ? Secret("top-s3cret") : nil }, randomID: draw,
        events: recorder.note, onStep: onStep))
    let running = Running(engine: engine, store: store, recorder: recorder, world: self)
    return try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await engine.run() }
      let result: Result<Value, any Error>
      do {
        await recorder.wait(for: .ready)
        result = .success(try await body(running))
      } catch {
        result = .failure(error)
      }
      group.cancelAll()
      try await group.waitForAll()
      try store.close()
      return try result.get()
    }
  }

  private var draw: @Sendable () -> Int64 {
    {
      self.drawn.withLock {
        $0 += 1; return $0
      }
    }
  }

  func incoming(
    _ id: Int32, from user: Int64 = 20_001, _ text: String = "hi", at: Timestamp? = nil
  ) -> Message {
    Message(
      account: Self.account, chat: .user(user), id: id, sender: .user(user),
      date: at ?? clock.now, text: text)
  }

  func own(_ id: Int32, to chat: PeerID, _ text: String) -> Message {
    Message(
      account: Self.account, chat: chat, id: id, sender: Self.saved, isOutgoing: true,
      date: clock.now, text: text)
  }

  static func batch(_ messages: [Message]) -> EventBatch {
    EventBatch(
      events: messages.map { .message($0) },
      chats: [
        Chat(id: ada, kind: .private, title: "Ada"), Chat(id: bob, kind: .private, title: "Bob"),
      ],
      contacts: [
        Contact(id: 20_001, firstName: "Ada", isContact: true),
        Contact(id: 20_002, firstName: "Bob", isContact: true),
      ])
  }
}

/// A running engine.
struct Running: Sendable {
  let engine: Engine
  let store: Store
  let recorder: Recorder
  let world: World

  func deliver(_ messages: Message...) async throws { try await deliver(messages) }

  func deliver(_ messages: [Message]) async throws {
    try await engine.accept(World.batch(messages))
  }

  /// Delivers a message and waits for what is decided about it.
  func decide(_ message: Message) async throws {
    try await deliver(message)
    await recorder.waitForDecision(about: message.id)
  }

  func advance(by seconds: Int) { world.clock.advance(by: .seconds(seconds)) }

  /// Lets time pass, from each deadline to the next, until so many messages have left.
  func untilSent(_ count: Int) async {
    await lettingTimePass { await recorder.wait(for: .sent, count: count) }
  }

  /// Lets time pass, from each deadline to the next, until `wait` returns.
  func lettingTimePass(until wait: () async -> Void) async {
    let done = Signals()
    await withTaskGroup(of: Void.self) { group in
      group.addTask {
        var waited = 0
        while true {
          await world.clock.waitForSleepers()
          guard !done.isRaised else { return }
          // While something is under way the clock waits for it, lest it run hours ahead of a slow
          // machine; but what is under way may wait for the clock, so not for ever.
          waited += 1
          if engine.lanes.isIdle || waited > 2000 {
            waited = 0
            if let next = world.clock.nextDeadline { world.clock.advance(to: next) }
          }
          await Task.yield()
        }
      }
      await wait()
      done.raise()
      // Wakes the one above, should nobody else be waiting for time to pass.
      group.addTask {
        try? await world.clock.clock.sleep(until: Timestamp(milliseconds: .max), tolerance: nil)
      }
      await group.next()
      group.cancelAll()
    }
  }
}
