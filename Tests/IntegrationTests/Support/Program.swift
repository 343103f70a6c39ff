import Foundation

@testable import understudy

/// The built program, run as a user runs it.
enum Program {
  struct Outcome {
    let status: Int32
    let output: String
    /// Standard error.
    let errors: String
    var everything: String { output + errors }
  }

  /// Beside the test bundle, where the build puts both.
  static var executable: URL {
    URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appending(component: "understudy")
  }

  /// Runs a command to its end, with `input` as its standard input.
  static func run(
    _ arguments: [String], home: TemporaryHome, input: [String] = [],
    environment: [String: String] = [:]
  ) async throws -> Outcome {
    let log = home.file("\(UUID().uuidString).log")
    let process = try TwinProcess(
      arguments, executable: executable,
      environment: home.environment.merging(environment) { $1 }, log: log)
    for line in input { try process.enter(line) }
    try process.closeInput()
    var lines: [String] = []
    for await line in process.lines { lines.append(line) }
    let ending = await process.ending()
    return Outcome(
      status: ending?.status ?? -1, output: lines.joined(separator: "\n"),
      errors: try String(contentsOf: log, encoding: .utf8))
  }
}

/// A folder of one test's own, and nothing of this machine's settings.
final class TemporaryHome: Sendable {
  let folder = FileManager.default.temporaryDirectory.appending(
    component: "understudy-integration-\(UUID().uuidString)")

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  var environment: [String: String] {
    [
      "UNDERSTUDY_HOME": file("home").path, "HOME": folder.path, "PATH": "/usr/bin:/bin",
      "XDG_RUNTIME_DIR": folder.path,
    ]
  }

  func file(_ name: String) -> URL { folder.appending(component: name) }

  func write(_ text: String, to name: String) throws {
    let file = file(name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file, options: .atomic)
  }
}
