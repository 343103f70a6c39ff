import Cryptography
import Engine
import Foundation
import GRDB
import Model
import Rules
import Store

/// A database with a month of messages and what was decided about them.
final class StoredPast: Sendable {
  static let messages = 100_000
  private static let people: Int64 = 200
  private static let first = Timestamp(seconds: 1_767_225_600)
  /// From one message to the next.
  private static let step = 26

  private let scratch: Scratch
  private let store: Store
  private let rules: RuleSet

  init() async throws {
    scratch = try Scratch()
    store = try Store(
      path: scratch["past.db"].path, key: SecretBytes([UInt8](repeating: 7, count: 32)))
    rules = try RuleSet.load(
      try RuleFolder(path: Place.repository.appending(path: "rules").path).read())
    let people = (1...Self.people).map {
      Contact(id: 20_000 + $0, firstName: "Person \($0)", isContact: true)
    }
    let chats = people.map { Chat(id: .user($0.id), kind: .private, title: $0.firstName) }
    for start in stride(from: 0, to: Self.messages, by: 1000) {
      _ = try await store.store(
        history: [
          HistoryPage(
            messages: (start..<start + 1000).reversed().map(Self.message),
            chats: start == 0 ? chats : [], contacts: start == 0 ? people : [])
        ], account: Decisions.account, haste: .mayWait)
    }
    try await decide()
  }

  private static func message(_ number: Int) -> Message {
    let person = PeerID.user(20_001 + Int64(number &* 7919) % people)
    let isOwn = number % 12 == 0
    return Message(
      account: Decisions.account, chat: person, id: Int32(number + 1),
      sender: isOwn ? .user(Decisions.owner.id) : person, isOutgoing: isOwn,
      date: first.advanced(by: .seconds(number * step)),
      text: texts[number % texts.count] + " (\(number))")
  }

  private static let texts = [
    "how are you today", "do you have the slides for the talk?", "can you lend me some money",
    "it is urgent, please call me", "look at this when you are awake", "the concert was good",
    "Wie geht es dir, und was macht die Größe?", "ok", "что нового у тебя",
    "and then we went to the lake, and it was cold, and nobody had thought of towels",
    "see you at eight then",
  ]

  /// Of every four messages one was left alone; the others got an answer. One decision is recorded, and all
  /// others are copies of it.
  private func decide() async throws {
    let pace = Pace(
      delay: "human", start: Self.first, notice: 25_000, reading: 2_000, typing: 9_000)
    let reference = MessageReference(account: Decisions.account, chat: .user(20_001), id: 1)
    _ = try await store.record(
      Decision(
        message: reference, at: Self.first,
        plan: Plan(claims: [
          Claim(rule: "people/friends", action: .reply(text: "fine", quotes: false), pace: pace)
        ]),
        reason: "a contact wrote",
        considered: [
          Consideration(rule: "guards/money", outcome: .unmatched, why: "text: none of the words"),
          Consideration(rule: "people/friends", outcome: .won, why: "a contact wrote"),
        ]))
    try await store.write { database in
      try database.execute(
        sql: """
          INSERT OR IGNORE INTO decisions
            (account, chat, message, at, guard, rule, speech, due, reason, body)
          SELECT m.account, m.chat, m.id, m.date + 500, NULL,
            CASE WHEN m.id % 4 THEN d.rule END, CASE WHEN m.id % 4 THEN d.speech END,
            CASE WHEN m.id % 4 THEN m.date + 36000 END, d.reason, d.body
          FROM telegram_user_messages m, decisions d WHERE NOT m.is_outgoing
          """)
    }
  }

  /// As `understudy replay` does it.
  func replay() async throws {
    let replay = Replay(rules: rules, store: store, account: Decisions.account)
    var changed = 0
    let report = try await replay.run(
      since: Self.first.advanced(by: .seconds(-1)),
      until: Self.first.advanced(by: .seconds((Self.messages + 1) * Self.step))
    ) { if $0.isChanged { changed += 1 } }
    guard report.messages > Self.messages * 9 / 10, report.decided == report.messages,
      report.changed == changed, report.answeredAfter > 0, report.problems.isEmpty
    else { throw BenchmarkError("the replay went wrong: \(report)") }
  }

  /// The rows that a replay cannot do without, by SQLite alone.
  func read() async throws {
    let length = try await store.read { database in
      try Row.fetchCursor(
        database,
        sql: """
          SELECT m.*, d.* FROM telegram_user_messages m
          LEFT JOIN decisions d ON d.account = m.account AND d.chat = m.chat AND d.message = m.id
          WHERE m.account = ? ORDER BY m.date, m.chat, m.id
          """, arguments: [Decisions.account]
      ).reduce(into: 0) { $0 += ($1["text"] as String).utf8.count }
    }
    guard length > Self.messages else { throw BenchmarkError("the messages are not there") }
  }
}
