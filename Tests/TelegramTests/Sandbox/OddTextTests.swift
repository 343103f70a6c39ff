import Model
import Sandbox
import Telegram
import Testing

/// The last scalars of Unicode's last private-use plane stand for bytes that are no UTF-8 where TL is read.
@Suite(.timeLimit(.minutes(5)))
struct OddTextTests {
  private static let odd = "odd \u{10ff80}\u{10ffff} and bold"
  private static let bold = TextEntity(kind: .bold, offset: 13, length: 4)

  @Test(
    "A text with scalars that look like escaped bytes is sent, told, edited and read as itself",
    arguments: [(PeerID.user(Cast.alice), Cast.alice), (Cast.football, Cast.ben)])
  func roundTrip(_ chat: PeerID, reader: Int64) async throws {
    try await SandboxStage.run { stage in
      let session = try await stage.login()
      try await stage.work(session: session) { account in
        var arrivals = stage.server.contact(reader).arrivals().makeAsyncIterator()
        _ = try await account.api.dialogs()
        var message = OutgoingMessage(chat: chat, text: Self.odd, randomID: 1)
        message.entities = [Self.bold]
        let sent = try await account.messenger.send(message)
        let arrival = try #require(await arrivals.next())
        #expect(arrival.text == Self.odd)
        #expect(arrival.message.entities == [Self.bold])
        let own = try #require(try await account.messages(1).messages.first)
        #expect(own.text == Self.odd && own.entities == [Self.bold])
        let read = try await account.api.history(of: chat, limit: 1)
        #expect(read.map(\.id) == [try #require(sent.id)])
        #expect(read.map(\.text) == [Self.odd] && read.map(\.entities) == [[Self.bold]])
      }
    }
  }

  @Test("So is one that somebody else wrote")
  func incoming() async throws {
    try await SandboxStage.run { stage in
      let session = try await stage.login()
      try await stage.work(session: session) { account in
        _ = try await account.api.dialogs()
        try await stage.server.contact(Cast.alice).send(Self.odd, to: .user(Cast.owner))
        #expect(try await account.messages(1).messages.map(\.text) == [Self.odd])
      }
    }
  }
}
