import MTProto
import Model
import Sandbox
import Telegram
import Testing

/// Our own client and one that is not ours write to each other.
@Suite("Our client in foreign company", .timeLimit(.minutes(5)))
struct ForeignCompanyTests {
  typealias DialogRow = TelethonTests.DialogRow
  typealias MessageRow = TelethonTests.MessageRow

  @Test(
    "Each reads what the other wrote, live and in the history [A3, A4, B2]",
    arguments: [ForeignAgent.Library.telethon, .kurigram], TransportKind.allCases)
  func conversation(library: ForeignAgent.Library, ours: TransportKind) async throws {
    try await Fixtures.withServer(history: 5) { server in
      try await OurClient.asAlice(at: server, transport: ours) { account in
        try await ForeignAgent.with(server, library) { agent in
          try await library.logIn(agent, server)
          let _: [DialogRow] = try await agent.ask("dialogs")
          let _: Bool = try await agent.ask("listen")
          try await Self.exchange(account, agent)
        }
      }
    }
  }

  private static let texts = ["plain", "Привет, 👋🏽 מה שלומך?", "line\nby\nline 👩‍🚀"]

  private static func exchange(_ account: TelegramAccount, _ agent: ForeignAgent) async throws {
    let owner = PeerID.user(Cast.owner)
    for (index, text) in texts.enumerated() {
      let sent = try await account.messenger.send(
        OutgoingMessage(chat: owner, text: text, randomID: Int64(index + 1)))
      var event = try await agent.next("message")
      while event.out == true { event = try await agent.next("message") }
      #expect(event.text == text)
      #expect(event.sender == Cast.alice)
      let answer: MessageRow = try await agent.ask(
        "send", ["chat": Cast.alice, "text": "re: \(text)", "reply_to": try #require(event.id)])
      let message = try await account.nextMessage()
      #expect(message.text == "re: \(text)")
      #expect(message.sender == owner)
      #expect(message.replyTo == sent.id)
      #expect(answer.out)
    }
    let theirs: [MessageRow] = try await agent.ask("history", ["chat": Cast.alice])
    let mine = try await account.api.history(of: owner, limit: 100)
    #expect(theirs.prefix(6).map(\.text) == texts.reversed().flatMap { ["re: \($0)", $0] })
    #expect(mine.map(\.text) == theirs.map { $0.text ?? "" })
    #expect(mine.map(\.isOutgoing) == theirs.map { !$0.out })
  }
}
