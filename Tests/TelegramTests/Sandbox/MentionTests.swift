import Model
import Sandbox
import Telegram
import Testing

@Suite("Mentions in what we send", .timeLimit(.minutes(5)))
struct MentionTests {
  @Test("Whoever is mentioned and cannot be addressed is named, and nothing is sent [mtproto 40]")
  func unknown() async throws {
    try await SandboxStage.run { stage in
      let session = try await stage.login()
      try await stage.work(session: session) { account in
        _ = try await account.api.dialogs()
        var message = OutgoingMessage(
          chat: .user(Cast.alice), text: "ask you and her", randomID: 1)
        message.entities = [
          TextEntity(kind: .mentionName, offset: 4, length: 3, argument: "\(Cast.alice)"),
          TextEntity(kind: .mentionName, offset: 12, length: 3, argument: "987654321"),
        ]
        let error = await #expect(throws: MessengerError.self) {
          try await account.messenger.send(message)
        }
        #expect(error?.code == .unknownPeer)
        #expect(error?.message.hasPrefix("The message mentions u:987654321. ") == true)
        #expect(await stage.copies(of: message.text, for: Cast.alice) == 0)
        message.entities.removeLast()
        #expect(try await account.messenger.send(message).id != nil)
        #expect(await stage.copies(of: message.text, for: Cast.alice) == 1)
      }
    }
  }
}
