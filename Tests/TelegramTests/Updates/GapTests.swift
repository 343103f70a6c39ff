import MTProto
import Model
import Synchronization
import TL
import TelegramSchema
import Testing

@testable import Telegram

/// What Telegram no longer tells is fetched from the chats themselves.
@Suite("Gaps", .timeLimit(.minutes(5)))
struct GapTests {
  private static let anna = Samples.user(5, "Anna")

  /// A chat list with Anna at the top, whose newest message is number 40, and one that is older.
  private static func dialogs(_ date: Int32) -> API.Messages.Dialogs {
    .dialogs(
      .init(
        dialogs: [
          Samples.dialog(.peerUser(.init(userId: 5)), top: 40),
          Samples.dialog(.peerUser(.init(userId: 6)), top: 3),
        ],
        messages: [
          Samples.message(40, from: 5, "m40", date: date),
          Samples.message(3, from: 6, "old", date: 900),
        ], chats: [], users: [anna, Samples.user(6, "Bo")]))
  }

  /// Messages 1 to 40 of Anna's, of which those from 21 on are newer than second 1000.
  private static func history(_ call: Methods.Messages.GetHistory) -> API.Messages.Messages {
    let all = (Int32(1)...40).reversed().filter { call.offsetId == 0 || $0 < call.offsetId }
    return .messagesSlice(
      .init(
        count: 40,
        messages: all.prefix(Int(call.limit)).map {
          Samples.message($0, from: 5, "m\($0)", date: $0 > 20 ? 1000 + $0 : 500)
        }, topics: [], chats: [], users: [anna]))
  }

  private static func answer(_ call: Methods.Call) -> any TLEncodable {
    switch call {
    case .updatesGetDifference(let call) where call.pts < 500:
      return API.Updates.Difference.differenceTooLong(.init(pts: 500))
    case .messagesGetDialogs(let call):
      return call.folderId == 1
        ? API.Messages.Dialogs.dialogs(.init(dialogs: [], messages: [], chats: [], users: []))
        : dialogs(1040)
    case .messagesGetHistory(let call): return history(call)
    default: return API.Updates.Difference.differenceEmpty(.init(date: 1100, seq: 1))
    }
  }

  private static func collect(_ bench: FeedBench) async throws -> (
    before: [EventBatch], gap: Gap, at: EventBatch
  ) {
    var before: [EventBatch] = []
    while true {
      let batch = try await bench.next()
      for case .gap(let gap) in batch.events { return (before, gap, batch) }
      before.append(batch)
    }
  }

  @Test(
    "The account's gap: what was written since comes, then the gap with what was fetched [mtproto 38]"
  )
  func account() async throws {
    let bench = FeedBench()
    bench.answer(Self.answer)
    try await bench.run { bench in
      let (before, gap, at) = try await Self.collect(bench)
      #expect(before.flatMap(\.texts) == (21...40).map { "m\($0)" })
      #expect(
        before.allSatisfy { $0.positions.isEmpty }, "until the gap is told, nothing is settled")
      #expect(at.positions.map(\.pts) == [500])
      #expect(
        gap
          == Gap(
            from: Timestamp(seconds: 1000), to: bench.manual.now, chats: 1, messages: 20,
            isComplete: true))
      bench.feed.inbox.push(
        Samples.updates(
          [Samples.newMessage(Samples.message(41, from: 5, "next"), pts: 501)]))
      var next = try await bench.next()
      while next.texts.isEmpty { next = try await bench.next() }
      #expect(next.texts == ["next"])
    }
    #expect(bench.calls.count { $0 == "messages.getHistory" } == 1, "older chats are left alone")
  }

  @Test("An end in the midst of fetching loses nothing: the next run fetches it again [mtproto 38]")
  func crash() async throws {
    for _ in 1...2 {
      let bench = FeedBench()
      bench.answer(Self.answer)
      try await bench.run { bench in
        let first = try await bench.next()
        #expect(first.texts == (21...40).map { "m\($0)" })
        #expect(first.positions.isEmpty)
      }
    }
  }

  @Test(
    "A connection lost in the midst of fetching: asked again, nothing settled before [mtproto 38]")
  func lostOnTheWay() async throws {
    let bench = FeedBench()
    let attempts = Mutex(0)
    bench.answer { call in
      if case .messagesGetHistory = call,
        attempts.withLock({
          $0 += 1; return $0
        }) == 1
      {
        return MT.RpcError(errorCode: 500, errorMessage: "NO_WORKERS_RUNNING")
      }
      return Self.answer(call)
    }
    try await bench.run { bench in
      await bench.rest(until: .seconds(1))
      bench.manual.advance(by: .seconds(1))
      let (before, gap, _) = try await Self.collect(bench)
      #expect(before.flatMap(\.texts) == (21...40).map { "m\($0)" })
      #expect(gap.isComplete)
    }
  }

  @Test("A chat that cannot be read leaves the gap incomplete, and holds up nothing [mtproto 38]")
  func unreadable() async throws {
    let bench = FeedBench()
    bench.answer { call in
      if case .messagesGetHistory = call {
        return MT.RpcError(errorCode: 400, errorMessage: "PEER_ID_INVALID")
      }
      return Self.answer(call)
    }
    try await bench.run { bench in
      let (before, gap, _) = try await Self.collect(bench)
      #expect(before.isEmpty && gap.messages == 0 && !gap.isComplete)
    }
  }

  @Test("A position that the server does not know is given up for where it stands now [mtproto 38]")
  func invalidPosition() async throws {
    let bench = FeedBench(pts: 90_000)
    bench.answer { call in
      switch call {
      case .updatesGetDifference(let call) where call.pts == 90_000:
        MT.RpcError(errorCode: 400, errorMessage: "PERSISTENT_TIMESTAMP_INVALID")
      case .updatesGetState: Samples.state(pts: 500)
      default: Self.answer(call)
      }
    }
    try await bench.run { bench in
      let (before, gap, at) = try await Self.collect(bench)
      #expect(before.flatMap(\.texts).count == 20 && gap.messages == 20)
      #expect(at.positions.map(\.pts) == [500])
      bench.feed.inbox.push(
        Samples.updates(
          [Samples.newMessage(Samples.message(41, from: 5, "heard"), pts: 501)]))
      var next = try await bench.next()
      while next.texts.isEmpty { next = try await bench.next() }
      #expect(next.texts == ["heard"])
    }
  }

  @Test("A channel's gap: between what is known and the newest, the history is read [mtproto 38]")
  func channel() async throws {
    let bench = FeedBench(channels: [UpdatePosition(sequence: .channel(9), pts: 100, date: 1010)])
    bench.book.learn(users: [], chats: [Samples.channel(9, "News")])
    @Sendable func message(_ id: Int32) -> API.Message {
      Samples.message(id, inChannel: 9, from: 5, "c\(id)", date: 1000 + id)
    }
    bench.answer { call in
      switch call {
      case .updatesGetChannelDifference:
        API.Updates.ChannelDifference.channelDifferenceTooLong(
          .init(
            final: true,
            dialog: Samples.dialog(.peerChannel(.init(channelId: 9)), top: 30, pts: 700),
            messages: [message(30), message(29)], chats: [], users: [Self.anna]))
      case .messagesGetHistory(let call):
        API.Messages.Messages.channelMessages(
          .init(
            pts: 700, count: 30,
            messages: (1..<call.offsetId).reversed().map { message($0) }, topics: [], chats: [],
            users: [Self.anna]))
      default: API.Updates.Difference.differenceEmpty(.init(date: 1100, seq: 1))
      }
    }
    try await bench.run { bench in
      _ = try await bench.next()
      bench.feed.inbox.push(
        Samples.updates([.updateChannelTooLong(.init(channelId: 9, pts: 700))]))
      let (before, gap, at) = try await Self.collect(bench)
      #expect(before.flatMap(\.texts) == (10...28).map { "c\($0)" })
      #expect(at.texts == ["c29", "c30"])
      #expect(at.positions.map(\.pts) == [700])
      #expect(gap.chat == .channel(9) && gap.from == Timestamp(seconds: 1010))
      #expect(gap.messages == 21 && gap.isComplete)
    }
  }

  @Test("CHANNEL_PRIVATE to a channel's difference: it is left alone, the account goes on")
  func privateChannel() async throws {
    let bench = FeedBench(channels: [UpdatePosition(sequence: .channel(9), pts: 100)])
    bench.book.learn(users: [Self.anna], chats: [Samples.channel(9, "News")])
    bench.answer { call in
      if case .updatesGetChannelDifference = call {
        return MT.RpcError(errorCode: 400, errorMessage: "CHANNEL_PRIVATE")
      }
      return API.Updates.Difference.differenceEmpty(.init(date: 1100, seq: 1))
    }
    try await bench.run { bench in
      _ = try await bench.next()
      bench.feed.inbox.push(
        Samples.updates([.updateChannelTooLong(.init(channelId: 9, pts: 105))]))
      while !bench.calls.contains("updates.getChannelDifference") { await Task.yield() }
      bench.feed.inbox.push(
        Samples.updates([Samples.newMessage(Samples.message(1, from: 5, "hi"), pts: 11)]))
      var positions: [UpdatePosition] = []
      var batch = try await bench.next()
      while batch.texts.isEmpty {
        positions += batch.positions
        batch = try await bench.next()
      }
      #expect(batch.texts == ["hi"])
      #expect(positions.map(\.isBehind) == [true, false])
      #expect(positions.map(\.pts) == [100, 0], "it is not asked for at the next start")
    }
    #expect(bench.calls.count { $0 == "updates.getChannelDifference" } == 1)
  }

  @Test(
    "Channels with news after the account's gap are stored with it, and asked for after a kill [mtproto 37, 38]"
  )
  func channelsAfterKill() async throws {
    let channel = API.Peer.peerChannel(.init(channelId: 9))
    let dialogs = API.Messages.Dialogs.dialogs(
      .init(
        dialogs: [Samples.dialog(channel, top: 30, pts: 700)],
        messages: [Samples.message(30, inChannel: 9, from: 5, "c30", date: 1030)],
        chats: [Samples.channel(9, "News")], users: [Self.anna]))
    let first = FeedBench()
    first.answer { call in
      switch call {
      case .messagesGetDialogs(let call) where call.folderId != 1: dialogs
      // Nothing is told of the channel before the end.
      case .updatesGetChannelDifference: MT.RpcError(errorCode: 500, errorMessage: "INTERNAL")
      default: Self.answer(call)
      }
    }
    let stored = try await first.run { bench in try await Self.collect(bench).at }
    let behind = stored.positions.filter(\.isBehind)
    #expect(behind.map(\.sequence) == [.channel(9)])
    #expect(stored.positions.contains { $0.sequence == .account && $0.pts == 500 })
    #expect(stored.peers.contains { $0.peer == .channel(9) }, "or nobody could ask for it")

    let second = FeedBench(pts: 500, channels: behind)
    second.book.learn(users: [Self.anna], chats: [Samples.channel(9, "News")])
    second.answer { call in
      guard case .updatesGetChannelDifference = call else {
        return API.Updates.Difference.differenceEmpty(.init(date: 1100, seq: 1))
      }
      return API.Updates.ChannelDifference.channelDifference(
        .init(
          final: true, pts: 700,
          newMessages: [Samples.message(30, inChannel: 9, from: 5, "c30", date: 1030)],
          otherUpdates: [], chats: [Samples.channel(9, "News")], users: [Self.anna]))
    }
    try await second.run { bench in
      var batch = try await bench.next()
      while batch.texts.isEmpty { batch = try await bench.next() }
      #expect(batch.texts == ["c30"])
      #expect(
        batch.positions.filter { $0.sequence == .channel(9) }.map(\.isBehind) == [false])
    }
  }

  @Test("A difference that fails and fails is asked for with pauses, and that is told [mtproto 38]")
  func stalled() async throws {
    let bench = FeedBench()
    let isUnwell = Mutex(true)
    bench.answer { call in
      if case .updatesGetDifference = call, isUnwell.withLock({ $0 }) {
        return MT.RpcError(errorCode: 500, errorMessage: "INTERNAL")
      }
      return API.Updates.Difference.differenceEmpty(.init(date: 1100, seq: 1))
    }
    try await bench.run { bench in
      // 1, 2, 4, 8 s, and then the fifth.
      for pause in [1, 2, 4, 8] {
        await bench.rest(until: .seconds(pause))
        bench.manual.advance(by: .seconds(pause))
      }
      let batch = try await bench.next()
      guard case .stalled(let stall)? = batch.events.first else {
        Issue.record("\(batch)")
        return
      }
      #expect(stall.requests == 5 && stall.chat == nil && stall.reason.contains("INTERNAL"))
      #expect(bench.calls.count { $0 == "updates.getDifference" } == 5)
      isUnwell.withLock { $0 = false }
      await bench.rest(until: .seconds(16))
      bench.manual.advance(by: .seconds(16))
      #expect(try await bench.next().events.isEmpty)
    }
  }
}
