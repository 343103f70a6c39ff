import MTProto
import Model
import TelegramSchema
import Testing

@testable import Telegram

@Suite("Update feed", .timeLimit(.minutes(5)))
struct UpdateFeedTests {
  private let anna = Samples.user(5, "Anna")

  @Test("The first batch tells that the account is up to date, the next bring what happens [B3]")
  func firstStart() async throws {
    let bench = FeedBench(pts: nil)
    bench.answer { _ in Samples.state(pts: 50) }
    let anna = anna
    try await bench.run { bench in
      let first = try await bench.next()
      #expect(first.events.isEmpty)
      #expect(first.positions.map(\.pts) == [50])
      bench.feed.inbox.push(
        Samples.updates(
          [Samples.newMessage(Samples.message(7, from: 5, "hello"), pts: 51)], users: [anna]))
      let batch = try await bench.next()
      #expect(batch.texts == ["hello"])
      #expect(batch.positions.map(\.pts) == [51])
      #expect(batch.peers == [PeerReference(peer: .user(5), accessHash: 500)])
      #expect(batch.chats.map(\.title) == ["Anna"])
      #expect(batch.contacts.map(\.firstName) == ["Anna"])
    }
    #expect(bench.calls == ["updates.getState"])
  }

  @Test("A hole is filled by the difference, and nothing comes twice [B60]")
  func hole() async throws {
    let bench = FeedBench()
    let anna = anna
    try await bench.run { bench in
      _ = try await bench.next()
      bench.answer { _ in
        API.Updates.Difference.difference(
          .init(
            newMessages: [
              Samples.message(1, from: 5, "one"), Samples.message(2, from: 5, "two"),
            ], newEncryptedMessages: [], otherUpdates: [], chats: [], users: [anna],
            state: Samples.state(pts: 12)))
      }
      bench.feed.inbox.push(
        Samples.updates(
          [Samples.newMessage(Samples.message(2, from: 5, "two"), pts: 12)], users: [anna]))
      await bench.rest(until: .milliseconds(500))
      bench.manual.advance(by: .milliseconds(500))
      let batch = try await bench.next()
      #expect(batch.texts == ["one", "two"])
      bench.feed.inbox.push(
        Samples.updates(
          [Samples.newMessage(Samples.message(3, from: 5, "three"), pts: 13)]))
      #expect(try await bench.next().texts == ["three"])
    }
    #expect(bench.calls == ["updates.getDifference", "updates.getDifference"])
  }

  @Test("A short update from a stranger is completed by the difference [mtproto 40]")
  func stranger() async throws {
    let bench = FeedBench()
    let anna = anna
    try await bench.run { bench in
      _ = try await bench.next()
      bench.answer { _ in
        API.Updates.Difference.difference(
          .init(
            newMessages: [Samples.message(1, from: 5, "hello")], newEncryptedMessages: [],
            otherUpdates: [], chats: [], users: [anna], state: Samples.state(pts: 11)))
      }
      bench.feed.inbox.push(
        .updateShortMessage(
          .init(id: 1, userId: 5, message: "hello", pts: 11, ptsCount: 1, date: 1000)))
      let batch = try await bench.next()
      #expect(batch.texts == ["hello"])
      #expect(batch.contacts.map(\.firstName) == ["Anna"])
      bench.feed.inbox.push(
        .updateShortMessage(
          .init(id: 2, userId: 5, message: "again", pts: 12, ptsCount: 1, date: 1000)))
      let second = try await bench.next()
      #expect(second.texts == ["again"])
      #expect(second.contacts.map(\.firstName) == ["Anna"], "a short update is completed, too")
    }
    #expect(bench.calls.count == 2)
  }

  @Test(
    "A new session asks for the difference [mtproto 18]; so does what cannot be read [mtproto 21]")
  func newSession() async throws {
    let bench = FeedBench()
    let anna = anna
    try await bench.run { bench in
      _ = try await bench.next()
      for (index, text) in ["missed", "unreadable"].enumerated() {
        bench.answer { _ in
          API.Updates.Difference.difference(
            .init(
              newMessages: [Samples.message(Int32(index + 1), from: 5, text)],
              newEncryptedMessages: [], otherUpdates: [], chats: [], users: [anna],
              state: Samples.state(pts: Int32(11 + index))))
        }
        if index == 0 {
          bench.feed.inbox.sessionBegan()
        } else {
          bench.feed.inbox.pushUnreadable()
        }
        #expect(try await bench.next().texts == [text])
      }
    }
    #expect(bench.calls.count == 3)
  }

  @Test("updateChannelTooLong asks for that channel's difference; one that is lost is left alone")
  func channelTooLong() async throws {
    let bench = FeedBench()
    try await bench.run { bench in
      _ = try await bench.next()
      bench.book.learn(users: [], chats: [Samples.channel(9, "News")])
      bench.answer { _ in
        API.Updates.ChannelDifference.channelDifference(
          .init(
            final: true, pts: 105,
            newMessages: [Samples.message(1, inChannel: 9, from: 5, "in the channel")],
            otherUpdates: [], chats: [], users: [Samples.user(5, "Anna", min: true)]))
      }
      bench.feed.inbox.push(
        Samples.updates([.updateChannelTooLong(.init(channelId: 9, pts: 105))]))
      let announced = try await bench.next()
      #expect(
        announced.positions == [
          UpdatePosition(sequence: .channel(9), pts: 1, date: 1000, isBehind: true)
        ], "stored, so that it is asked for after a kill")
      let batch = try await bench.next()
      #expect(batch.texts == ["in the channel"])
      #expect(batch.positions == [UpdatePosition(sequence: .channel(9), pts: 105, date: 1000)])
      #expect(batch.contacts.map(\.firstName) == ["Anna"])
      #expect(batch.peers.map(\.peer) == [.channel(9)], "a min user gives no access hash")
    }
  }

  @Test("Muting and archiving change what is known of a chat, past mutes are none")
  func settings() async throws {
    let bench = FeedBench()
    let anna = anna
    try await bench.run { bench in
      _ = try await bench.next()
      bench.book.learn(users: [anna], chats: [])
      let peer = API.Peer.peerUser(.init(userId: 5))
      for (until, isMuted) in [(Int32.max, true), (1_600_000_000, false), (0, false)] {
        bench.feed.inbox.push(
          Samples.updates([
            .updateNotifySettings(
              .init(
                peer: .notifyPeer(.init(peer: peer)),
                notifySettings: .init(muteUntil: until)))
          ]))
        #expect(try await bench.next().chats.map(\.isMuted) == [isMuted])
      }
      bench.feed.inbox.push(
        Samples.updates([
          .updateFolderPeers(
            .init(folderPeers: [.init(peer: peer, folderId: 1)], pts: 11, ptsCount: 1))
        ]))
      let batch = try await bench.next()
      #expect(batch.chats.map(\.isArchived) == [true])
      #expect(batch.positions.map(\.pts) == [11])
    }
  }

  @Test("While the receiver does not take batches, memory is bounded; later nothing is missing")
  func slowReceiver() async throws {
    let bench = FeedBench()
    let anna = anna
    let total = 2000
    try await bench.run { bench in
      _ = try await bench.next()
      bench.book.learn(users: [anna], chats: [])
      bench.answer { call in
        guard case .updatesGetDifference(let call) = call else { return true }
        let missing = (Int(call.pts) - 9)...total
        return API.Updates.Difference.difference(
          .init(
            newMessages: missing.map { Samples.message(Int32($0), from: 5, "m\($0)") },
            newEncryptedMessages: [], otherUpdates: [], chats: [], users: [],
            state: Samples.state(pts: Int32(10 + total))))
      }
      for number in 1...total {
        bench.feed.inbox.push(
          Samples.updates(
            [
              Samples.newMessage(
                Samples.message(Int32(number), from: 5, "m\(number)"), pts: Int32(10 + number))
            ]))
        if number % 100 == 0 { await Task.yield() }
      }
      var texts: [String] = []
      while texts.count < total { texts += try await bench.next().texts }
      #expect(texts == (1...total).map { "m\($0)" })
    }
    #expect(bench.calls.count == 2, "the start, and once for all that was not kept")
  }

  @Test(
    "The end of the session ends the feed with the reason, and nothing is asked again [mtproto 28]",
    arguments: [
      (401, "AUTH_KEY_UNREGISTERED"), (401, "SESSION_REVOKED"), (401, "USER_DEACTIVATED"),
      (406, "AUTH_KEY_DUPLICATED"),
    ])
  func sessionEnds(code: Int32, name: String) async throws {
    let bench = FeedBench()
    bench.answer { _ in MT.RpcError(errorCode: code, errorMessage: name) }
    let error = await #expect(throws: TelegramError.self) {
      try await bench.run { try await $0.next() }
    }
    #expect(error?.server?.name == name && error?.server?.endsSession == true)
    #expect(bench.calls.count == 1)
  }

  @Test("Own sends come out of the feed once, with the random id they answer to [mtproto 41, D1]")
  func ownSends() async throws {
    let bench = FeedBench()
    let anna = anna
    try await bench.run { bench in
      _ = try await bench.next()
      bench.book.learn(users: [anna], chats: [])
      bench.answer { _ in
        API.Updates.updateShortSentMessage(
          .init(out: true, id: 21, pts: 11, ptsCount: 1, date: 1234))
      }
      let messenger = TelegramMessenger(
        api: bench.api, inbox: bench.feed.inbox, clock: bench.manual.clock)
      let sent = try await messenger.send(
        OutgoingMessage(chat: .user(5), text: "hi", replyTo: 3, randomID: 77))
      #expect(sent == SentMessage(id: 21, date: Timestamp(seconds: 1234)))
      let batch = try await bench.next()
      #expect(batch.events.first == .sent(randomID: 77, id: 21))
      guard case .message(let message)? = batch.events.last else {
        Issue.record("the message itself is missing")
        return
      }
      #expect(message.text == "hi" && message.isOutgoing && message.replyTo == 3)
      #expect(message.chat == .user(5) && message.sender == .user(1))
      #expect(batch.positions.map(\.pts) == [11])
    }
  }

  @Test("RANDOM_ID_DUPLICATE counts as sent [mtproto 30]")
  func duplicate() async throws {
    let bench = FeedBench()
    bench.book.learn(users: [anna], chats: [])
    bench.answer { _ in MT.RpcError(errorCode: 500, errorMessage: "RANDOM_ID_DUPLICATE") }
    let messenger = TelegramMessenger(api: bench.api, clock: bench.manual.clock)
    let sent = try await messenger.send(
      OutgoingMessage(chat: .user(5), text: "hi", randomID: 77))
    #expect(sent.id == nil)
  }

  @Test(
    "Errors mean for the sender what they mean [mtproto 28, 32, D12]",
    arguments: [
      (403, "CHAT_WRITE_FORBIDDEN", MessengerError.Code.refused),
      (400, "USER_IS_BLOCKED", .refused), (400, "PEER_ID_INVALID", .unknownPeer),
      (420, "SLOWMODE_WAIT_30", .rateLimited(seconds: 30, chatOnly: true)),
      (420, "FLOOD_WAIT_30", .rateLimited(seconds: 30, chatOnly: false)),
      (401, "AUTH_KEY_UNREGISTERED", .needsLogin), (401, "SESSION_REVOKED", .needsLogin),
      (406, "AUTH_KEY_DUPLICATED", .needsLogin), (420, "FROZEN_METHOD_INVALID", .frozen),
      (403, "ALLOW_PAYMENT_REQUIRED_15", .paid), (500, "RPC_CALL_FAIL", .unreachable),
      (403, "VOICE_MESSAGES_FORBIDDEN", .voiceForbidden),
      (400, "CHAT_SEND_VOICES_FORBIDDEN", .voiceForbidden),
    ])
  func errors(code: Int32, text: String, expected: MessengerError.Code) async {
    let bench = FeedBench()
    bench.book.learn(users: [anna], chats: [])
    bench.answer { _ in MT.RpcError(errorCode: code, errorMessage: text) }
    let messenger = TelegramMessenger(api: bench.api, clock: bench.manual.clock)
    let error = await #expect(throws: MessengerError.self) {
      try await messenger.send(OutgoingMessage(chat: .user(5), text: "hi", randomID: 1))
    }
    #expect(error?.code == expected)
    #expect(error?.serverError == text)
    #expect(error?.message.contains(".") == true)
  }

  @Test("A peer that was never met is not sent to without its hash")
  func unknownPeer() async {
    let bench = FeedBench()
    let messenger = TelegramMessenger(api: bench.api, clock: bench.manual.clock)
    let error = await #expect(throws: MessengerError.self) {
      try await messenger.send(OutgoingMessage(chat: .user(5), text: "hi", randomID: 1))
    }
    #expect(error?.code == .unknownPeer)
    #expect(bench.calls.isEmpty)
  }
}
