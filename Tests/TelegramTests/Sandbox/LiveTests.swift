import Model
import Sandbox
import Testing

@testable import Telegram

@Suite("Live updates at the sandbox", .timeLimit(.minutes(5)))
struct LiveTests {
  @Test(
    "A contact writes, the account answers, the contact gets it [A3, A4]", arguments: [true, false])
  func bothWays(short: Bool) async throws {
    try await SandboxStage.run(prefersShortUpdates: short) { stage in
      let session = try await stage.login()
      let alice = stage.server.contact(Cast.alice)
      try await stage.work(session: session) { account in
        _ = try #require(try await account.updates.next())
        var arrivals = alice.arrivals().makeAsyncIterator()
        try await alice.send("are you there?", to: .user(Cast.owner))
        let (messages, batches) = try await account.messages(1)
        let message = messages[0]
        #expect(message.text == "are you there?")
        #expect(message.chat == .user(Cast.alice) && message.sender == .user(Cast.alice))
        #expect(!message.isOutgoing)
        #expect(batches.last?.peers.contains { $0.peer == .user(Cast.alice) } == true)
        #expect(batches.last?.contacts.contains { $0.firstName == "Alice" } == true)

        try await account.messenger.markRead(message.chat, upTo: message.id)
        try await account.messenger.show(.typing, in: message.chat)
        let sent = try await account.messenger.send(
          OutgoingMessage(chat: message.chat, text: "yes", replyTo: message.id, randomID: 4711))
        let arrival = try #require(await arrivals.next())
        #expect(arrival.text == "yes")
        let own = try await account.messages(1)
        #expect(own.messages.map(\.id) == [sent.id])
        #expect(own.messages[0].isOutgoing && own.messages[0].replyTo == message.id)
        #expect(own.batches.flatMap(\.events).contains(.sent(randomID: 4711, id: sent.id ?? 0)))
        let again = try await account.messenger.send(
          OutgoingMessage(chat: message.chat, text: "yes", replyTo: message.id, randomID: 4711))
        #expect(again.id == nil || again.id == sent.id)
        let copies = await stage.copies(of: "yes", for: Cast.alice)
        #expect(copies == 1, "the same random id twice: one message")
      }
    }
  }

  @Test("Groups, channels, reactions, drafts, reading and typing")
  func otherThings() async throws {
    try await SandboxStage.run { stage in
      let session = try await stage.login()
      let clara = stage.server.contact(Cast.clara)
      try await stage.work(session: session) { account in
        _ = try #require(try await account.updates.next())
        try await clara.send("in the group", to: Cast.football)
        try await clara.send("in the supergroup", to: Cast.neighbours)
        let messages = try await account.messages(2).messages
        // Channels have a line of their own, so the order between the two is open.
        #expect(Set(messages.map(\.chat)) == [Cast.football, Cast.neighbours])
        #expect(messages.allSatisfy { $0.sender == .user(Cast.clara) })
        for (index, message) in messages.enumerated() {
          let randomID = Int64(500 + index)
          let sent = try await account.messenger.send(
            OutgoingMessage(
              chat: message.chat, text: "answer", replyTo: message.id, randomID: randomID))
          let own = try await account.messages(1)
          #expect(own.messages.map(\.id) == [sent.id] && own.messages[0].isOutgoing)
          #expect(
            own.batches.flatMap(\.events).contains(.sent(randomID: randomID, id: sent.id ?? 0)))
          try await account.messenger.markRead(message.chat, upTo: message.id)
          try await account.messenger.react(with: "👍", to: message.id, in: message.chat)
        }
        try await account.messenger.saveDraft("later", replyTo: nil, in: Cast.football)
        try await clara.type(in: .user(Cast.owner))
        var typing: Event?
        while typing == nil {
          let batch = try #require(try await account.updates.next())
          typing = batch.events.first { if case .typing = $0 { true } else { false } }
        }
        #expect(typing == .typing(chat: .user(Cast.clara), user: Cast.clara))
      }
    }
  }

  @Test("What others do, and the owner elsewhere, comes as events")
  func observations() async throws {
    try await SandboxStage.run { stage in
      let session = try await stage.login()
      let alice = stage.server.contact(Cast.alice)
      let phone = stage.server.contact(Cast.owner)
      let owner = PeerID.user(Cast.owner)
      let chat = PeerID.user(Cast.alice)
      try await stage.work(session: session) { account in
        _ = try #require(try await account.updates.next())
        let theirs = try await alice.send("first wording", to: owner)
        let message = try await account.messages(1).messages[0]
        let sent = try await account.messenger.send(
          OutgoingMessage(chat: chat, text: "seen", randomID: 12))
        _ = try await account.messages(1)
        let copy = try #require(
          await stage.server.look { world in
            try? world.history(of: owner, for: Cast.alice, HistoryQuery(limit: 1)).messages.first
          })

        try await alice.edit(theirs.id, in: owner, to: "second wording")
        let edit = try await account.event { if case .edited = $0 { true } else { false } }
        guard case .edited(let edited) = edit else { return }
        #expect(edited.text == "second wording" && edited.id == message.id)

        try await alice.react(with: "👍", to: copy.id, in: owner)
        let reacted = try await account.event { if case .reacted = $0 { true } else { false } }
        guard case .reacted(chat, let id, let reactions) = reacted else { return }
        #expect(id == sent.id && reactions.counts == [.init("👍", count: 1)])
        #expect(reactions.givers.map(\.peer) == [chat])
        let fetched = try await account.api.history(of: chat, limit: 1)
        #expect(fetched.first?.reactions?.counts == reactions.counts)

        try await alice.read(owner)
        #expect(
          try await account.event { $0 == .readByOther(chat: chat, upTo: sent.id ?? 0) } != nil)
        #expect(try await account.api.readMarks(of: chat)?.byOther == sent.id)
        try await phone.read(chat)
        #expect(
          try await account.event {
            if case .readByOwner(chat, _, nil) = $0 { true } else { false }
          }
            != nil)

        try await alice.type(.video, in: owner)
        #expect(
          try await account.event {
            $0 == .typing(chat: chat, user: Cast.alice, activity: .video)
          } != nil)
        await alice.appear(.offline(since: 1_700_000_000))
        #expect(
          try await account.event {
            $0 == .presence(user: Cast.alice, .offline(since: Timestamp(seconds: 1_700_000_000)))
          } != nil)
        await phone.appear(.online(until: 2_000_000_000))
        #expect(
          try await account.event {
            $0 == .presence(user: Cast.owner, .online(until: Timestamp(seconds: 2_000_000_000)))
          } != nil)
        await phone.draft("half a thought", in: chat)
        #expect(try await account.event { $0 == .draft(chat: chat, text: "half a thought") } != nil)
        try await alice.delete([theirs.id])
        #expect(try await account.event { $0 == .deleted(chat: nil, ids: [message.id]) } != nil)
      }
    }
  }

  @Test("A stranger in a supergroup is completed before rules see the message [mtproto 40]")
  func minPeople() async throws {
    try await SandboxStage.run(isBrief: true) { stage in
      let session = try await stage.login()
      let stranger = Cast.stranger
      await stage.server.change { $0.add(stranger, to: Cast.neighbours) }
      try await stage.work(session: session) { account in
        _ = try #require(try await account.updates.next())
        try await stage.server.contact(stranger).send("I am new here", to: Cast.neighbours)
        let batch = try #require(try await account.messages(1).batches.last)
        #expect(!batch.peers.contains { $0.peer == .user(stranger) }, "a min hash serves nobody")
        let unread = await account.api.completed(batch, where: { _ in false })
        #expect(unread.peers == batch.peers)
        let completed = await account.api.completed(batch, where: { $0.id == Cast.neighbours })
        #expect(completed.peers.contains { $0.peer == .user(stranger) })
        let person = await stage.server.look { $0.people[stranger] }
        #expect(
          completed.contacts.filter { $0.id == stranger }.map(\.lastName) == [person?.lastName])
        let calls = await stage.server.calls.count { $0.method == "users.getUsers" }
        _ = await account.api.completed(batch, where: { _ in true })
        #expect(await stage.server.calls.count { $0.method == "users.getUsers" } == calls)
      }
    }
  }

  @Test("A supergroup that is left falls silent, and joined again goes on")
  func leaving() async throws {
    try await SandboxStage.run { stage in
      let session = try await stage.login()
      let clara = stage.server.contact(Cast.clara)
      let alice = stage.server.contact(Cast.alice)
      try await stage.work(session: session) { account in
        _ = try #require(try await account.updates.next())
        try await clara.send("still here", to: Cast.neighbours)
        _ = try await account.messages(1)
        await stage.server.contact(Cast.owner).leave(Cast.neighbours)
        try await clara.send("without you", to: Cast.neighbours)
        try await alice.send("hello", to: .user(Cast.owner))
        #expect(try await account.messages(1).messages.map(\.text) == ["hello"])
        await stage.server.change { $0.add(Cast.owner, to: Cast.neighbours) }
        try await clara.send("welcome back", to: Cast.neighbours)
        var texts: [String] = []
        while texts.last != "welcome back" {
          texts += try await account.messages(1).messages.map(\.text)
        }
      }
    }
  }

  @Test("The link is cut: what was missed comes afterwards, once and in order [B60, A39]")
  func cut() async throws {
    try await SandboxStage.run { stage in
      let session = try await stage.login()
      let (alice, clara) = (stage.server.contact(Cast.alice), stage.server.contact(Cast.clara))
      try await stage.work(session: session) { account in
        _ = try #require(try await account.updates.next())
        var texts: [String] = []
        for round in 1...5 {
          try await alice.send("before \(round)", to: .user(Cast.owner))
          texts += try await account.messages(1).messages.map(\.text)
          await stage.server.refuseConnections(true)
          await stage.server.cutConnections()
          try await alice.send("during \(round)", to: .user(Cast.owner))
          try await clara.send("group \(round)", to: Cast.neighbours)
          await stage.server.refuseConnections(false)
          texts += try await account.messages(2).messages.map(\.text).sorted()
        }
        let expected = (1...5).flatMap { ["before \($0)", "during \($0)", "group \($0)"] }
        #expect(texts == expected)
        try await alice.send("end", to: .user(Cast.owner))
        #expect(try await account.messages(1).messages.map(\.text) == ["end"], "nothing twice")
      }
    }
  }

  @Test("What happened while nobody ran comes at the next start, from the stored positions [A39]")
  func restart() async throws {
    try await SandboxStage.run { stage in
      let session = try await stage.login()
      let alice = stage.server.contact(Cast.alice)
      let clara = stage.server.contact(Cast.clara)
      let positions = try await stage.work(session: session) { account in
        let first = try #require(try await account.updates.next())
        try await alice.send("one", to: .user(Cast.owner))
        try await clara.send("channel one", to: Cast.neighbours)
        let seen = try await account.messages(2)
        return Self.latest([first] + seen.batches)
      }
      try await alice.send("two", to: .user(Cast.owner))
      try await clara.send("channel two", to: Cast.neighbours)
      try await alice.send("three", to: .user(Cast.owner))
      try await stage.work(session: session, positions: positions) { account in
        let texts = try await account.messages(3).messages.map(\.text)
        #expect(texts.sorted() == ["channel two", "three", "two"])
        #expect(texts.filter { $0 != "channel two" } == ["two", "three"])
        try await alice.send("four", to: .user(Cast.owner))
        #expect(try await account.messages(1).messages.map(\.text) == ["four"])
      }
    }
  }

  @Test(
    "More than the server keeps was missed: it is fetched, a gap is told, and it goes on [mtproto 38]"
  )
  func tooLong() async throws {
    try await SandboxStage.run(logLimit: 8) { stage in
      let session = try await stage.login()
      let alice = stage.server.contact(Cast.alice)
      let clara = stage.server.contact(Cast.clara)
      let positions = try await stage.work(session: session) { account in
        let first = try #require(try await account.updates.next())
        try await clara.send("known", to: Cast.neighbours)
        return Self.latest([first] + (try await account.messages(1)).batches)
      }
      for number in 1...20 {
        try await alice.send("lost \(number)", to: .user(Cast.owner))
        try await clara.send("lost \(number)", to: Cast.neighbours)
      }
      try await stage.work(session: session, positions: positions) { account in
        var gaps: [Gap] = []
        var texts: [PeerID: [String]] = [:]
        while gaps.count < 2 {
          let batch = try #require(try await account.updates.next())
          for event in batch.events {
            if case .gap(let gap) = event { gaps.append(gap) }
            if case .message(let message) = event {
              texts[message.chat, default: []].append(message.text)
            }
          }
        }
        #expect(Set(gaps.map(\.chat)) == [nil, Cast.neighbours])
        #expect(gaps.allSatisfy { $0.isComplete && $0.from != nil })
        for chat in [PeerID.user(Cast.alice), Cast.neighbours] {
          // What was written in the last known second may come again.
          let lost = (texts[chat] ?? []).filter { $0.hasPrefix("lost") }
          #expect(lost == (1...20).map { "lost \($0)" })
        }
        try await alice.send("after", to: .user(Cast.owner))
        try await clara.send("after", to: Cast.neighbours)
        var after = 0
        while after < 2 {
          after += try await account.messages(1).messages.count { $0.text == "after" }
        }
      }
    }
  }

  @Test("Cuts at any moment, both ways busy: everything once and in order [A39, B60, D1]")
  func manyCuts() async throws {
    try await SandboxStage.run { stage in
      let session = try await stage.login()
      let alice = stage.server.contact(Cast.alice)
      let clara = stage.server.contact(Cast.clara)
      let count = 40
      try await stage.work(session: session) { account in
        _ = try #require(try await account.updates.next())
        _ = try await account.api.dialogs()
        try await withThrowingTaskGroup(of: Void.self) { group in
          group.addTask {
            for number in 1...count {
              try await alice.send("a\(number)", to: .user(Cast.owner))
              try await clara.send("c\(number)", to: Cast.neighbours)
              if number % 4 == 0 { await stage.server.cutConnections() }
              await Task.yield()
            }
          }
          group.addTask {
            for number in 1...count {
              _ = try await account.messenger.send(
                OutgoingMessage(
                  chat: .user(Cast.ben), text: "b\(number)", randomID: Int64(number)))
            }
          }
          group.addTask {
            let messages = try await account.messages(3 * count).messages
            for letter in ["a", "b", "c"] {
              let texts = messages.map(\.text).filter { $0.hasPrefix(letter) }
              #expect(texts == (1...count).map { "\(letter)\($0)" })
            }
          }
          try await group.waitForAll()
        }
        let arrived = await stage.texts(from: Cast.owner, for: Cast.ben, count: 100)
        #expect(arrived.filter { $0.hasPrefix("b") } == (1...count).map { "b\($0)" })
      }
    }
  }

  @Test("A send whose answer is lost with the connection is executed once [A20, D1, mtproto 20]")
  func lostAnswer() async throws {
    try await SandboxStage.run { stage in
      let session = try await stage.login()
      let alice = stage.server.contact(Cast.alice)
      try await stage.work(session: session) { account in
        _ = try #require(try await account.updates.next())
        _ = try await account.api.resolve("@alicemoreno")
        var arrivals = alice.arrivals().makeAsyncIterator()
        await stage.server.plan(.cutBeforeAnswer, for: "messages.sendMessage")
        let sent = try await account.messenger.send(
          OutgoingMessage(chat: .user(Cast.alice), text: "once", randomID: 99))
        #expect(await arrivals.next()?.text == "once")
        let own = try await account.messages(1)
        #expect(own.messages.map(\.text) == ["once"])
        #expect(sent.id == nil || sent.id == own.messages[0].id)
        let copies = await stage.copies(of: "once", for: Cast.alice)
        #expect(copies == 1)
      }
    }
  }

  @Test("Sessions that the owner ends end the account's work with the reason [mtproto 28]")
  func revoked() async throws {
    try await SandboxStage.run { stage in
      let session = try await stage.login()
      let error = await #expect(throws: TelegramError.self) {
        try await stage.work(session: session) { account in
          _ = try #require(try await account.updates.next())
          await stage.server.revokeAuthorizations(of: Cast.owner)
          await stage.server.cutConnections()
          while try await account.updates.next() != nil {}
        }
      }
      #expect(error?.server?.endsSession == true)
    }
  }

  /// The newest position of each sequence.
  private static func latest(_ batches: [EventBatch]) -> [UpdatePosition] {
    var positions: [UpdatePosition.Sequence: UpdatePosition] = [:]
    for position in batches.flatMap(\.positions) { positions[position.sequence] = position }
    return Array(positions.values)
  }
}
