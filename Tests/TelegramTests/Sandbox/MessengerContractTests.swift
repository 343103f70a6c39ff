import MessengerContract
import Model
import Sandbox
import Telegram
import Testing

@Suite("What every messenger must keep, at the sandbox", .timeLimit(.minutes(5)))
struct MessengerContractTests {
  @Test(
    "The real messenger keeps it over the wire [D1]", arguments: MessengerContract.Check.allCases)
  func keeps(check: MessengerContract.Check) async throws {
    let folder = try TestFolder()
    let file = Attachment(path: try folder.write(noise(700_000), to: "a.bin"), kind: .document)
    try await SandboxStage.run { stage in
      let session = try await stage.login()
      try await stage.work(session: session) { account in
        _ = try await account.api.dialogs()
        let chat = PeerID.user(Cast.alice)
        let past = try await account.messenger.history(of: chat, limit: 100, before: nil)
        let incoming = try #require(past.first { !$0.isOutgoing })
        let contract = MessengerContract(
          messenger: account.messenger, chat: chat, incoming: incoming.id, attachment: file,
          randomID: { Int64.random(in: 1 ... .max) },
          arrived: { await stage.texts(from: Cast.owner, for: Cast.alice, count: 100) })
        try await contract.run(check)
      }
    }
  }
}
