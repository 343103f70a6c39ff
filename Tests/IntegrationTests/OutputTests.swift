import Foundation
import Testing

@testable import understudy

extension Integration {
  @Suite("Standard output", .timeLimit(.minutes(5)))
  struct OutputTests {
    /// One prints JSON, the other text.
    private static let commands = ["check --json rules", "call --list help"]

    /// Runs a shell script in a home; it has the program as `$0`.
    private func run(_ script: String) async throws -> (status: Int32, errors: String) {
      let home = try TemporaryHome()
      #expect(try await Program.run(["init"], home: home).status == 0)
      let log = home.file("shell.log")
      let shell = try TwinProcess(
        ["-c", "cd \"$UNDERSTUDY_HOME\"; " + script, Program.executable.path],
        executable: URL(fileURLWithPath: "/bin/sh"), environment: home.environment, log: log)
      try shell.closeInput()
      let status = await shell.ending()?.status ?? -1
      return (status, try String(contentsOf: log, encoding: .utf8))
    }

    @Test(
      "A reader that has gone ends a command without a word, as a pipe's end does",
      arguments: commands)
    func closed(command: String) async throws {
      // The pipe's reading end is closed before the program writes.
      let (status, errors) = try await run(
        "mkfifo p; exec 3<>p 4>p 3<&-; exec \"$0\" \(command) >&4")
      #expect(status == CommandStatus.outputClosed.rawValue)
      #expect(errors.isEmpty, "\(errors)")
    }

    @Test("A full disk behind standard output is told", arguments: commands)
    func full(command: String) async throws {
      let (status, errors) = try await run("exec \"$0\" \(command) > /dev/full")
      #expect(status == CommandStatus.usage.rawValue)
      #expect(errors.contains("No space left on device"), "\(errors)")
    }
  }
}
