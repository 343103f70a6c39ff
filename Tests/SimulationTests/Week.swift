import Cryptography
import Engine
import Foundation
import Model
import Rules
import Store
import Synchronization

@testable import Simulation

/// A week of messages to one account: friends, a stranger, a group, and the owner, who takes a chat over now
/// and then. The engine is whole, its rules are the shipped ones and some timers; only Telegram and the
/// model are stand-ins. All happens on one thread, and time passes when nothing is left to do.
struct Week: Sendable {
  /// What came of it, each line with its instant.
  struct Record: Sendable, Equatable {
    /// What the engine reported, in its order.
    var events: [String] = []
    /// What reached Telegram, in its order.
    var acts: [String] = []
    /// Each decision as it is stored, with the considerations and the plan.
    var decisions: [String] = []
    var sent = 0

    var digest: String { Course.digest(of: events + acts + decisions) }
  }

  let seed: UInt64
  /// A Thursday; on the Sunday in between clocks go forward in Berlin.
  static let start = Timestamp(seconds: 1_774_526_400)
  static let length = Duration.seconds(7 * 86_400)

  private static let account = AccountID(10_001)
  private static let owner = Contact(id: 10_001, firstName: "Olga", isSelf: true)
  private static let group = PeerID.channel(300)
  private static let friends: Int64 = 3

  private static let timers = """
    every "evening" { at = "18:00", run = function(x)
      return notify("day " .. x.store:incr("days") .. ", " .. x.today.weekday)
    end }
    every "watch" { interval = "12h", act = notify "half a day has passed" }
    rule "count" { phase = "observe", when = { monitor = "people" }, also = true,
      run = function(m, x) x.store.chat:incr("messages") end }
    """

  static func rules() throws -> RuleSet {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "rules")
    return try RuleSet.load(
      try RuleFolder(path: folder.path).read() + [RuleSource(path: "week.lua", text: timers)])
  }

  /// Lives through it.
  func live() async throws -> Record {
    let executor = try await SimulationExecutor()
    let record = try await withTaskExecutorPreference(executor) { try await live(on: executor) }
    try await executor.shutDown()
    return record
  }

  private func live(on executor: SimulationExecutor) async throws -> Record {
    let time = SimulatedTime(Self.start)
    let store = try Store(
      inMemoryWith: SecretBytes([UInt8](repeating: 7, count: 32)), worksInPlace: true)
    let messenger = DryRunMessenger(clock: time.clock)
    let events = Mutex<[EngineEvent]>([])
    let drawn = Mutex<Int64>(0)
    let engine = Engine(
      EngineParts(
        account: Self.account, owner: Self.owner, store: store, rules: try Self.rules(),
        messenger: messenger, model: SimulatedModel(), clock: time.clock,
        randomID: {
          drawn.withLock { drawn in
            drawn += 1
            return drawn
          }
        },
        events: { event in events.withLock { $0.append(event) } }))
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await engine.run() }
      defer { group.cancelAll() }
      for message in traffic {
        await pass(to: message.date, time, executor)
        try await engine.accept(Self.batch(message))
      }
      await pass(to: Self.start.advanced(by: Self.length), time, executor)
    }
    var record = Record()
    for event in events.withLock(\.self) {
      record.events.append(try event.json())
      if event.name == .sent { record.sent += 1 }
    }
    record.acts = messenger.acts.map { "\($0)" }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    record.decisions = try await store.history(of: Self.account, limit: 100_000).map {
      String(decoding: try encoder.encode($0.decision), as: UTF8.self)
    }
    return record
  }

  /// Lets the clock run from one thing that waits to the next.
  private func pass(
    to instant: Timestamp, _ time: SimulatedTime, _ executor: SimulationExecutor
  ) async {
    await executor.stillness()
    while let next = time.manual.nextDeadline, next <= instant {
      time.manual.advance(to: next)
      await executor.stillness()
    }
    time.manual.advance(to: instant)
    await executor.stillness()
  }

  // MARK: Traffic

  /// In order of time, ids ascending.
  private var traffic: [Message] {
    var random = SeededGenerator(seed: seed)
    var all: [Message] = []
    for day in 0..<7 {
      for friend in 1...Self.friends {
        for _ in 0..<Int.random(in: 1...2, using: &random) {
          all.append(message(from: friend, on: day, &random))
        }
      }
      all.append(message(from: Self.friends + 1, on: day, &random))
      for _ in 0..<2 {
        var message = message(from: 1, on: day, &random)
        message.chat = Self.group
        message.mentionsOwner = Bool.random(using: &random)
        all.append(message)
      }
    }
    all.sort { $0.date < $1.date }
    for index in all.indices {
      all[index].id = Int32(index + 1)
      if all[index].media == nil { all[index].text = "m\(index + 1) \(all[index].text)" }
    }
    return all
  }

  private func message(
    from friend: Int64, on day: Int, _ random: inout SeededGenerator
  ) -> Message {
    let second = day * 86_400 + Int.random(in: 0..<86_400, using: &random)
    // One of fourteen is the owner's, by hand.
    let isOwn = Int.random(in: 0..<14, using: &random) == 0
    let isSticker = Int.random(in: 0..<10, using: &random) == 0
    return Message(
      account: Self.account, chat: .user(20_000 + friend), id: 0,
      sender: .user(isOwn ? Self.owner.id : 20_000 + friend), isOutgoing: isOwn,
      date: Self.start.advanced(by: .seconds(second)),
      text: isSticker ? "" : Self.texts[Int.random(in: 0..<Self.texts.count, using: &random)],
      media: isSticker ? Media(kind: .sticker) : nil)
  }

  private static let texts = [
    "how are you", "do you have the slides?", "can you lend me money", "URGENT, call me",
    "look at this tomorrow", "and what about this? " + String(repeating: "really? ", count: 60),
    "the concert was good", "what is the login code", "are you an AI?", "ok",
  ]

  private static func batch(_ message: Message) -> EventBatch {
    let people = (1...friends + 1).map { number in
      Contact(
        id: 20_000 + number, firstName: "Friend \(number)", isContact: number <= friends)
    }
    return EventBatch(
      events: [.message(message)],
      chats: people.map { Chat(id: .user($0.id), kind: .private, title: $0.firstName) }
        + [Chat(id: group, kind: .group, title: "Book club")],
      contacts: people)
  }
}
