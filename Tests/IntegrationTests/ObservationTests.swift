import Engine
import Foundation
import Model
import Sandbox
import Testing

@testable import understudy

extension Integration {
  struct ObservationTests {
    private struct Row: Decodable {
      let id: Int32
      let text: String
      let read: Bool?
      let reactions: Reactions?
    }

    @Test(
      "run --events tells what a contact does beside writing; history --json what is left of it",
      .timeLimit(.minutes(5)))
    func observed() async throws {
      try await TwinStage.run { stage in
        let alice = stage.server.contact(Cast.alice)
        let owner = PeerID.user(Cast.owner)
        let chat = PeerID.user(Cast.alice)
        let twin = try stage.start()
        _ = try await twin.ready()
        var arrivals = alice.arrivals().makeAsyncIterator()
        try await alice.send("is it raining", to: owner)
        let sent = try await twin.sent()
        let answer = try #require(await arrivals.next()).message

        try await alice.react(with: "🔥", to: answer.id, in: owner)
        let reacted = try await twin.next { if case .reacted = $0 { true } else { false } }
        guard case .reacted(let it)? = reacted?.kind else { return }
        #expect(it.chat == chat && it.message == sent.message && it.by == [chat])
        #expect(it.reactions.map(\.reaction) == ["🔥"])
        #expect(it.reactions.map(\.count) == [1] && it.reactions.map(\.own) == [false])

        try await alice.read(owner)
        let read = try await twin.next {
          if case .read(let it) = $0 { it.by == .other } else { false }
        }
        guard case .read(let mark)? = read?.kind else { return }
        #expect(mark.chat == chat && mark.upTo == sent.message)

        try await alice.type(.voice, in: owner)
        let typing = try await twin.next { if case .typing = $0 { true } else { false } }
        guard case .typing(let doing)? = typing?.kind else { return }
        #expect(doing.user == Cast.alice && doing.activity == .voice)

        await alice.appear(.offline(since: 1_700_000_000))
        let presence = try await twin.next { if case .presence = $0 { true } else { false } }
        guard case .presence(let whereabouts)? = presence?.kind else { return }
        #expect(whereabouts.user == Cast.alice && whereabouts.state == .offline)
        #expect(whereabouts.since == Timestamp(seconds: 1_700_000_000))
        #expect(try await twin.stop()?.status == 0)

        let history = try await Program.run(
          ["history", "@alicemoreno", "--limit", "1", "--json"], home: stage.home,
          environment: stage.environment)
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        let row = try decoder.decode(Row.self, from: Data(history.output.utf8))
        #expect(row.id == sent.message && row.read == true)
        #expect(row.reactions?.counts == [.init("🔥", count: 1)])
        #expect(row.reactions?.givers.map(\.peer) == [chat])
      }
    }
  }
}
