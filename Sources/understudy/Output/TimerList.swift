import Foundation
import Model
import Rules
import Store

/// The timers that the rules declare, with what the twin knows of each.
struct TimerList {
  /// One of them, as `timers --json` writes it.
  struct Row: Encodable {
    /// How the last run ended.
    enum Ending: String, Encodable {
      case acted, nothing, missed, failed
    }

    struct Last: Encodable {
      let due: Timestamp
      let at: Timestamp
      let ending: Ending
      /// What was done, or why nothing was.
      let text: String

      init(_ run: TimerRun) {
        due = run.due
        at = run.at
        if let problem = run.problems.first {
          (ending, text) = (.failed, problem)
        } else if run.isMissed == true {
          (ending, text) = (.missed, run.reason)
        } else if run.plan.isEmpty {
          (ending, text) = (.nothing, run.reason)
        } else {
          ending = .acted
          text = run.plan.claims.map { claim in
            claim.action.name + (claim.action.shownText.map { ": “\($0)”" } ?? "")
          }.joined(separator: ", ")
        }
      }

      var line: String { ending == .acted ? text : "\(ending.rawValue): \(text)" }
    }

    let event = "timer"
    /// `file/name`.
    let timer: String
    let account: AccountID?
    /// Nil: the rules of today do not declare it.
    var schedule: String?
    var file: String?
    var line: Int?
    /// Nil: it has no further time, or the first one is counted from when the twin takes it up.
    var next: Timestamp?
    /// The twin has it in its calendar, with this schedule.
    var known = false
    var last: Last?
  }

  let rows: [Row]

  /// - Parameters:
  ///   - declared: nil where the rules cannot be read.
  ///   - stored: what the twin of the account knows.
  init(
    _ declared: [RuleTimer]?, stored: [(row: TimerRow, last: TimerRun?)], account: AccountID?,
    now: Timestamp
  ) {
    let known = Dictionary(stored.map { ($0.row.id, $0) }) { first, _ in first }
    var rows = (declared ?? []).map { timer in
      var row = Row(timer: timer.id, account: account)
      row.schedule = timer.words
      row.file = timer.file
      row.line = timer.line
      let mine = known[timer.id]
      row.known = mine?.row.schedule == timer.schedule
      if row.known {
        row.next = mine?.row.next
      } else if timer.isByClock {
        row.next = timer.next(after: now, anchor: now)
      }
      row.last = mine?.last.map(Row.Last.init)
      return row
    }
    let ids = Set(rows.map(\.timer))
    for (row, last) in stored where !ids.contains(row.id) {
      var left = Row(timer: row.id, account: account)
      left.next = row.next
      left.known = true
      left.last = last.map(Row.Last.init)
      rows.append(left)
    }
    for index in rows.indices where rows[index].next?.milliseconds == .max {
      rows[index].next = nil
    }
    self.rows = rows.sorted { $0.timer < $1.timer }
  }

  /// - Parameter clock: shows an instant.
  func text(clock: (Timestamp) -> String) -> String {
    var table = Table("TIMER", "WHEN", "NEXT", "LAST", "WHAT CAME OF IT")
    for row in rows {
      let next =
        row.next.map(clock)
        ?? (row.known ? "never again" : "counted from when the twin takes it up")
      table.add(
        row.timer, row.schedule ?? "no longer declared", next,
        row.last.map { clock($0.at) } ?? "never", row.last?.line ?? "")
    }
    return table.render(widest: 60)
  }
}
