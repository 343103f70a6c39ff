import Model
import Testing

@testable import Store

/// Edits, reactions, read marks, and what passes.
@Suite(.timeLimit(.minutes(5)))
struct ChangeTests {
  let store: Store
  let message = Sample.incoming(1)

  init() throws { store = try TemporaryHome().open() }

  private func take(_ events: Event...) async throws -> [Intake.Item] {
    try await store.take(
      EventBatch(events: events), account: Sample.account, at: Sample.start,
      policy: Sample.policy
    ).items
  }

  @Test("An edit cancels the answer to the former words and has the message decided again")
  func edited() async throws {
    try await store.answer(message, randomID: 1)
    var changed = message
    changed.text = "hi, when?"
    changed.edited = Sample.start
    let items = try await take(.edited(changed))
    guard case .edited(changed, let cancelled) = items.first else {
      Issue.record("no edit: \(items)")
      return
    }
    #expect(cancelled.map(\.randomID) == [1])
    #expect(try await store.inboxHeads(of: Sample.account) == [message.reference])
    #expect(try await take(.edited(changed)).isEmpty, "told again, it is old news")
  }

  @Test("An answer that is under way stays, whatever the writer changes")
  func editedWhileSending() async throws {
    let item = try #require(try await store.answer(message, randomID: 1))
    _ = try await store.beginSend(item.id, at: item.due)
    var changed = message
    changed.text = "never mind"
    #expect(try await take(.edited(changed)) == [.edited(changed, cancelled: [])])
    #expect(try await store.inboxHeads(of: Sample.account).isEmpty)
    #expect(try await store.outboxItem(item.id)?.state == .sending)
  }

  @Test("A decision about words that were changed meanwhile is not taken")
  func outdated() async throws {
    try await store.take(message)
    var changed = message
    changed.text = "something else"
    _ = try await take(.edited(changed))
    let recording = try await store.record(
      Sample.decision(about: message), items: [Sample.reply(to: message, randomID: 1)],
      seen: message)
    #expect(recording == .outdated)
    #expect(try await store.inboxHeads(of: Sample.account) == [message.reference])
    #expect(try await store.pending(of: Sample.account).isEmpty)
    let second = try await store.record(
      Sample.decision(about: changed), items: [Sample.reply(to: changed, randomID: 2)],
      seen: changed)
    guard case .recorded = second else {
      Issue.record("not recorded: \(second)")
      return
    }
  }

  @Test(
    "Reactions stand with the message; which are the account's own is kept where it is not told")
  func reactions() async throws {
    try await store.take(message)
    let mine = Reactions([.init("👍", count: 1, isOwn: true)])
    #expect(
      try await take(.reacted(chat: message.chat, message: 1, mine))
        == [.reacted(chat: message.chat, message: 1, mine)])
    let more = Reactions([.init("👍", count: 2), .init("🔥", count: 1)], isPartial: true)
    _ = try await take(.reacted(chat: message.chat, message: 1, more))
    let stored = try await store.message(message.reference)?.reactions
    #expect(stored?.counts == [.init("👍", count: 2, isOwn: true), .init("🔥", count: 1)])
    #expect(
      try await take(.reacted(chat: message.chat, message: 1, Reactions())).count == 1)
    #expect(try await store.message(message.reference)?.reactions == nil)
    #expect(
      try await take(.reacted(chat: message.chat, message: 99, mine)).isEmpty,
      "a message that is not kept")
  }

  @Test("An edit that only changes reactions is no edit, and forgets no date of an earlier one")
  func hiddenEdit() async throws {
    var edited = message
    edited.edited = Sample.start
    try await store.take(edited)
    var reacted = message
    reacted.reactions = Reactions([.init("👍", count: 1)])
    let items = try await take(.edited(reacted))
    #expect(
      items == [
        .reacted(chat: message.chat, message: 1, Reactions([.init("👍", count: 1)]))
      ])
    #expect(try await store.message(message.reference)?.edited == Sample.start)
  }

  @Test("Read marks are kept for monitored chats alone, and never move back")
  func readMarks() async throws {
    let friend = Sample.friend
    #expect(
      try await take(.readByOther(chat: friend, upTo: 7), .readByOwner(chat: friend, upTo: 9))
        == [
          .read(chat: friend, upTo: 7, byOwner: false, thread: nil),
          .read(chat: friend, upTo: 9, byOwner: true, thread: nil),
        ])
    #expect(try await take(.readByOther(chat: friend, upTo: 5)).isEmpty)
    #expect(try await take(.readByOther(chat: .user(66), upTo: 5)).isEmpty)
    let marks = try await store.readMarks(in: friend, account: Sample.account)
    #expect(marks == ReadMarks(byOwner: 9, byOther: 7))
    #expect(try await store.readMarks(in: .user(66), account: Sample.account) == ReadMarks())
    let topic = PeerID.channel(4)
    #expect(try await take(.readByOwner(chat: topic, upTo: 50, thread: 3)).count == 1)
    #expect(try await store.readMarks(in: topic, account: Sample.account) == ReadMarks())
  }

  @Test("Typing, presence and drafts are handed on from monitored chats, and leave nothing behind")
  func passing() async throws {
    let friend = Sample.friend
    let typing = Event.typing(chat: friend, user: 20_001, activity: .voice)
    let presence = Event.presence(user: 20_001, .online(until: Sample.start))
    let draft = Event.draft(chat: friend, text: "well")
    #expect(
      try await take(typing, presence, draft)
        == [.passing(typing), .passing(presence), .passing(draft)])
    #expect(
      try await take(
        .typing(chat: .user(66), user: 66), .presence(user: 66, .recently),
        .draft(chat: .user(66), text: "x")
      ).isEmpty)
    let own = Event.presence(user: Sample.account.rawValue, .offline(since: Sample.start))
    #expect(try await take(own) == [.passing(own)])
    let chat = Chat(id: friend, kind: .private, title: "Ada")
    _ = try await store.take(
      EventBatch(events: [typing], chats: [chat]), account: Sample.account, at: Sample.start,
      policy: Sample.policy)
    #expect(try await store.chat(friend, account: Sample.account) == nil)
  }

  @Test("Deletions are told chat by chat, for messages that were kept")
  func deleted() async throws {
    try await store.take(message, Sample.incoming(2, from: 20_002), Sample.incoming(3))
    let items = try await take(.deleted(chat: nil, ids: [1, 2, 3, 99]))
    #expect(
      items.filter { if case .deleted = $0 { true } else { false } } == [
        .deleted(chat: Sample.friend, ids: [1, 3]), .deleted(chat: .user(20_002), ids: [2]),
      ])
    #expect(try await take(.deleted(chat: nil, ids: [1])).isEmpty)
  }
}
