import MTProto
import Model
import Sandbox
import Testing

@testable import Telegram

/// The sandbox with a delivery server in data center 203, and the owner's account at work.
struct CDNStage: Sendable {
  let stage: SandboxStage
  let account: TelegramAccount
  let shelf: CDNShelf
  /// The delivery server.
  let cdn: TelegramServer
  let folder: TestFolder

  static let dc = 203
  /// One key for all stages.
  private static let key = Result { try ServerKey.generate() }

  /// - Parameter publicKey: what Telegram says the delivery server's key is, if it is another one.
  static func run(
    publicKey: String? = nil, excusing: Set<ConductRule> = [],
    _ body: @escaping @Sendable (CDNStage) async throws -> Void
  ) async throws {
    let key = try key.get()
    let shelf = CDNShelf(dc: Int32(dc), publicKey: try publicKey ?? key.publicPEM())
    var there = TelegramServer.Configuration()
    there.dc = Int32(dc)
    there.shelf = shelf
    try await TelegramServer.withServer(
      world: World(seed: 1, clock: .system), key: key, configuration: there
    ) { cdn in
      shelf.place(host: cdn.host, port: cdn.port)
      try await SandboxStage.run { stage in
        await stage.server.offer(shelf)
        let folder = try TestFolder()
        try await stage.workWithFiles { account in
          try await body(
            CDNStage(stage: stage, account: account, shelf: shelf, cdn: cdn, folder: folder))
        }
      }
      let conduct = await cdn.conductReport().excusing(excusing)
      #expect(conduct.isFlawless, "\(conduct)")
    }
  }

  /// A document that clients are sent to the delivery server for.
  func document(_ content: [UInt8], seed: UInt64 = 1) async throws -> Message {
    let message = try await stage.document(content, account)
    shelf.keep(try #require(message.media?.file?.id))
    return message
  }

  @discardableResult
  func download(_ message: Message, to name: String = "a") async throws -> DownloadedFile {
    try await account.api.download(message, to: folder.path(name))
  }

  /// Calls of the data center where the account lives.
  func count(_ method: String) async -> Int { await stage.calls(of: method).count }

  /// Parts that the delivery server was asked for.
  var parts: Int {
    get async { await cdn.calls.count { $0.method == "upload.getCdnFile" } }
  }
}
