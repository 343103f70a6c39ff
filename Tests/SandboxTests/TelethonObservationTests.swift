import Foundation
import Model
import Sandbox
import Testing

/// What people do beside writing, as Telethon sees it.
@Suite("Telethon sees what others do", .timeLimit(.minutes(5)))
struct TelethonObservationTests {
  @Test("Reactions, read marks, typing of each kind, coming and going, drafts")
  func observations() async throws {
    try await Fixtures.withServer { server in
      try await ForeignAgent.with(server) { agent in
        try await TelethonTests.logIn(agent, server)
        let _: [TelethonTests.DialogRow] = try await agent.ask("dialogs")
        let _: Bool = try await agent.ask("listen")
        let alice = server.contact(Cast.alice)
        let owner = PeerID.user(Cast.owner)

        let sent: TelethonTests.MessageRow = try await agent.ask(
          "send", ["chat": Cast.alice, "text": "look at this"])
        let seen = try #require(
          await server.look { world in
            try? world.history(of: owner, for: Cast.alice, HistoryQuery(limit: 1)).messages.first
          })
        try await alice.react(with: "🔥", to: seen.id, in: owner)
        let reaction = try await agent.next("reactions")
        #expect(reaction.id == sent.id && reaction.emoji == ["🔥"])
        #expect(reaction.chat == Cast.alice)
        try await alice.react(with: nil, to: seen.id, in: owner)
        #expect(try await agent.next("reactions").emoji == [])

        try await alice.read(owner)
        let read = try await agent.next("read")
        #expect(read.outbox == true && read.upTo == sent.id)

        try await alice.type(in: owner)
        #expect(try await agent.next("user").typing == true)
        try await alice.type(.voice, in: owner)
        #expect(try await agent.next("user").recording == true)
        await alice.appear(.online(until: Int32.max))
        let online = try await agent.next("user")
        #expect(online.online == true && online.user == Cast.alice)

        await server.contact(Cast.owner).draft("half a thought", in: .user(Cast.alice))
        let draft = try await agent.next("draft")
        #expect(draft.text == "half a thought" && draft.chat == Cast.alice)
      }
    }
  }
}
