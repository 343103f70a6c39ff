import Model
import Testing

@testable import Store

@Suite(.timeLimit(.minutes(5)))
struct OutboxTests {
  let store: Store
  let message = Sample.incoming(1)

  init() throws { store = try TemporaryHome().open() }

  @Test("An item keeps its random id through every step and attempt [D1]")
  func steps() async throws {
    let item = try #require(try await store.answer(message, randomID: 42))
    try await store.noteRead(item.id, wake: item.due)
    guard case .granted(let first, false) = try await store.beginSend(item.id, at: item.due) else {
      Issue.record("not granted")
      return
    }
    #expect(first.state == .sending && first.isRead && first.attempts == 1)
    try await store.postpone(item.id, until: item.due.advanced(by: .seconds(9)), reason: "no link")
    guard case .granted(let second, true) = try await store.beginSend(item.id, at: item.due) else {
      Issue.record("not granted")
      return
    }
    #expect(second.randomID == 42 && second.attempts == 2)
    let sent = try await store.finishSend(item.id, messageID: 7, at: item.due)
    #expect(sent?.state == .sent && sent?.sentID == 7)
    #expect(try await store.finishSend(item.id, messageID: 7, at: item.due) == nil)
    #expect(try await store.beginSend(item.id, at: item.due) == .closed)
  }

  @Test("The kill switch holds against an item that is on its way to be sent [D5]")
  func killSwitch() async throws {
    let item = try #require(try await store.answer(message, randomID: 1))
    let cancelled = try await store.halt(Sample.account, at: item.due)
    #expect(cancelled.map(\.id) == [item.id])
    #expect(try await store.beginSend(item.id, at: item.due) == .closed)
    // A reaction is seen by others too; a line to the owner is not.
    for (lane, id) in [(OutboxItem.Lane.act, Int64(8)), (.notice, 9)] {
      let line = NewOutboxItem(
        target: Sample.saved, lane: lane, message: nil, rule: "host", action: .notify(text: "x"),
        randomID: id, due: item.due, text: "x")
      let queued = try await store.enqueue(line, account: Sample.account, at: item.due)
      let permit = try await store.beginSend(try #require(queued).id, at: item.due)
      guard case .granted = permit else {
        #expect(lane == .act)
        continue
      }
      #expect(lane == .notice)
    }
    try await store.resume(Sample.account, at: item.due)
    #expect(try await store.haltedAt(Sample.account) == nil)
    #expect(try await store.pending(of: Sample.account).isEmpty)
  }

  @Test("An attempt that may have arrived stays open, whatever is said to a later one [D1]")
  func staysUnderWay() async throws {
    let item = try #require(try await store.answer(message, randomID: 1))
    _ = try await store.beginSend(item.id, at: item.due)
    try await store.postpone(item.id, until: item.due, reason: "no link")
    guard case .granted(_, let isRetry) = try await store.beginSend(item.id, at: item.due) else {
      Issue.record("not granted")
      return
    }
    try await store.postpone(
      item.id, until: item.due, reason: "too fast", isUnsent: !isRetry)
    #expect(try await store.outboxItem(item.id)?.state == .sending)
    // A later message of the same person does not take its place, for it may have arrived.
    try await store.answer(Sample.incoming(2), randomID: 2)
    #expect(try await store.outboxItem(item.id)?.state == .sending)
  }

  @Test("What a model wrote is kept once, with its trace [D1 C7]")
  func composed() async throws {
    let persona = Persona(name: "me", system: "Be short.")
    var planned = Sample.reply(to: message, randomID: 1)
    planned.action = .aiReply(Composition(persona: persona))
    planned.text = nil
    try await store.take(message)
    let recording = try await store.record(Sample.decision(about: message), items: [planned])
    guard case .recorded(let items, _) = recording, let item = items.first else {
      Issue.record("not recorded")
      return
    }
    let request = TextRequest(
      system: "Be short.", turns: [TextRequest.Turn(role: .user, text: "hi")])
    let trace = PromptTrace(
      message: message.reference, rule: "friends/all", at: Sample.start, model: "test",
      request: request, answer: "hey")
    let written = try await store.noteComposed(item.id, text: "hey", trace: trace, wake: item.due)
    #expect(written?.state == .composed && written?.text == "hey")
    #expect(
      try await store.noteComposed(item.id, text: "other", trace: trace, wake: item.due) == nil)
    #expect(try await store.outboxItem(item.id)?.text == "hey")
    #expect(try await store.promptTraces(for: message.reference) == [trace, trace])
  }

  @Test("Each chat's answers are offered in order, one at a time, and chats side by side [A20]")
  func heads() async throws {
    var group = Sample.incoming(2)
    group.chat = .group(3)
    var second = Sample.incoming(3, from: 20_002)
    second.chat = .group(3)
    try await store.answer(message, randomID: 1)
    try await store.answer(group, randomID: 2)
    try await store.answer(second, randomID: 3)
    // Each is due a minute after its message, which is a second after the one before.
    let now = second.date.advanced(by: .seconds(60))
    #expect(try await store.agenda(of: Sample.account, at: .zero).nextWake == due(1))
    #expect(try await store.agenda(of: Sample.account, at: due(1)).due.map(\.randomID) == [1])
    #expect(try await store.agenda(of: Sample.account, at: due(1)).nextWake == due(2))
    var heads = try await store.agenda(of: Sample.account, at: now).due
    #expect(heads.map(\.randomID) == [1, 2])
    _ = try await store.close(heads[1].id, as: .failed, reason: "refused", at: Sample.start)
    heads = try await store.agenda(of: Sample.account, at: now).due
    #expect(heads.map(\.randomID) == [1, 3])
  }

  private func due(_ id: Int64) -> Timestamp { Sample.start.advanced(by: .seconds(id + 60)) }

  @Test("A line that is queued twice under one key is queued once")
  func once() async throws {
    let line = NewOutboxItem(
      target: Sample.saved, lane: .notice, message: nil, rule: "host",
      action: .notify(text: "x"), randomID: 5, due: Sample.start, text: "x", once: "reload:1")
    #expect(try await store.enqueue(line, account: Sample.account, at: Sample.start) != nil)
    var again = line
    again.randomID = 6
    #expect(try await store.enqueue(again, account: Sample.account, at: Sample.start) == nil)
  }

  @Test("Counts for caps and limits leave out what was taken back [D6]")
  func counts() async throws {
    let item = try #require(try await store.answer(message, randomID: 1))
    try await store.answer(Sample.incoming(2, from: 20_002), randomID: 2)
    let account = Sample.account
    #expect(try await store.answerCount(of: account, since: Sample.start) == 2)
    #expect(try await store.answerCount(of: account, in: Sample.friend, since: Sample.start) == 1)
    #expect(try await store.claimCount(of: account, rule: "friends/all", since: Sample.start) == 2)
    _ = try await store.close(item.id, as: .cancelled, reason: "x", at: Sample.start)
    #expect(try await store.answerCount(of: account, in: Sample.friend, since: Sample.start) == 0)
    let later = Sample.start.advanced(by: .seconds(3))
    #expect(try await store.claimCount(of: account, rule: "friends/all", since: later) == 0)
    let summary = try await store.summary(of: account, since: Sample.start)
    #expect(summary.pending == 1 && summary.cancelled == 1 && summary.decisions == 2)
  }
}
