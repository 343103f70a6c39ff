import Foundation
import Model
import Sandbox
import Synchronization
import Testing

@testable import Telegram

/// A folder of one test's own.
final class TestFolder: Sendable {
  let url = FileManager.default.temporaryDirectory.appending(
    component: "understudy-files-\(UUID().uuidString)")

  init() throws {
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func path(_ name: String) -> String { url.appending(component: name).path }

  func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: path(name))))
  }

  func write(_ bytes: [UInt8], to name: String) throws -> String {
    try Data(bytes).write(to: URL(filePath: path(name)))
    return path(name)
  }

  var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: url.path).sorted() }
  }
}

/// Content that differs from place to place.
func noise(_ count: Int, seed: UInt64 = 1) -> [UInt8] {
  var generator = SeededGenerator(seed: seed)
  var bytes: [UInt8] = []
  bytes.reserveCapacity(count + 8)
  while bytes.count < count {
    let word = generator.next()
    for shift in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: word >> (8 * UInt64(shift)))) }
  }
  return Array(bytes.prefix(count))
}

/// What a transfer told of itself.
final class ProgressLog: Sendable {
  private let values = Mutex<[Int64]>([])

  var progress: TransferProgress { { done, _ in self.values.withLock { $0.append(done) } } }
  var all: [Int64] { values.withLock { $0 } }
}

extension SandboxStage {
  /// The owner's account at work, with a chat that it can address.
  func workWithFiles<Result: Sendable>(
    _ body: @escaping @Sendable (TelegramAccount) async throws -> Result
  ) async throws -> Result {
    let session = try await login()
    return try await work(session: session) { account in
      _ = try await account.api.dialogs()
      return try await body(account)
    }
  }

  /// Alice sends a document; the owner sees it.
  func document(
    _ content: [UInt8], name: String? = "thing.bin", dc: Int32? = nil, _ account: TelegramAccount
  ) async throws -> Message {
    try await server.contact(Cast.alice).send(
      content, form: .document, name: name, dc: dc, caption: "here", to: .user(Cast.owner))
    let newest = try await account.api.history(of: .user(Cast.alice), limit: 1)
    return try #require(newest.first)
  }

  func calls(of method: String) async -> [CallRecord] {
    await server.calls.filter { $0.method == method }
  }
}
