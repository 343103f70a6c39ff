import Cryptography
import Foundation
import Model
import Sandbox
import Telegram
import Testing

/// Files between the sandbox and Telethon: both keep to the same rules, which our client keeps to as well.
@Suite("Telethon's files", .timeLimit(.minutes(5)))
struct TelethonFilesTests {
  struct FileRow: Decodable, Sendable {
    let path: String
    let name: String?
    let mime: String
    let size: Int
    let duration: Double?
    let photo: Bool
    let voice: Bool
  }

  private static func content(_ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) }
  }

  @Test(
    "Telethon sends small and big files, and fetches them again [mtproto 42]",
    arguments: [1000, 700_000, 11 * 1024 * 1024 + 5])
  func roundTrip(_ size: Int) async throws {
    let content = Self.content(size)
    let folder = try TemporaryDirectory()
    defer { folder.remove() }
    let source = folder.url.appending(component: "thing.bin")
    try Data(content).write(to: source)
    try await Fixtures.withServer { server in
      try await ForeignAgent.with(server) { agent in
        try await TelethonTests.logIn(agent, server)
        let _: [TelethonTests.DialogRow] = try await agent.ask("dialogs")
        let sent: TelethonTests.MessageRow = try await agent.ask(
          "send_file", ["chat": Cast.alice, "path": source.path, "caption": "here"])
        #expect(sent.text == "here")
        let file = await server.look { world in
          world.find(sent.id, in: .user(Cast.alice), for: Cast.owner)?.file
            .flatMap { world.files[$0] }
        }
        #expect(file?.content == content)
        #expect(file?.name == "thing.bin")
        let target = folder.url.appending(component: "back.bin")
        let row: FileRow = try await agent.ask(
          "download", ["chat": Cast.alice, "message": sent.id, "path": target.path])
        #expect(row.size == size && row.name == "thing.bin")
        #expect(try Array(Data(contentsOf: target)) == content)
      }
    }
  }

  /// Our own client as the owner, by Telethon's session.
  private static func withOurs<Result: Sendable>(
    _ session: String, _ server: TelegramServer,
    _ body: @escaping @Sendable (AccountAPI) async throws -> Result
  ) async throws -> Result {
    let address = ServerAddress(dc: 2, host: server.host, port: server.port)
    var configuration = ClientConfiguration(
      apiID: 1, apiHash: Secret("sandbox"),
      servers: TelegramServers(address: address, key: server.key.key.publicKey))
    // Telethon works under the permanent key.
    configuration.temporaryKeyLife = nil
    let client = try TelegramClient(
      configuration: configuration, session: SessionString.parse(Secret(session)))
    return try await withThrowingTaskGroup(of: Result?.self) { group in
      group.addTask {
        try await client.run()
        return nil
      }
      group.addTask {
        let api = AccountAPI(
          account: AccountID(Cast.owner), call: client.call,
          book: PeerBook(directory: PeerDirectory()), files: client.files)
        _ = try await api.dialogs()
        return try await body(api)
      }
      defer { group.cancelAll() }
      while let ended = try await group.next() {
        if let result = ended { return result }
      }
      throw CancellationError()
    }
  }

  @Test(
    "Telethon reads what we have sent, and we read what Telethon has sent [mtproto 42]",
    arguments: [1, 1_300_000, 11_000_000])
  func bothWays(_ size: Int) async throws {
    let content = Self.content(size)
    let folder = try TemporaryDirectory()
    defer { folder.remove() }
    let place = folder.url
    let source = place.appending(component: "thing.bin")
    try Data(content).write(to: source)
    try await Fixtures.withServer { server in
      try await ForeignAgent.with(server) { agent in
        try await TelethonTests.logIn(agent, server)
        let _: [TelethonTests.DialogRow] = try await agent.ask("dialogs")
        let theirs: TelethonTests.MessageRow = try await agent.ask(
          "send_file", ["chat": Cast.alice, "path": source.path, "caption": "theirs"])
        let session: String = try await agent.ask("session")
        let ours = try await Self.withOurs(session, server) { api in
          let message = try await api.message(theirs.id, in: .user(Cast.alice))
          #expect(message.text == "theirs" && message.media?.name == "thing.bin")
          let file = try await api.download(
            message, to: place.appending(component: "theirs").path)
          #expect(file.size == Int64(size))
          let sent = try await TelegramMessenger(api: api).send(
            OutgoingMessage(chat: .user(Cast.alice), text: "ours", randomID: 4),
            file: OutgoingFile(source.path))
          return try #require(sent.id)
        }
        #expect(try Array(Data(contentsOf: place.appending(component: "theirs"))) == content)
        let row: FileRow = try await agent.ask(
          "download",
          [
            "chat": Cast.alice, "message": ours,
            "path": place.appending(component: "ours").path,
          ])
        #expect(row.name == "thing.bin" && row.size == size)
        #expect(try Array(Data(contentsOf: place.appending(component: "ours"))) == content)
      }
    }
  }

  @Test("Photos and voice notes are what they are to Telethon")
  func kinds() async throws {
    let folder = try TemporaryDirectory()
    defer { folder.remove() }
    let picture = [0xFF, 0xD8, 0xFF, 0xE0] + Self.content(3000)
    try await Fixtures.withServer { server in
      let alice = server.contact(Cast.alice)
      let photo = try await alice.send(picture, form: .photo, to: .user(Cast.owner))
      let voice = try await alice.send(
        Self.content(900), form: .voice(duration: 4, waveform: [1, 2, 3]), mimeType: "audio/ogg",
        to: .user(Cast.owner))
      let ids = await server.look { world in
        [photo, voice].map { message in
          world.search("", in: .user(Cast.alice), for: Cast.owner, HistoryQuery(limit: 10))
            .messages.first { $0.key == message.key }?.id ?? 0
        }
      }
      try await ForeignAgent.with(server) { agent in
        try await TelethonTests.logIn(agent, server)
        let _: [TelethonTests.DialogRow] = try await agent.ask("dialogs")
        let first: FileRow = try await agent.ask(
          "download",
          [
            "chat": Cast.alice, "message": ids[0],
            "path": folder.url.appending(component: "p.jpg").path,
          ])
        #expect(first.photo && first.size == picture.count)
        #expect(
          try Array(Data(contentsOf: folder.url.appending(component: "p.jpg"))) == picture)
        let second: FileRow = try await agent.ask(
          "download",
          [
            "chat": Cast.alice, "message": ids[1],
            "path": folder.url.appending(component: "v.ogg").path,
          ])
        #expect(second.voice && second.duration == 4 && second.mime == "audio/ogg")
      }
    }
  }
}
