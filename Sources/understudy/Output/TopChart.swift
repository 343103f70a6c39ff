import Foundation
import Model

/// A look at the rules, as people see it.
struct TopChart {
  private let answer: TopAnswer
  private let rules: [TopAnswer.Rule]

  init(_ answer: TopAnswer, rules: [TopAnswer.Rule]) {
    self.answer = answer
    self.rules = rules
  }

  var text: String {
    var lines = ["\(answer.at.localMinutes), since \(answer.since.localMinutes)", ""]
    guard !rules.isEmpty else {
      return (lines + ["No rule was asked yet."]).joined(separator: "\n")
    }
    var table = Table(
      "RULE", "ASKED", "ACTED", "PASSED", "LIMITED", "OUTRANKED", "FAILED", "AVERAGE", "LONGEST")
    for rule in rules {
      table.add(
        rule.rule, "\(rule.asked)", "\(rule.acted)", "\(rule.passed)", "\(rule.limited)",
        "\(rule.outranked)", "\(rule.failed)", Self.time(rule.averageMs), Self.time(rule.longestMs))
    }
    lines.append(table.render())
    let errors = rules.compactMap { rule in rule.lastError.map { "\(rule.rule): \($0)" } }
    if !errors.isEmpty {
      lines += ["", "Last errors:"] + errors.map { "  \(Printable.line($0).prefix(200))" }
    }
    return lines.joined(separator: "\n")
  }

  private static func time(_ milliseconds: Double) -> String {
    milliseconds < 1000
      ? String(format: "%.2f ms", milliseconds) : String(format: "%.1f s", milliseconds / 1000)
  }
}
