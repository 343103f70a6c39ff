import ArgumentParser
import Foundation
import Model
import Sandbox

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
    let summary = try await Demo(home: home, json: json).play()
    guard summary.isFlawless else { throw ExitStatus.problems.code }
  }
}
