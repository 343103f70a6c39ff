import ArgumentParser
import Foundation

@main
struct Benchmarks: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "benchmarks",
    abstract: "Measure what Understudy promises to be quick at.",
    discussion: """
      Each figure stands beside a baseline that was measured in turns with it, and the ratio of the \
      two is what counts: rates differ from machine to machine. Nothing here fails because it is slow.
      """, subcommands: [Serve.self, Accounts.self])

  @Option(help: "One suite alone: \(Suite.all.map(\.name).joined(separator: ", ")).")
  var only: String?

  @Option(help: "Contests alone whose names have this in them, as `run`.")
  var naming: String?

  @Flag(help: "One JSON object a line.")
  var json = false

  @Option(help: "How often each has its turn of about 60 ms.")
  var rounds = 9

  func validate() throws {
    guard (1...10_000).contains(rounds) else {
      throw ValidationError("--rounds must be 1 to 10,000")
    }
    guard let only, !Suite.all.contains(where: { $0.name == only }) else { return }
    throw ValidationError(
      "there is no suite \"\(only)\"; there are: "
        + Suite.all.map(\.name).joined(separator: ", "))
  }

  private func isWanted(_ name: String) -> Bool { naming.map { name.contains($0) } ?? true }

  func run() async throws {
    #if DEBUG
      FileHandle.standardError.write(
        Data("benchmarks: this is a debug build; its figures say nothing\n".utf8))
    #endif
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    if !json { Serve.say(Measurement.heading) }
    for suite in Suite.all where only == nil || only == suite.name {
      func show(_ measurement: Measurement) throws {
        let text = String(decoding: try encoder.encode(measurement), as: UTF8.self)
        Serve.say(json ? text : measurement.line)
      }
      for contest in try await suite.contests() where isWanted(contest.subject.name) {
        try show(await contest.measure(rounds: rounds))
      }
      for figure in try await suite.figures() where isWanted(figure.name) { try show(figure) }
    }
  }
}
