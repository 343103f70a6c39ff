import Foundation

/// Where things lie.
enum Place {
  static let repository = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// A program that was built beside this one.
  static func program(_ name: String) -> URL {
    URL(filePath: CommandLine.arguments[0]).standardizedFileURL.deletingLastPathComponent()
      .appending(path: name)
  }

  /// The Python that has Telethon: UNDERSTUDY_PYTHON, or what Scripts/test has made.
  static var python: URL {
    get throws {
      let named = ProcessInfo.processInfo.environment["UNDERSTUDY_PYTHON"]
      let file =
        named.map { URL(filePath: $0) } ?? repository.appending(path: ".venv/bin/python")
      guard FileManager.default.isExecutableFile(atPath: file.path) else {
        throw BenchmarkError(
          "There is no Python with Telethon at \(file.path): run Scripts/test once, or set "
            + "UNDERSTUDY_PYTHON.")
      }
      return file
    }
  }
}

/// A folder for what a benchmark writes; it goes with this value.
final class Scratch: Sendable {
  let folder: URL

  init() throws {
    folder = URL.temporaryDirectory.appending(path: "understudy-bench-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  subscript(_ name: String) -> URL { folder.appending(path: name) }
}
