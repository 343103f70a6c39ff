import MTProto
import Model
import Sandbox
import Synchronization
import Testing

@testable import Telegram

@Suite("Files in other data centers", .timeLimit(.minutes(5)))
struct ForeignFileTests {
  /// Data centers 2, where the owner lives, and 4, with the account at work in 2.
  private static func run(
    _ body: @escaping @Sendable (SandboxStage, TelegramServer, TelegramAccount) async throws -> Void
  ) async throws {
    try await SandboxStage.run { stage in
      var there = TelegramServer.Configuration()
      there.dc = 4
      try await TelegramServer.withServer(
        world: .populated(seed: 7, clock: .system, history: 1), key: stage.server.key,
        configuration: there
      ) { server in
        var stage = stage
        stage.configuration.servers.addresses[4] = [
          ServerAddress(dc: 4, host: server.host, port: server.port)
        ]
        let ready = stage
        try await ready.workWithFiles { account in try await body(ready, server, account) }
        let conduct = await server.conductReport()
        #expect(conduct.isFlawless, "\(conduct)")
      }
    }
  }

  private static func copy(
    _ message: Message, from stage: SandboxStage, to server: TelegramServer
  ) async throws {
    let id = try #require(message.media?.file?.id)
    let file = try #require(await stage.server.look { $0.files[id] })
    try await server.act { $0.keep(file) }
  }

  private static func count(_ method: String, _ server: TelegramServer) async -> Int {
    await server.calls.count { $0.method == method }
  }

  @Test("Eight downloads at once from another data center: one export, and home stays [mtproto 27]")
  func oneExport() async throws {
    let folder = try TestFolder()
    try await Self.run { stage, there, account in
      var messages: [Message] = []
      for index in 0..<8 {
        let content = noise(FileLimits.partSize + index, seed: UInt64(index))
        messages.append(try await stage.document(content, dc: 4, account))
        try await Self.copy(messages[index], from: stage, to: there)
      }
      #expect(messages.allSatisfy { $0.media?.file?.dc == 4 })
      let all = messages
      try await withThrowingTaskGroup(of: Void.self) { group in
        for (index, message) in all.enumerated() {
          group.addTask {
            _ = try await account.api.download(message, to: folder.path("\(index)"))
          }
        }
        try await group.waitForAll()
      }
      for index in 0..<8 {
        #expect(
          try folder.bytes("\(index)")
            == noise(FileLimits.partSize + index, seed: UInt64(index)))
      }
      #expect(await Self.count("auth.exportAuthorization", stage.server) == 1)
      #expect(await Self.count("auth.importAuthorization", there) == 1)
      #expect(await Self.count("upload.getFile", stage.server) == 0)
      #expect(await account.client.home.dc == 2)
      // A later transfer needs no further export.
      _ = try await account.api.download(all[0], to: folder.path("again"))
      #expect(await Self.count("auth.exportAuthorization", stage.server) == 1)
    }
  }

  @Test("FILE_MIGRATE sends the download to the data center that it names [mtproto 27, 42]")
  func migrate() async throws {
    let folder = try TestFolder()
    try await Self.run { stage, there, account in
      let content = noise(6 * FileLimits.partSize)
      let message = try await stage.document(content, account)
      try await Self.copy(message, from: stage, to: there)
      await stage.server.plan(
        .refuse(Refusal(303, "FILE_MIGRATE_4")), for: "upload.getFile", times: 100)
      _ = try await account.api.download(message, to: folder.path("a"))
      #expect(try folder.bytes("a") == content)
      #expect(await Self.count("upload.getFile", there) == 6)
    }
  }

  @Test("A data center that has forgotten the account is given its authorization again")
  func forgotten() async throws {
    let folder = try TestFolder()
    try await Self.run { stage, there, account in
      let message = try await stage.document([1, 2, 3], dc: 4, account)
      try await Self.copy(message, from: stage, to: there)
      _ = try await account.api.download(message, to: folder.path("a"))
      await there.revokeAuthorizations(of: Cast.owner)
      _ = try await account.api.download(message, to: folder.path("b"))
      #expect(try folder.bytes("b") == [1, 2, 3])
      #expect(await Self.count("auth.exportAuthorization", stage.server) == 2)
    }
  }

  @Test(
    "After a restart the authorization elsewhere is used again, not exported again [mtproto 27]")
  func keptOverRestart() async throws {
    let folder = try TestFolder()
    let kept = KeptSessions()
    try await SandboxStage.run { stage in
      let session = try await stage.login()
      var there = TelegramServer.Configuration()
      there.dc = 4
      try await TelegramServer.withServer(
        world: .populated(seed: 7, clock: .system, history: 1), key: stage.server.key,
        configuration: there
      ) { server in
        var stage = stage
        stage.configuration.servers.addresses[4] = [
          ServerAddress(dc: 4, host: server.host, port: server.port)
        ]
        let ready = stage
        for round in 0..<3 {
          // Between the second and the third the other data center forgets the account.
          if round == 2 { await server.revokeAuthorizations(of: Cast.owner) }
          try await ready.work(session: session, foreign: kept.sessions) { account in
            _ = try await account.api.dialogs()
            let content = noise(FileLimits.partSize + round, seed: UInt64(round))
            let message = try await ready.document(content, dc: 4, account)
            try await Self.copy(message, from: ready, to: server)
            _ = try await account.api.download(message, to: folder.path("\(round)"))
            #expect(try folder.bytes("\(round)") == content)
          }
          let exports = await Self.count("auth.exportAuthorization", ready.server)
          #expect(exports == (round < 2 ? 1 : 2))
          #expect(kept.sessions.known.map(\.address.dc) == [4])
        }
        #expect(kept.forgotten == [4])
        let conduct = await server.conductReport()
        #expect(conduct.isFlawless, "\(conduct)")
      }
    }
  }

  @Test("A data center without a known address is named")
  func unknown() async throws {
    let folder = try TestFolder()
    try await SandboxStage.run { stage in
      try await stage.workWithFiles { account in
        let message = try await stage.document([1], dc: 5, account)
        let error = await #expect(throws: TelegramError.self) {
          try await account.api.download(message, to: folder.path("a"))
        }
        #expect(error?.message.contains("data center 5") == true)
      }
    }
  }
}

/// What a store would keep.
private final class KeptSessions: Sendable {
  private let state = Mutex<(known: [Int: SavedSession], forgotten: [Int])>(([:], []))

  var forgotten: [Int] { state.withLock(\.forgotten) }

  var sessions: ForeignSessions {
    ForeignSessions(
      known: state.withLock { Array($0.known.values) },
      keep: { session in self.state.withLock { $0.known[session.address.dc] = session } },
      forget: { dc in
        self.state.withLock { state in
          state.known[dc] = nil
          state.forgotten.append(dc)
        }
      })
  }
}
