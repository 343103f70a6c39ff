import GRDB
import Model
import Testing

@testable import Store

@Suite("History into the store", .timeLimit(.minutes(5)))
struct HistoryTests {
  let account = Sample.account

  private func full(_ id: Int32) -> Message {
    Message(
      account: account, chat: Sample.friend, id: id, sender: Sample.friend,
      isOutgoing: true, date: Timestamp(seconds: 1_700_000_000 + Int64(id)),
      edited: Timestamp(seconds: 1_700_000_100), text: "двa 👋 it's",
      entities: [
        TextEntity(kind: .bold, offset: 0, length: 2),
        TextEntity(kind: .textURL, offset: 3, length: 2, argument: "https://example.org/\"a\""),
      ],
      media: Media(
        kind: .voice, duration: 2.5, size: 9, mimeType: "audio/ogg", waveform: [0, 31],
        file: RemoteFile(
          kind: .document, id: .max, accessHash: .min, reference: [0, 255], dc: 2)),
      replyTo: id - 1, repliesToOwner: true, mentionsOwner: true, isForwarded: true,
      viaBot: 77, album: .min, thread: 3, isService: true, isAutomatic: true, paidStars: 5,
      reactions: Reactions([.init("👍", count: 2, isOwn: true)]))
  }

  private func bare(_ id: Int32) -> Message {
    Message(
      account: account, chat: Sample.friend, id: id, sender: nil,
      date: Timestamp(seconds: 1_700_000_000 + Int64(id)), text: "")
  }

  @Test("Every property of a message comes back as it was, in bulk as by itself [B2]")
  func roundTrip() async throws {
    let store = try TemporaryHome().open()
    let messages = [full(5), bare(4), full(3), bare(2), bare(1)]
    _ = try await store.store(history: [HistoryPage(messages: messages)], account: account)
    #expect(
      try await store.messages(in: Sample.friend, account: account, limit: 10) == messages)

    let other = try TemporaryHome().open()
    try await other.take(full(5), bare(4), full(3), bare(2), bare(1))
    #expect(
      try await other.messages(in: Sample.friend, account: account, limit: 10) == messages)
  }

  @Test(
    "Whatever number comes at once, all are stored, each once",
    arguments: [1, 49, 50, 51, 130] as [Int32])
  func numbers(count: Int32) async throws {
    let store = try TemporaryHome().open()
    try await store.take(bare(count))
    let page = HistoryPage(
      messages: (1...count).reversed().map { $0.isMultiple(of: 3) ? full($0) : bare($0) })
    #expect(try await store.store(history: [page], account: account) == count - 1)
    #expect(try await store.store(history: [page], account: account) == 0)
    let kept = try await store.messages(in: Sample.friend, account: account, limit: 500)
    #expect(kept.dropFirst() == page.messages.dropFirst())
  }

  @Test("Entities written by hand are what the encoder writes")
  func entities() throws {
    let kinds: [TextEntity.Kind] = [.bold, .botCommand, .expandableBlockquote, .other]
    let plain = kinds.enumerated().map { number, kind in
      TextEntity(kind: kind, offset: Int32(number * 3), length: 2)
    }
    #expect(try MessageJSON.text(of: plain) == Store.json(plain))
    let quoted = plain + [TextEntity(kind: .textURL, offset: 1, length: 1, argument: "a\"/\u{1}")]
    #expect(try MessageJSON.text(of: quoted) == Store.json(quoted))
  }

  @Test("What is known stays as it is, and is not counted as new [B49 B58]")
  func known() async throws {
    let store = try TemporaryHome().open()
    try await store.take(Sample.incoming(2, text: "as it came"))
    let page = HistoryPage(messages: [3, 2, 1].map { Sample.incoming($0, text: "as it is now") })
    #expect(try await store.store(history: [page], account: account) == 2)
    #expect(try await store.store(history: [page], account: account) == 0)
    let texts = try await store.messages(in: Sample.friend, account: account, limit: 10).map(\.text)
    #expect(texts == ["as it is now", "as it came", "as it is now"])
  }

  @Test("What turns out to answer the owner is marked on messages that were stored before")
  func answers() async throws {
    let store = try TemporaryHome().open()
    var answer = Sample.incoming(9)
    answer.replyTo = 4
    _ = try await store.store(history: [HistoryPage(messages: [answer])], account: account)
    let older = HistoryPage(
      messages: [Sample.own(4, text: "well?")], answersToOwner: [answer.reference])
    _ = try await store.store(history: [older], account: account)
    #expect(try await store.message(answer.reference)?.repliesToOwner == true)
  }

  @Test("People come with their messages, or nothing does")
  func people() async throws {
    let store = try TemporaryHome().open()
    let page = HistoryPage(
      messages: [Sample.incoming(1)],
      chats: [Chat(id: Sample.friend, kind: .private, title: "Ada")],
      contacts: [Contact(id: 20_001, firstName: "Ada")],
      peers: [PeerReference(peer: Sample.friend, accessHash: 7)])
    _ = try await store.store(history: [page], account: account)
    #expect(try await store.chat(Sample.friend, account: account)?.title == "Ada")
    #expect(try await store.contact(20_001, account: account)?.firstName == "Ada")
    #expect(try await store.peer(Sample.friend, account: account)?.accessHash == 7)
  }

  @Test("What may wait for the disk leaves nothing behind that would let others wait")
  func waiting() async throws {
    struct Broken: Error {}
    let store = try TemporaryHome().open()
    let page = HistoryPage(messages: [Sample.incoming(1)])
    #expect(try await store.store(history: [page], account: account, haste: .mayWait) == 1)
    await #expect(throws: Broken.self) {
      try await store.write(.mayWait) { database in
        try database.execute(sql: "DELETE FROM telegram_user_messages")
        throw Broken()
      }
    }
    let mode = try await store.write { try Int.fetchOne($0, sql: "PRAGMA synchronous") }
    // 2 is FULL (sqlite.org/pragma.html#pragma_synchronous).
    #expect(mode == 2)
    #expect(
      try await store.messages(in: Sample.friend, account: account, limit: 5).map(\.id) == [1])
  }

  @Test("A history that breaks off keeps what came until then, and what went wrong is told")
  func brokenOff() async throws {
    struct Broken: Error {}
    let store = try TemporaryHome().open()
    await #expect(throws: Broken.self) {
      _ = try await store.keepHistory(of: account) { take in
        for top in stride(from: Int32(2500), to: 1000, by: -100) {
          try await take(
            HistoryPage(
              messages: stride(from: top, to: top - 100, by: -1).map { Sample.incoming($0) }))
        }
        throw Broken()
      }
    }
    let kept = try await store.messages(in: Sample.friend, account: account, limit: 5000)
    #expect(kept.map(\.id) == (1001...2500).reversed())
  }
}
