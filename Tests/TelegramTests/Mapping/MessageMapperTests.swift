import Model
import TL
import TelegramSchema
import Testing

@testable import Telegram

@Suite("Message mapping")
struct MessageMapperTests {
  private let book = PeerBook()
  private let private5 = API.Peer.peerUser(.init(userId: 5))
  private let group7 = API.Peer.peerChat(.init(chatId: 7))
  private let channel9 = API.Peer.peerChannel(.init(channelId: 9))

  private func map(_ message: API.Message.Message) throws -> Message {
    try #require(book.mapper(for: Samples.account).message(.message(message)))
  }

  @Test("Who wrote it: the peer, the account, a member, or nobody")
  func senders() throws {
    let incoming = try map(.init(id: 1, peerId: private5, date: 1, message: "a"))
    #expect(incoming.sender == .user(5) && !incoming.isOutgoing)
    let own = try map(.init(out: true, id: 1, peerId: private5, date: 1, message: "a"))
    #expect(own.sender == .user(1) && own.isOutgoing && own.chat == .user(5))
    let member = try map(
      .init(id: 1, fromId: private5, peerId: group7, date: 1, message: "a"))
    #expect(member.sender == .user(5) && member.chat == .group(7))
    let post = try map(.init(post: true, id: 1, peerId: channel9, date: 1, message: "a"))
    #expect(post.sender == nil && post.chat == .channel(9))
    let saved = try map(
      .init(id: 1, peerId: .peerUser(.init(userId: 1)), date: 1, message: "a"))
    #expect(saved.isOutgoing && saved.sender == .user(1))
  }

  @Test("Replies, threads and forum topics are told apart")
  func replies() throws {
    func map(_ header: API.MessageReplyHeader.MessageReplyHeader) throws -> Message {
      try self.map(
        .init(
          id: 9, fromId: private5, peerId: channel9, replyTo: .messageReplyHeader(header),
          date: 1, message: "a"))
    }
    let plain = try map(.init(replyToMsgId: 4))
    #expect(plain.replyTo == 4 && plain.thread == nil)
    let comment = try map(.init(replyToMsgId: 4, replyToTopId: 2))
    #expect(comment.replyTo == 4 && comment.thread == 2)
    let topic = try map(.init(forumTopic: true, replyToMsgId: 2))
    #expect(topic.replyTo == nil && topic.thread == 2)
    let inTopic = try map(.init(forumTopic: true, replyToMsgId: 4, replyToTopId: 2))
    #expect(inTopic.replyTo == 4 && inTopic.thread == 2)
    let elsewhere = try map(.init(replyToMsgId: 4, replyToPeerId: private5))
    #expect(elsewhere.replyTo == nil, "it answers a message of another chat")
  }

  @Test("An answer to an own message is known by the mention, or by having seen the message")
  func repliesToOwner() throws {
    let header = API.MessageReplyHeader.messageReplyHeader(.init(replyToMsgId: 4))
    let before = try map(
      .init(id: 9, peerId: private5, replyTo: header, date: 1, message: "a"))
    #expect(!before.repliesToOwner)
    book.noteOwn(try map(.init(out: true, id: 4, peerId: private5, date: 1, message: "mine")))
    let after = try map(
      .init(id: 9, peerId: private5, replyTo: header, date: 1, message: "a"))
    #expect(after.repliesToOwner)
    let mentioned = try map(
      .init(
        mentioned: true, id: 9, fromId: private5, peerId: group7, replyTo: header, date: 1,
        message: "a"))
    #expect(mentioned.repliesToOwner && mentioned.mentionsOwner)
  }

  @Test("Scheduled messages, away messages and those of business bots are automatic [D8]")
  func automatic() throws {
    #expect(
      try map(.init(fromScheduled: true, id: 1, peerId: private5, date: 1, message: "a"))
        .isAutomatic)
    #expect(
      try map(.init(offline: true, id: 1, peerId: private5, date: 1, message: "a")).isAutomatic)
    #expect(
      try map(
        .init(id: 1, peerId: private5, viaBusinessBotId: 3, date: 1, message: "a")
      ).isAutomatic)
    #expect(!(try map(.init(id: 1, peerId: private5, date: 1, message: "a")).isAutomatic))
  }

  @Test("Forwards, bots, albums, paid Stars, edits and hidden edits")
  func details() throws {
    let message = try map(
      .init(
        id: 1, peerId: private5, fwdFrom: .init(date: 1), viaBotId: 77, date: 10, message: "a",
        editDate: 20, groupedId: 88, paidMessageStars: 5))
    #expect(message.isForwarded && message.viaBot == 77 && message.album == 88)
    #expect(message.paidStars == 5 && message.edited == Timestamp(seconds: 20))
    let hidden = try map(
      .init(editHide: true, id: 1, peerId: private5, date: 10, message: "a", editDate: 20))
    #expect(hidden.edited == nil, "a reaction is no edit")
  }

  @Test("Service messages are marked, and placeholders dropped")
  func service() throws {
    let mapper = book.mapper(for: Samples.account)
    let service = try #require(
      mapper.message(
        .messageService(
          .init(
            id: 3, fromId: private5, peerId: group7, date: 1, action: .messageActionEmpty))))
    #expect(service.isService && service.text.isEmpty)
    #expect(mapper.message(.messageEmpty(.init(id: 3))) == nil)
  }

  @Test("Entities keep their places and arguments, and those that can be sent come back the same")
  func entities() throws {
    let wire: [API.MessageEntity] = [
      .messageEntityBold(.init(offset: 0, length: 2)),
      .messageEntityTextUrl(.init(offset: 3, length: 4, url: "https://example.org")),
      .messageEntityPre(.init(offset: 8, length: 1, language: "swift")),
      .messageEntityBlockquote(.init(collapsed: true, offset: 9, length: 1)),
      .messageEntityMentionName(.init(offset: 10, length: 3, userId: 5)),
      .messageEntityUrl(.init(offset: 20, length: 9)),
    ]
    let message = try map(
      .init(id: 1, peerId: private5, date: 1, message: "text", entities: wire))
    #expect(
      message.entities.map(\.kind) == [
        .bold, .textURL, .pre, .expandableBlockquote, .mentionName, .url,
      ])
    #expect(
      message.entities.map(\.argument) == [nil, "https://example.org", "swift", nil, "5", nil])
    let back = message.entities.compactMap {
      $0.outgoing { .inputUser(.init(userId: $0, accessHash: 6)) }
    }
    #expect(back.count == 5, "Telegram finds plain links by itself")
    #expect(back.prefix(4).map { $0.encoded() } == wire.prefix(4).map { $0.encoded() })
  }

  @Test("Media by their kinds, those outside the typed ones by their names")
  func media() throws {
    func kind(_ attributes: [API.DocumentAttribute], voice: Bool = false) -> Media? {
      Media(
        .messageMediaDocument(
          .init(
            voice: voice,
            document: .document(
              .init(
                id: 1, accessHash: 2, fileReference: [], date: 0, mimeType: "a/b", size: 99,
                dcId: 2, attributes: attributes)))))
    }
    let voice = try #require(
      kind([.documentAttributeAudio(.init(voice: true, duration: 7))], voice: true))
    #expect(voice.kind == .voice && voice.duration == 7 && voice.size == 99)
    let video = API.DocumentAttribute.documentAttributeVideo(.init(duration: 2.5, w: 1, h: 1))
    #expect(kind([video])?.kind == .video)
    for told in [1e300, .nan, -.infinity] {
      let absurd = API.DocumentAttribute.documentAttributeVideo(.init(duration: told, w: 1, h: 1))
      let duration = try #require(kind([absurd])).duration
      #expect(duration.map { Int($0) } == (told > 0 ? 30 * 86_400 : nil))
    }
    #expect(kind([video, .documentAttributeAnimated])?.kind == .animation)
    let named = kind([.documentAttributeFilename(.init(fileName: "a.pdf"))])
    #expect(named?.kind == .document && named?.name == "a.pdf" && named?.mimeType == "a/b")
    #expect(Media(.messageMediaEmpty) == nil)
    // messageMediaDice#08cbec07: flags, value, emoticon.
    var writer = TLWriter()
    writer.constructor(0x08cb_ec07)
    writer.uint(0)
    writer.int(6)
    writer.string("🎲")
    #expect(Media(.raw(TLRaw(encoded: writer.bytes)))?.kind == .dice)
  }
}
