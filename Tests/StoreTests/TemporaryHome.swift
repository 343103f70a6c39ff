import Cryptography
import Foundation
import Store

/// A folder of one test's own with a key and a database in it, removed with the value.
final class TemporaryHome: Sendable {
  let folder: String

  init() throws {
    folder = NSTemporaryDirectory() + "understudy-store-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  var databasePath: String { folder + "/understudy.db" }
  var keyPath: String { folder + "/key" }

  func open() throws -> Store { try Store(path: databasePath, key: Vault.key(at: keyPath)) }

  /// All bytes that the store has put on disk, the write-ahead log included.
  func allBytes() throws -> Data {
    try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0 != "key" }
      .compactMap { FileManager.default.contents(atPath: folder + "/" + $0) }
      .reduce(Data(), +)
  }
}
