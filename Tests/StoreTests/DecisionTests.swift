import Model
import Testing

@testable import Store

@Suite(.timeLimit(.minutes(5)))
struct DecisionTests {
  @Test("A decision, its items and the emptied inbox are one transaction [D1 C7]")
  func recordsDecision() async throws {
    let home = try TemporaryHome()
    let store = try home.open()
    let message = Sample.incoming(1)
    try await store.take(message)
    #expect(try await store.inboxHeads(of: Sample.account) == [message.reference])
    let decision = Sample.decision(about: message)
    _ = try await store.record(decision, items: [Sample.reply(to: message, randomID: 77)])
    try store.close()

    let again = try home.open()
    #expect(try await again.decision(about: message.reference) == decision)
    #expect(try await again.inboxHeads(of: Sample.account).isEmpty)
    let items = try await again.outbox(for: message.reference)
    #expect(items.map(\.randomID) == [77])
    #expect(items.map(\.state) == [.planned])
  }

  @Test("A message is answered at most once, whoever asks [D1]")
  func answersOnce() async throws {
    let store = try TemporaryHome().open()
    let message = Sample.incoming(1)
    try await store.answer(message, randomID: 1)
    let second = try await store.record(
      Sample.decision(about: message), items: [Sample.reply(to: message, randomID: 2)])
    #expect(second == .overtaken(.answered))
    // The index holds even where no code asked first.
    let error = await #expect(throws: StoreError.self) {
      try await store.enqueue(
        Sample.reply(to: message, randomID: 3), account: Sample.account, at: Sample.start)
    }
    #expect(error?.code == .conflict)
    #expect(try await store.outbox(for: message.reference).map(\.randomID) == [1])
  }

  @Test("The answer to a burst takes the place of what was pending for the same person [D10]")
  func supersedes() async throws {
    let store = try TemporaryHome().open()
    let group = PeerID.group(5)
    var first = Sample.incoming(1)
    var other = Sample.incoming(2, from: 20_002)
    var last = Sample.incoming(3)
    for index in 1...3 {
      if index == 1 { first.chat = group }
      if index == 2 { other.chat = group }
      if index == 3 { last.chat = group }
    }
    try await store.answer(first, randomID: 1)
    try await store.answer(other, randomID: 2)
    try await store.answer(last, randomID: 3)
    #expect(try await store.pending(of: Sample.account).map(\.randomID) == [2, 3])
    let gone = try await store.outbox(for: first.reference)
    #expect(gone.map(\.reason) == ["superseded by message 3"])
  }

  @Test("While the rules decide, the owner or the kill switch may overtake them [D4 D5]")
  func overtaken() async throws {
    let store = try TemporaryHome().open()
    let message = Sample.incoming(1)
    try await store.take(message, Sample.own(2, text: "I am here"))
    let item = Sample.reply(to: message, randomID: 1)
    let decision = Sample.decision(about: message)
    #expect(try await store.record(decision, items: [item]) == .overtaken(.ownerWrote))
    let second = Sample.incoming(3)
    try await store.take(second)
    _ = try await store.halt(Sample.account, at: Sample.start)
    let late = try await store.record(
      Sample.decision(about: second), items: [Sample.reply(to: second, randomID: 2)])
    #expect(late == .overtaken(.killSwitch))
    #expect(try await store.inboxHeads(of: Sample.account) == [message.reference])
  }

  @Test("The history is filtered and paged, newest first, each with its message [A14]")
  func pagesHistory() async throws {
    let store = try TemporaryHome().open()
    for id in Int32(1)...5 {
      try await store.answer(Sample.incoming(id, from: 20_000 + Int64(id)), randomID: Int64(id))
    }
    let silent = Sample.incoming(6)
    try await store.take(silent)
    let stop = GuardStop(kind: .stale, why: "too old")
    _ = try await store.record(
      Decision(message: silent.reference, at: silent.date, guardStop: stop, reason: stop.why))

    let page = try await store.history(of: Sample.account, limit: 4)
    #expect(page.map(\.decision.message.id) == [6, 5, 4, 3])
    let next = try await store.history(of: Sample.account, limit: 4, before: page.last?.id)
    #expect(next.map(\.decision.message.id) == [2, 1])
    #expect(next.allSatisfy { $0.message?.text == "hi" && $0.outbox.count == 1 })
    func ids(_ filter: DecisionFilter) async throws -> [Int32] {
      try await store.history(of: Sample.account, filter: filter, limit: 9).map(
        \.decision.message.id)
    }
    #expect(try await ids(DecisionFilter(guardStop: .stale)) == [6])
    #expect(try await ids(DecisionFilter(answers: false)) == [6])
    #expect(try await ids(DecisionFilter(chat: .user(20_002), answers: true)) == [2])
    #expect(try await ids(DecisionFilter(rule: "friends/none")).isEmpty)
  }

  @Test("What a decision looks at is as it stands in the store, all at one instant")
  func circumstances() async throws {
    let store = try TemporaryHome().open()
    try await store.answer(Sample.incoming(1), randomID: 1)
    let message = Sample.incoming(2)
    try await store.take(Sample.own(3, text: "I am here"), message)
    try await store.store(
      peers: [], chats: [Chat(id: Sample.friend, kind: .private, title: "Ada")],
      contacts: [Contact(id: 20_001, firstName: "Ada")], account: Sample.account)
    let windows = [
      AnswerWindow(chat: nil, since: .zero), AnswerWindow(chat: .user(5), since: .zero),
    ]
    let found = try #require(
      try await store.circumstances(of: message.reference, counting: windows, traffic: 10))
    #expect(found.message == message)
    #expect(found.isUndecided)
    #expect(found.chat?.title == "Ada")
    #expect(found.sender?.firstName == "Ada")
    #expect(found.other == found.sender)
    #expect(found.haltedAt == nil)
    #expect(found.ownerMark?.message == 3)
    #expect(!found.isAnswered)
    // The owner's hand has taken the answer to the first message back.
    #expect(found.answerCounts == [0, 0])
    #expect(found.traffic.map(\.isOutgoing) == [false, false])

    _ = try await store.halt(Sample.account, at: Sample.start)
    _ = try await store.record(Sample.decision(about: message))
    let later = try await store.circumstances(
      of: message.reference, counting: [], traffic: 1)
    #expect(later?.haltedAt == Sample.start)
    #expect(later?.traffic.count == 1)
    let gone = Sample.incoming(99).reference
    #expect(try await store.circumstances(of: gone, counting: [], traffic: 1) == nil)
  }
}
