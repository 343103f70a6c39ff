import Foundation
import Testing

/// The Python that has Telethon and kurigram.
enum Python {
  struct Missing: Error, CustomStringConvertible {
    let description: String
  }

  /// UNDERSTUDY_PYTHON, or `.venv/bin/python` at the package's root, which `Scripts/test` makes.
  static func interpreter() throws -> URL {
    if let path = ProcessInfo.processInfo.environment["UNDERSTUDY_PYTHON"] {
      guard FileManager.default.isExecutableFile(atPath: path) else {
        throw Missing(description: "UNDERSTUDY_PYTHON names \(path), which is no executable.")
      }
      return URL(filePath: path)
    }
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let python = root.appending(path: ".venv/bin/python")
    guard FileManager.default.isExecutableFile(atPath: python.path) else {
      throw Missing(
        description: """
          These tests need a Python with Telethon 1.45 and kurigram 2.2. Run Scripts/test, which makes one in .venv, \
          or set UNDERSTUDY_PYTHON.
          """)
    }
    return python
  }
}

/// A directory of one test.
struct TemporaryDirectory {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory
      .appending(component: "understudy-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  func remove() { try? FileManager.default.removeItem(at: url) }
}
