import Foundation
import Model
import OggSample
import Sandbox
import Telegram
import Testing

/// Photos, documents and voice notes between our client and a foreign one.
@Suite("Files with foreign clients", .timeLimit(.minutes(5)))
struct ForeignExchangeFileTests {
  typealias Row = ForeignAgent.Message

  private struct Downloaded: Decodable, Sendable {
    let path: String
  }

  private struct Sample: Sendable {
    let kind: Media.Kind
    let name: String
    let content: [UInt8]
  }

  private static let samples = [
    Sample(kind: .document, name: "thing.bin", content: (0..<700_001).map { UInt8($0 % 251) }),
    Sample(
      kind: .photo, name: "picture.jpg",
      content: [0xFF, 0xD8, 0xFF, 0xE0] + (0..<5000).map { UInt8($0 % 199) }),
    Sample(kind: .voice, name: "note.ogg", content: OggSample.file(packets: 350)),
  ]
  private static let waveform = Waveform((0..<100).map { UInt8($0 % 32) })

  @Test(
    "What either sends as photo, document or voice note is that to the other, whole, with duration and waveform [A12, mtproto 42]",
    arguments: [ForeignAgent.Library.telethon, .kurigram])
  func files(_ library: ForeignAgent.Library) async throws {
    let folder = try TemporaryDirectory()
    defer { folder.remove() }
    let place = folder.url
    try await Fixtures.withServer(history: 1) { server in
      try await OurClient.asAlice(at: server) { account in
        try await ForeignAgent.with(server, library) { agent in
          try await library.logIn(agent, server)
          let _: [TelethonTests.DialogRow] = try await agent.ask("dialogs")
          let _: Bool = try await agent.ask("listen")
          for sample in Self.samples {
            let path = place.appending(component: sample.name)
            try Data(sample.content).write(to: path)
            try await Self.theirs(sample, at: path, account, agent)
            try await Self.ours(sample, at: path, account, agent)
          }
        }
      }
    }
  }

  private static func theirs(
    _ sample: Sample, at path: URL, _ account: TelegramAccount, _ agent: ForeignAgent
  ) async throws {
    var arguments: [String: any Sendable] = [
      "chat": Cast.alice, "path": path.path, "caption": "theirs", "kind": sample.kind.rawValue,
    ]
    if sample.kind == .voice {
      arguments["duration"] = 7
      arguments["waveform"] = waveform.packed
    }
    let _: Row = try await agent.ask("send_file", arguments)
    let message = try await account.nextMessage()
    #expect(message.text == "theirs")
    let media = try #require(message.media)
    #expect(media.kind == sample.kind)
    if sample.kind == .voice {
      #expect(media.duration == 7 && media.waveform == waveform.values)
    }
    let target = path.appendingPathExtension("theirs")
    _ = try await account.api.download(message, to: target.path)
    #expect(try Array(Data(contentsOf: target)) == sample.content)
  }

  private static func ours(
    _ sample: Sample, at path: URL, _ account: TelegramAccount, _ agent: ForeignAgent
  ) async throws {
    let wish: OutgoingFile.Wish =
      switch sample.kind {
      case .photo: .photo
      case .voice: .voice
      default: .document
      }
    let file = try OutgoingFile(path.path, as: wish)
    _ = try await account.messenger.send(
      OutgoingMessage(
        chat: .user(Cast.owner), text: "our \(sample.kind)", randomID: Int64(sample.content.count)),
      file: file)
    var event = try await agent.next("message")
    while event.text != "our \(sample.kind)" { event = try await agent.next("message") }
    let id = try #require(event.id)
    let row: Row = try await agent.ask("message", ["chat": Cast.alice, "message": id])
    let media = try #require(row.media)
    #expect(media.kind == sample.kind.rawValue && media.size == sample.content.count)
    if case .voice(let voice) = file.form {
      #expect(media.duration == 7 && media.mime == "audio/ogg")
      #expect(media.waveform == voice.waveform?.packed && media.waveform?.isEmpty == false)
    } else if sample.kind == .document {
      #expect(media.name == sample.name)
    }
    let target = path.appendingPathExtension("ours")
    let _: Downloaded = try await agent.ask(
      "download", ["chat": Cast.alice, "message": id, "path": target.path])
    #expect(try Array(Data(contentsOf: target)) == sample.content)
  }
}
