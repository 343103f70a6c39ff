import GRDB
import Model
import Testing

@testable import Store

@Suite(.timeLimit(.minutes(5)))
struct IntakeTests {
  let store: Store
  let message = Sample.incoming(1)

  init() throws { store = try TemporaryHome().open() }

  @Test("The owner's own message cancels what is pending in that chat alone [D4]")
  func takeover() async throws {
    try await store.answer(message, randomID: 1)
    try await store.answer(Sample.incoming(2, from: 20_002), randomID: 2)
    let own = Sample.own(3, text: "I am here myself")
    let items = try await store.take(own)
    guard case .takeover(own, true, let cancelled) = items.first else {
      Issue.record("no takeover: \(items)")
      return
    }
    #expect(cancelled.map(\.randomID) == [1])
    #expect(try await store.pending(of: Sample.account).map(\.randomID) == [2])
    let mark = try await store.ownerMark(in: Sample.friend, account: Sample.account)
    #expect(mark == OwnerMark(at: own.date, message: 3))
    #expect(try await store.take(own).isEmpty, "delivered again, it is old news")
  }

  @Test("A message that can never be stored is set aside and told; those beside it are taken")
  func settingAside() async throws {
    try await store.write { database in
      try database.execute(
        sql: """
          CREATE TRIGGER poison BEFORE INSERT ON telegram_user_messages WHEN new.id = 2
          BEGIN SELECT RAISE(ABORT, 'no such thing'); END
          """)
    }
    let batch = EventBatch(
      events: [1, 2, 3].map { .message(Sample.incoming($0)) },
      positions: [UpdatePosition(sequence: .account, pts: 7)])
    let items = try await store.take(
      batch, account: Sample.account, at: Sample.start, policy: Sample.policy
    ).items
    #expect(
      items.map { item in
        switch item {
        case .arrived(let message, _, _, _): "\(message.id)"
        case .setAside(let why, let chat): "\(chat?.description ?? ""): \(why.prefix(48))"
        default: "other"
        }
      } == ["1", "u:20001: message 2 cannot be stored and is left out: SQLi", "3"])
    let positions = try await store.positions(of: Sample.account)
    #expect(positions.map(\.pts) == [7])
    #expect(try await store.inboxHeads(of: Sample.account).map(\.id) == [1])
  }

  @Test("In a chat that nobody monitors only the instant of the owner's message is kept [D4]")
  func unmonitoredTakeover() async throws {
    let own = Sample.own(3, to: .user(66), text: "private words")
    try await store.take(own)
    #expect(try await store.message(own.reference) == nil)
    #expect(try await store.ownerMark(in: .user(66), account: Sample.account)?.at == own.date)
  }

  @Test("The owner who sends the prepared draft has written themselves [D4]")
  func sendsTheDraft() async throws {
    try await store.take(message)
    var draft = Sample.reply(to: message, text: "see you", randomID: 42)
    draft.action = .draft(text: "see you")
    let recording = try await store.record(Sample.decision(about: message), items: [draft])
    guard case .recorded(let items, _) = recording, let item = items.first else {
      Issue.record("not recorded")
      return
    }
    _ = try await store.beginSend(item.id, at: item.due)
    _ = try await store.finishSend(item.id, messageID: nil, at: item.due)
    let own = Sample.own(9, text: "see you")
    let intake = try await store.take(own)
    #expect(intake == [.takeover(own, isMonitored: true, cancelled: [])])
  }

  @Test("The owner's same words, long after an attempt that was given up, are the owner's [D4]")
  func sameWordsLater() async throws {
    let item = try #require(try await store.answer(message, randomID: 42, text: "ok"))
    _ = try await store.beginSend(item.id, at: item.due)
    _ = try await store.close(item.id, as: .cancelled, reason: "late", at: item.due)
    let own = Sample.own(5_000, text: "ok")
    #expect(
      try await store.take(own) == [.takeover(own, isMonitored: true, cancelled: [])])
  }

  @Test(
    "The twin's own message is no takeover, before or after the answer to the send [D1 D4]",
    arguments: ["update first", "answer first", "answer without id", "random id first", "crash"])
  func recognises(order: String) async throws {
    let item = try #require(try await store.answer(message, randomID: 42, text: "see you\nsoon"))
    _ = try await store.beginSend(item.id, at: item.due)
    switch order {
    case "answer first": _ = try await store.finishSend(item.id, messageID: 9, at: item.due)
    case "answer without id": _ = try await store.finishSend(item.id, messageID: nil, at: item.due)
    case "random id first":
      let batch = EventBatch(events: [.sent(randomID: 42, id: 9)])
      _ = try await store.take(
        batch, account: Sample.account, at: item.due, policy: Sample.policy)
    default: break
    }
    let items = try await store.take(Sample.own(9, text: " see you soon "))
    for case .takeover in items { Issue.record("taken for the owner") }
    #expect(try await store.outboxItem(item.id)?.state == .sent)
    #expect(try await store.outboxItem(item.id)?.sentID == 9)
    #expect(try await store.ownerMark(in: Sample.friend, account: Sample.account) == nil)
    // The answer that comes late changes nothing.
    #expect(try await store.finishSend(item.id, messageID: 9, at: item.due) == nil)
  }

  @Test("Words that the twin did not send are the owner's, even while the twin is sending [D4]")
  func ownerWhileSending() async throws {
    let item = try #require(try await store.answer(message, randomID: 42))
    _ = try await store.beginSend(item.id, at: item.due)
    guard case .takeover = try await store.take(Sample.own(9, text: "no, wait")).first else {
      Issue.record("not taken for the owner")
      return
    }
  }

  @Test("A stop word in Saved Messages stops at once, is confirmed once, and is not stored [D5]")
  func stopCommand() async throws {
    try await store.answer(message, randomID: 1)
    let word = Sample.own(5, to: Sample.saved, text: "/stop")
    let items = try await store.take(word)
    guard case .command(.stop, let cancelled) = items.first else {
      Issue.record("no command: \(items)")
      return
    }
    #expect(cancelled.map(\.randomID) == [1])
    #expect(try await store.haltedAt(Sample.account) != nil)
    let line = try await store.agenda(of: Sample.account, at: word.date).due
    #expect(line.map(\.text) == ["stop: 1 cancelled"])
    #expect(try await store.take(word).isEmpty)
    #expect(try await store.message(word.reference) == nil)
    _ = try await store.beginSend(line[0].id, at: Sample.start)
    #expect(try await store.outboxItem(line[0].id)?.state == .sending, "the confirmation leaves")
  }

  @Test("A message that its writer deletes is not answered any more")
  func withdrawn() async throws {
    try await store.answer(message, randomID: 1)
    let batch = EventBatch(events: [.deleted(chat: nil, ids: [1])])
    _ = try await store.take(
      batch, account: Sample.account, at: Sample.start, policy: Sample.policy)
    #expect(try await store.pending(of: Sample.account).isEmpty)
  }

  @Test("A message known from history and then delivered waits for its decision all the same")
  func knownFromHistory() async throws {
    _ = try await store.store(
      history: [HistoryPage(messages: [message])], account: Sample.account)
    try await store.take(message)
    #expect(try await store.inboxHeads(of: Sample.account) == [message.reference])
    #expect(try await store.take(message).isEmpty)
  }

  @Test("What is decided again keeps its message and loses its answer")
  func decidedAgain() async throws {
    let item = try #require(try await store.answer(message, randomID: 1))
    _ = try await store.decideAgain(item, reason: "rule changed", at: Sample.start)
    #expect(try await store.inboxHeads(of: Sample.account) == [message.reference])
    let second = try await store.record(
      Sample.decision(about: message), items: [Sample.reply(to: message, randomID: 2)])
    guard case .recorded = second else {
      Issue.record("not recorded: \(second)")
      return
    }
    #expect(try await store.pending(of: Sample.account).map(\.randomID) == [2])
  }
}
