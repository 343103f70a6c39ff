import Model
import Sandbox
import Testing

@testable import Telegram

@Suite("Two accounts in one process", .timeLimit(.minutes(5)))
struct TwoAccountsTests {
  @Test("The one whose session is ended comes to its end, and the other goes on [mtproto 28, B55]")
  func oneEnds() async throws {
    try await SandboxStage.run { stage in
      let his = try await stage.login()
      let hers = try await stage.login(as: Cast.alice)
      try await stage.work(session: hers, as: Cast.alice) { alice in
        _ = try await alice.updates.next()
        let error = await #expect(throws: TelegramError.self) {
          try await stage.work(session: his) { owner in
            _ = try await owner.updates.next()
            await stage.server.revokeAuthorizations(of: Cast.owner)
            await stage.server.cutConnections()
            while try await owner.updates.next() != nil {}
          }
        }
        #expect(error?.server?.endsSession == true)
        try await stage.server.contact(Cast.ben).send("still there?", to: .user(Cast.alice))
        #expect(try await alice.messages(1).messages.map(\.text) == ["still there?"])
      }
    }
  }
}
