import ArgumentParser
import Foundation
import Model
import Sandbox
import UnixSignals

struct DemoCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Play a day of the twin in about a minute: no account, no key, no network.",
    discussion: """
      A Telegram server and a model run on this machine alone. The owner logs in, contacts write, the \
      shipped rules decide, and answers go out over MTProto on a fast clock; a rule file is edited on \
      the way, and the twin is killed once in the middle of a send.

      Examples:
        understudy demo
        understudy demo --json | jq -c 'select(.event == "decision")'

      Exit status: 0 only if what arrived at the contacts is what the plans said, each message once.
      """)

  @Flag(help: "One JSON object a line, a summary last.")
  var json = false

  func run() async throws {
    let home = FileManager.default.temporaryDirectory.appending(
      component: "understudy-demo-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: home) }
    let json = json
    let signals = await UnixSignalsSequence(trapping: .sigint, .sigterm)
    let summary = try await withThrowingTaskGroup(of: DemoLedger.Summary.self) { group in
      group.addTask { try await Demo(home: home, json: json).play() }
      group.addTask {
        for await _ in signals { break }
        throw CancellationError()
      }
      defer { group.cancelAll() }
      guard let summary = try await group.next() else { throw CancellationError() }
      return summary
    }
    guard summary.isFlawless else { throw CommandStatus.problems.code }
  }
}
