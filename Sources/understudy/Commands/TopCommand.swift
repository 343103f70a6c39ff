import ArgumentParser
import Foundation
import Model

struct TopCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "top",
    abstract: "What each rule of the running twin does: counts, time, errors, live.",
    discussion: """
      Counts are of messages since the twin started. A rule is asked when its 'when' fits; it acts, passes, \
      is limited, is outranked by another one, or fails. Time is from asking to answer, waiting for a \
      model included. Ctrl-C ends it.

      Examples:
        understudy top
        understudy top --once --sort time
        understudy top --json --interval 10 | jq -c 'select(.failed > 0)'
      """)

  enum Order: String, ExpressibleByArgument, CaseIterable {
    case rule, asked, time, failed
  }

  @OptionGroup var homeOptions: HomeOptions

  @Flag(help: "Once, and no more.")
  var once = false

  @Option(help: ArgumentHelp("Between two looks, 1 to 3600.", valueName: "seconds"))
  var interval = 2

  @Option(help: ArgumentHelp("What comes first: the rules' names, or the most of the others."))
  var sort = Order.asked

  @Flag(
    help: "One JSON object a line: a rule each, and an object with event \"top\" after each look.")
  var json = false

  func validate() throws {
    guard (1...3600).contains(interval) else {
      throw ValidationError("--interval must be 1 to 3600.")
    }
  }

  func run() async throws {
    let client = TwinClient(home: homeOptions.resolveHome())
    while true {
      let answer = try client.ask(.top, for: TopAnswer.self)
      try json ? write(answer) : show(answer)
      if once { return }
      try await WallClock.system.sleep(for: .seconds(interval))
    }
  }

  private struct Mark: Encodable {
    let event = "top"
    let at: Timestamp
    let since: Timestamp
    let rules: Int
  }

  private func write(_ answer: TopAnswer) throws {
    for rule in sorted(answer.rules) { try JSONLines.write(rule) }
    try JSONLines.write(
      Mark(at: answer.at, since: answer.since, rules: answer.rules.count))
  }

  private func show(_ answer: TopAnswer) {
    let text = TopChart(answer, rules: sorted(answer.rules)).text
    // From the top left, so that a terminal shows one table that changes.
    let isLive = !once && Terminal.writesToPerson
    Terminal.say(isLive ? "\u{1B}[H\u{1B}[J\(text)" : "\(text)\n")
  }

  private func sorted(_ rules: [TopAnswer.Rule]) -> [TopAnswer.Rule] {
    let weight: (TopAnswer.Rule) -> Double =
      switch sort {
      case .rule: { _ in 0 }
      case .asked: { Double($0.asked) }
      case .time: { $0.averageMs * Double($0.asked) }
      case .failed: { Double($0.failed) }
      }
    return rules.sorted { (weight($1), $0.rule) < (weight($0), $1.rule) }
  }
}
