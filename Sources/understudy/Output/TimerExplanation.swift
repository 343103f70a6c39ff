import Model
import Store

/// A timer as `understudy why` tells it: when it is due, and how its last run went.
struct TimerExplanation: Encodable {
  let id: String
  let next: Timestamp
  let last: TimerRun?

  var text: String {
    guard let last else { return "timer \(id) has not run yet; it is due \(next.localMinutes)" }
    let actions = last.plan.claims.map(\.action.name).joined(separator: ", ")
    var lines = [
      "timer \(id), due \(last.due.localMinutes), ran at \(last.at.localMinutes): "
        + (actions.isEmpty ? "nothing" : actions),
      "  \(last.reason)",
    ]
    for claim in last.plan.claims {
      if case .notify(let text) = claim.action { lines.append("  “\(text)”") }
    }
    if !last.notes.isEmpty { lines += ["", "Notes:"] + last.notes.map { "  \($0)" } }
    if !last.problems.isEmpty { lines += ["", "Failed:"] + last.problems.map { "  \($0)" } }
    if next.milliseconds < .max { lines += ["", "Due next: \(next.localMinutes)"] }
    return lines.joined(separator: "\n")
  }
}
