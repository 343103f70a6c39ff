import Model
import TelegramSchema
import Testing

@testable import Telegram

/// Each kind of update, as the event that it becomes.
@Suite("Events of the feed", .timeLimit(.minutes(5)))
struct FeedEventTests {
  private static let anna = Samples.user(5, "Anna")
  private static let peer = API.Peer.peerUser(.init(userId: 5))

  private static func events(of updates: [API.Update], seq: Int32 = 0) async throws -> [Event] {
    let bench = FeedBench()
    return try await bench.run { bench in
      _ = try await bench.next()
      bench.book.learn(users: [anna], chats: [Samples.channel(9, "Talk")])
      bench.feed.inbox.push(Samples.updates(updates, users: [anna], seq: seq))
      return try await bench.next().events
    }
  }

  @Test("Read marks of private chats, channels and threads, by the owner and by others")
  func readMarks() async throws {
    let events = try await Self.events(of: [
      .updateReadChannelInbox(.init(channelId: 9, maxId: 7, stillUnreadCount: 2, pts: 5)),
      .updateReadChannelOutbox(.init(channelId: 9, maxId: 8)),
      .updateReadChannelDiscussionInbox(.init(channelId: 9, topMsgId: 3, readMaxId: 4)),
      .updateReadChannelDiscussionOutbox(.init(channelId: 9, topMsgId: 3, readMaxId: 5)),
      .updateReadHistoryInbox(
        .init(peer: Self.peer, maxId: 9, stillUnreadCount: 0, pts: 11, ptsCount: 1)),
      .updateReadHistoryOutbox(.init(peer: Self.peer, maxId: 10, pts: 12, ptsCount: 1)),
    ])
    #expect(
      Set(events) == [
        .readByOwner(chat: .channel(9), upTo: 7), .readByOther(chat: .channel(9), upTo: 8),
        .readByOwner(chat: .channel(9), upTo: 4, thread: 3),
        .readByOther(chat: .channel(9), upTo: 5, thread: 3),
        .readByOwner(chat: .user(5), upTo: 9), .readByOther(chat: .user(5), upTo: 10),
      ])
  }

  @Test("Reactions: which, how many, whose; custom ones by their id")
  func reactions() async throws {
    let events = try await Self.events(of: [
      .updateMessageReactions(
        .init(
          peer: Self.peer, msgId: 3,
          reactions: .init(
            results: [
              .init(chosenOrder: 0, reaction: .reactionEmoji(.init(emoticon: "👍")), count: 2),
              .init(reaction: .reactionCustomEmoji(.init(documentId: 77)), count: 1),
            ],
            recentReactions: [
              .init(
                peerId: Self.peer, date: 1000, reaction: .reactionEmoji(.init(emoticon: "👍")))
            ])))
    ])
    let expected = Reactions(
      [.init("👍", count: 2, isOwn: true), .init("custom:77", count: 1)],
      givers: [.init(.user(5), "👍", date: Timestamp(seconds: 1000))])
    #expect(events == [.reacted(chat: .user(5), message: 3, expected)])
  }

  @Test("Typing of every kind, coming and going, drafts")
  func life() async throws {
    let events = try await Self.events(of: [
      .updateUserTyping(.init(userId: 5, action: .sendMessageTypingAction)),
      .updateUserTyping(.init(userId: 5, action: .sendMessageRecordAudioAction)),
      .updateUserTyping(.init(userId: 5, action: .sendMessageCancelAction)),
      .updateChannelUserTyping(
        .init(channelId: 9, fromId: Self.peer, action: .sendMessageChooseStickerAction)),
      .updateUserStatus(.init(userId: 5, status: .userStatusOnline(.init(expires: 2000)))),
      .updateUserStatus(.init(userId: 5, status: .userStatusRecently(.init()))),
      .updateDraftMessage(
        .init(peer: Self.peer, draft: .draftMessage(.init(message: "so", date: 1000)))),
      .updateDraftMessage(.init(peer: Self.peer, draft: .draftMessageEmpty(.init()))),
    ])
    #expect(
      events == [
        .typing(chat: .user(5), user: 5), .typing(chat: .user(5), user: 5, activity: .voice),
        .typing(chat: .user(5), user: 5, activity: .stopped),
        .typing(chat: .channel(9), user: 5, activity: .sticker),
        .presence(user: 5, .online(until: Timestamp(seconds: 2000))),
        .presence(user: 5, .recently), .draft(chat: .user(5), text: "so"),
        .draft(chat: .user(5), text: ""),
      ])
  }

  @Test("A scheduled message is no message before it is sent; then it is marked as automatic [D8]")
  func scheduled() async throws {
    let scheduled = API.Message.Message(
      out: true, fromScheduled: true, id: 3, fromId: .peerUser(.init(userId: 1)), peerId: Self.peer,
      date: 9000,
      message: "later")
    let events = try await Self.events(of: [
      .updateNewScheduledMessage(.init(message: .message(scheduled))),
      Samples.newMessage(.message(scheduled), pts: 11),
    ])
    guard case .message(let message)? = events.first, events.count == 1 else {
      Issue.record("\(events)")
      return
    }
    #expect(message.isOutgoing && message.isAutomatic)
  }

  @Test("A post that was copied into the discussion group is automatic, a comment is not [D8]")
  func discussion() async throws {
    let channel = API.Peer.peerChannel(.init(channelId: 8))
    let post = API.Message.Message(
      id: 1, fromId: channel, peerId: .peerChannel(.init(channelId: 9)),
      fwdFrom: .init(
        fromId: channel, date: 1000, channelPost: 4, savedFromPeer: channel, savedFromMsgId: 4),
      date: 1000, message: "news")
    let events = try await Self.events(of: [
      Samples.newChannelMessage(.message(post), pts: 11),
      Samples.newChannelMessage(
        Samples.message(2, inChannel: 9, from: 5, "a comment"), pts: 12),
    ])
    let messages = events.compactMap { if case .message(let message) = $0 { message } else { nil } }
    #expect(messages.map(\.isAutomatic) == [true, false])
    #expect(messages.first?.sender == .channel(8))
  }

  @Test("What only bots are told moves their own line, and its hole asks for the difference")
  func botUpdates() {
    let entry = UpdateEntry(
      API.Update.updateBotStopped(.init(userId: 5, date: 1, stopped: true, qts: 7)))
    #expect(entry.order == .secondary(qts: 7))
    let reaction = UpdateEntry(
      API.Update.updateBotMessageReactions(
        .init(peer: Self.peer, msgId: 1, date: 1, reactions: [], qts: 8)))
    #expect(reaction.order == .secondary(qts: 8))
  }

  @Test("A message in a chat counts as unread once, and not if the account wrote it")
  func unread() async throws {
    let bench = FeedBench()
    try await bench.run { bench in
      _ = try await bench.next()
      bench.book.learn(users: [Self.anna], chats: [])
      var counts: [Int32] = []
      for (pts, message) in zip(
        Int32(11)..., [Samples.message(1, from: 5, "a"), Samples.message(2, from: 5, "b")])
      {
        bench.feed.inbox.push(
          Samples.updates([Samples.newMessage(message, pts: pts)], users: [Self.anna]))
        counts += try await bench.next().chats.map(\.unreadCount)
      }
      bench.feed.inbox.push(
        Samples.updates([
          .updateReadHistoryInbox(
            .init(peer: Self.peer, maxId: 2, stillUnreadCount: 0, pts: 13, ptsCount: 1))
        ]))
      counts += try await bench.next().chats.map(\.unreadCount)
      #expect(counts == [1, 2, 0])
      bench.feed.inbox.push(
        Samples.updates([Samples.newMessage(Samples.message(3, from: 5, "c"), pts: 14)]))
      #expect(try await bench.next().chats.map(\.unreadCount) == [1])
      bench.answer { _ in API.Messages.AffectedMessages(pts: 15, ptsCount: 1) }
      let messenger = TelegramMessenger(
        api: bench.api, inbox: bench.feed.inbox, clock: bench.manual.clock)
      try await messenger.markRead(.user(5), upTo: 3)
      bench.feed.inbox.push(
        Samples.updates([Samples.newMessage(Samples.message(4, from: 5, "d"), pts: 16)]))
      var batch = try await bench.next()
      while batch.texts.isEmpty { batch = try await bench.next() }
      #expect(batch.chats.map(\.unreadCount) == [1], "the twin has read the others")
    }
  }

  @Test("A short update from somebody known by a min constructor alone is completed [mtproto 40]")
  func minInShort() async throws {
    let bench = FeedBench()
    try await bench.run { bench in
      _ = try await bench.next()
      bench.book.learn(users: [Samples.user(5, "A.", min: true)], chats: [])
      bench.answer { _ in
        API.Updates.Difference.difference(
          .init(
            newMessages: [Samples.message(1, from: 5, "hello")], newEncryptedMessages: [],
            otherUpdates: [], chats: [], users: [Self.anna], state: Samples.state(pts: 11)))
      }
      bench.feed.inbox.push(
        .updateShortMessage(
          .init(id: 1, userId: 5, message: "hello", pts: 11, ptsCount: 1, date: 1000)))
      let batch = try await bench.next()
      #expect(batch.texts == ["hello"] && batch.contacts.map(\.firstName) == ["Anna"])
      #expect(batch.peers == [PeerReference(peer: .user(5), accessHash: 500)])
    }
  }
}
