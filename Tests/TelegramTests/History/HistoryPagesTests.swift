import Model
import Sandbox
import Testing

@testable import Telegram

@Suite("Histories read page by page at the sandbox", .timeLimit(.minutes(2)))
struct HistoryPagesTests {
  @Test("All kinds of chats come whole and in order, several requests at a time [B2]")
  func pages() async throws {
    try await SandboxStage.run(history: 1250) { stage in
      let session = try await stage.login()
      try await stage.work(session: session) { account in
        _ = try await account.api.dialogs()
        for chat in [PeerID.user(Cast.alice), Cast.football, Cast.neighbours, Cast.news] {
          var messages: [Message] = []
          var people: [PeerID] = []
          try await account.api.historyPages(of: chat) { page in
            #expect(page.messages.count <= 100)
            messages += page.messages
            people += page.peers.map(\.peer)
          }
          let expected = await stage.server.look { ids(of: chat, in: $0) }
          #expect(messages.map(\.id) == expected, "\(chat)")
          #expect(Set(people).count == people.count, "nobody is introduced twice")
          #expect(people.contains(chat))
        }
      }
    }
  }

  @Test("What the taker throws ends the reading; a chat that is refused says so")
  func ends() async throws {
    struct Enough: Error {}
    try await SandboxStage.run(history: 500) { stage in
      let session = try await stage.login()
      try await stage.work(session: session) { account in
        _ = try await account.api.dialogs()
        var pages = 0
        await #expect(throws: Enough.self) {
          try await account.api.historyPages(of: .user(Cast.alice)) { _ in
            pages += 1
            if pages == 2 { throw Enough() }
          }
        }
        #expect(pages == 2)
        await #expect(throws: TelegramError.self) {
          try await account.api.historyPages(of: .user(424_242)) { _ in }
        }
      }
    }
  }

  @Test("An answer to the account is known as one, however far above the question it stands")
  func answers() async throws {
    try await SandboxStage.run(history: 0) { stage in
      let question = try await stage.server.act { world throws(Refusal) in
        let sent = try world.send(Submission(to: .user(Cast.alice), "well?"), from: Cast.owner)
        // As Alice knows it: ids are those of each one's own mailbox.
        let seen = try world.history(of: .user(Cast.owner), for: Cast.alice, HistoryQuery(limit: 1))
        var other = sent
        for number in 0..<250 {
          other = try world.send(
            Submission(to: .user(Cast.owner), "line \(number)"), from: Cast.alice)
        }
        _ = try world.send(
          Submission(to: .user(Cast.owner), "yes", replyTo: seen.messages.first?.id),
          from: Cast.alice)
        _ = try world.send(
          Submission(to: .user(Cast.owner), "and more", replyTo: other.message.id),
          from: Cast.alice)
        return sent.message.id
      }
      let session = try await stage.login()
      try await stage.work(session: session) { account in
        _ = try await account.api.dialogs()
        var late: [MessageReference] = []
        var given: [Message] = []
        try await account.api.historyPages(of: .user(Cast.alice)) { page in
          given += page.messages
          late += page.answersToOwner
        }
        #expect(given.contains { $0.id == question })
        #expect(given.filter { late.contains($0.reference) }.map(\.text) == ["yes"])
        let all = try await account.api.history(of: .user(Cast.alice), limit: 1000)
        #expect(all.filter(\.repliesToOwner).map(\.text) == ["yes"])
      }
    }
  }

  private func ids(of chat: PeerID, in world: World) -> [Int32] {
    var ids: [Int32] = []
    while true {
      var query = HistoryQuery(limit: 100)
      query.offsetID = ids.last ?? 0
      guard let page = try? world.history(of: chat, for: Cast.owner, query).messages,
        !page.isEmpty
      else { return ids }
      ids += page.map(\.id)
    }
  }
}
