import Model
import Testing

@testable import Store

@Suite(.timeLimit(.minutes(5)))
struct ConversationTests {
  let account = AccountID(10_001)
  let friend = PeerID.user(20_001)

  func message(_ id: Int32, in chat: PeerID? = nil, text: String = "hi") -> Message {
    Message(
      account: account, chat: chat ?? friend, id: id, sender: friend,
      date: Timestamp(seconds: 1_700_000_000 + Int64(id)), text: text,
      entities: [TextEntity(kind: .bold, offset: 0, length: 2)],
      media: Media(
        kind: .voice, duration: 2.5, size: 9, mimeType: "audio/ogg", waveform: [0, 31],
        file: RemoteFile(
          kind: .document, id: .max, accessHash: .min, reference: [0, 255], dc: 2)),
      replyTo: id - 1)
  }

  func batch(_ messages: [Message], pts: Int32) -> EventBatch {
    EventBatch(
      events: messages.map { .message($0) },
      chats: [Chat(id: friend, kind: .private, title: "Ada", username: "ada")],
      contacts: [Contact(id: 20_001, firstName: "Ada", isContact: true)],
      peers: [PeerReference(peer: friend, accessHash: -5)],
      positions: [UpdatePosition(sequence: .account, pts: pts, qts: 1, seq: 2, date: 3)])
  }

  @Test("A batch is stored whole: people, messages and position, also after reopening [A3 A22]")
  func acceptsBatch() async throws {
    let home = try TemporaryHome()
    let store = try home.open()
    let sent = [message(1), message(2, text: "двa 👋")]
    let fresh = try await store.accept(batch(sent, pts: 12), account: account) { _ in true }
    #expect(fresh == sent)
    try store.close()

    let again = try home.open()
    #expect(try await again.messages(in: friend, account: account, limit: 10) == sent.reversed())
    #expect(try await again.positions(of: account).map(\.pts) == [12])
    #expect(try await again.chat(friend, account: account)?.title == "Ada")
    #expect(try await again.contact(20_001, account: account)?.isContact == true)
    #expect(try await again.peer(friend, account: account)?.description == "u:20001:-5")
  }

  @Test("That a channel has news to fetch stays known until they are fetched [mtproto 37]")
  func channelsBehind() async throws {
    let home = try TemporaryHome()
    let position = UpdatePosition(sequence: .channel(9), pts: 100, date: 5, isBehind: true)
    let store = try home.open()
    _ = try await store.accept(EventBatch(positions: [position]), account: account) { _ in true }
    try store.close()
    let again = try home.open()
    #expect(try await again.positions(of: account) == [position])
    let fetched = UpdatePosition(sequence: .channel(9), pts: 105, date: 6)
    _ = try await again.accept(EventBatch(positions: [fetched]), account: account) { _ in true }
    #expect(try await again.positions(of: account) == [fetched])
  }

  @Test("The same messages again are not new [B49]")
  func duplicates() async throws {
    let store = try TemporaryHome().open()
    _ = try await store.accept(batch([message(1)], pts: 1), account: account) { _ in true }
    let again = try await store.accept(
      batch([message(1), message(2)], pts: 2), account: account
    ) { _ in true }
    #expect(again.map(\.id) == [2])
  }

  @Test("What is not kept is not stored, while the position moves on [rules 38]")
  func unmonitored() async throws {
    let store = try TemporaryHome().open()
    let fresh = try await store.accept(batch([message(1)], pts: 7), account: account) { _ in false }
    #expect(fresh.isEmpty)
    #expect(try await store.message(message(1).reference) == nil)
    #expect(try await store.positions(of: account).map(\.pts) == [7])
  }

  @Test("Edits replace what is stored, deletions take it out of the history")
  func editsAndDeletions() async throws {
    let store = try TemporaryHome().open()
    let channel = PeerID.channel(5)
    _ = try await store.accept(
      batch([message(1), message(2), message(1, in: channel)], pts: 1), account: account
    ) { _ in true }
    let events: [Event] = [
      .edited(message(1, text: "changed")), .edited(message(99)), .deleted(chat: nil, ids: [2, 1]),
    ]
    _ = try await store.accept(EventBatch(events: events), account: account) { _ in true }
    #expect(try await store.messages(in: friend, account: account, limit: 10).isEmpty)
    #expect(try await store.messages(in: channel, account: account, limit: 10).count == 1)
    #expect(try await store.message(message(1).reference)?.text == "changed")
    #expect(try await store.message(message(99).reference) == nil)
  }

  @Test("History pages from the newest backwards")
  func paging() async throws {
    let store = try TemporaryHome().open()
    let page = HistoryPage(messages: (1...5).reversed().map { message($0) })
    _ = try await store.store(history: [page], account: account)
    let first = try await store.messages(in: friend, account: account, limit: 2)
    let second = try await store.messages(in: friend, account: account, limit: 2, before: 4)
    #expect(first.map(\.id) == [5, 4])
    #expect(second.map(\.id) == [3, 2])
  }

  @Test("When the owner wrote is kept, and never moves back [D4]")
  func ownerWrote() async throws {
    let store = try TemporaryHome().open()
    try await store.noteOwnerWrote(in: friend, at: Timestamp(seconds: 50), account: account)
    #expect(try await store.ownerLastWrote(in: friend, account: account) == Timestamp(seconds: 50))
    _ = try await store.accept(batch([], pts: 1), account: account) { _ in true }
    try await store.noteOwnerWrote(in: friend, at: Timestamp(seconds: 40), account: account)
    #expect(try await store.ownerLastWrote(in: friend, account: account) == Timestamp(seconds: 50))
  }

  @Test("Settings are set, changed and taken away, each account for itself [D5 B55]")
  func settings() async throws {
    let store = try TemporaryHome().open()
    try await store.set("kill_switch", to: "on", account: account)
    try await store.set("kill_switch", to: "off", account: account)
    #expect(try await store.setting("kill_switch", account: account) == "off")
    #expect(try await store.setting("kill_switch", account: AccountID(2)) == nil)
    try await store.set("kill_switch", to: nil, account: account)
    #expect(try await store.setting("kill_switch", account: account) == nil)
  }
}
