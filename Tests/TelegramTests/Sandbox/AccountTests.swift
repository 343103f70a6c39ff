import Model
import Sandbox
import Testing

@testable import Telegram

@Suite("Dialogs, history and names at the sandbox", .timeLimit(.minutes(5)))
struct AccountTests {
  @Test("All dialogs with their references, archived ones too [B5, B18]")
  func dialogs() async throws {
    try await SandboxStage.run { stage in
      let session = try await stage.login()
      try await stage.work(session: session) { account in
        let entries = try await account.api.dialogs()
        let chats = Dictionary(uniqueKeysWithValues: entries.map { ($0.chat.id, $0) })
        #expect(chats[.user(Cast.alice)]?.chat.kind == .private)
        #expect(chats[Cast.football]?.chat.kind == .group)
        #expect(chats[Cast.neighbours]?.chat.kind == .group)
        #expect(chats[Cast.news]?.chat.kind == .channel)
        let felix = try #require(chats[.user(Cast.felix)]?.chat)
        #expect(felix.isArchived && felix.isMuted)
        #expect(chats[.user(Cast.alice)]?.chat.isArchived == false)
        #expect(entries.allSatisfy { $0.reference != nil && $0.date != nil })
        let expected = await stage.server.look { $0.dialogs(of: Cast.owner).count }
        #expect(entries.count == expected)
      }
    }
  }

  @Test("Pages of dialogs are put together without gaps or repetitions")
  func manyDialogs() async throws {
    try await SandboxStage.run { stage in
      for id in 1...250 {
        let person = Int64(7_000_000_000 + id)
        try await stage.server.act { world throws(Refusal) in
          world.add(Person(id: person, firstName: "Guest \(id)"))
          _ = try world.send(Submission(to: .user(Cast.owner), "hello \(id)"), from: person)
        }
      }
      let session = try await stage.login()
      try await stage.work(session: session) { account in
        let entries = try await account.api.dialogs()
        let expected = await stage.server.look { $0.dialogs(of: Cast.owner).count }
        #expect(entries.count == expected)
        #expect(Set(entries.map(\.chat.id)).count == expected)
        #expect(try await account.api.dialogs(limit: 5).count == 5)
      }
    }
  }

  @Test("History of a private chat, a group and a channel, page by page [B2]")
  func history() async throws {
    try await SandboxStage.run(history: 260) { stage in
      let session = try await stage.login()
      try await stage.work(session: session) { account in
        _ = try await account.api.dialogs()
        for chat in [PeerID.user(Cast.alice), Cast.football, Cast.neighbours, Cast.news] {
          let all = try await account.api.history(of: chat, limit: 1000)
          #expect(all.count >= 250, "\(chat)")
          #expect(zip(all, all.dropFirst()).allSatisfy { $0.id > $1.id }, "newest first")
          #expect(all.allSatisfy { $0.chat == chat })
          let page = try await account.messenger.history(of: chat, limit: 3, before: all[4].id)
          #expect(page.map(\.id) == all[5...7].map(\.id))
        }
      }
    }
  }

  @Test("Saved Messages can be written to before anything else was seen [D5]")
  func savedMessages() async throws {
    try await SandboxStage.run { stage in
      let session = try await stage.login()
      try await stage.work(session: session) { account in
        let line = OutgoingMessage(chat: .user(Cast.owner), text: "a notice", randomID: 77)
        let sent = try await account.messenger.send(line)
        #expect(sent.id != nil)
      }
    }
  }

  @Test("Names, numbers and references are found; a foreign hash is a clear error [B6, B19]")
  func resolve() async throws {
    try await SandboxStage.run { stage in
      let session = try await stage.login()
      try await stage.work(session: session) { account in
        let alice = try await account.api.resolve("@alicemoreno")
        #expect(alice.peer == .user(Cast.alice))
        #expect(try await account.api.resolve("https://t.me/alicemoreno") == alice)
        #expect(try await account.api.resolve("+1 555 010 0002") == alice)
        #expect(try await account.api.resolve(alice.description) == alice)
        #expect(try await account.api.resolve("me").peer == .user(Cast.owner))
        #expect(try await account.api.resolve("@harbourcitynews").peer == Cast.news)
        for text in ["@nobodyhere", "u:\(Cast.ben):12345", "ch:99:1", "+15550108888"] {
          let error = await #expect(throws: TelegramError.self) {
            try await account.api.resolve(text)
          }
          #expect(error?.code == .unknownPeer, "\(text): \(error?.message ?? "")")
        }
        let error = await #expect(throws: TelegramError.self) {
          try await account.api.resolve("what is this?")
        }
        #expect(error?.code == .invalidInput)
      }
    }
  }
}
