import ArgumentParser
import Engine
import Foundation
import Model
import Providers
import Rules
import Store
import Telegram

struct StatusCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Show accounts, queue, kill switch, rules and the model.",
    discussion: """
      Works beside a running twin, and without a network.

      Examples:
        understudy status
        understudy status --json
      """)

  @OptionGroup var homeOptions: HomeOptions

  @Flag(help: "One JSON object a line: an account each.")
  var json = false

  func run() async throws {
    let home = homeOptions.resolveHome()
    let settings = try homeOptions.settings()
    let store = try home.openExistingStore()
    let now = WallClock.system.now
    var rows: [AccountRow] = []
    let rules = rules(of: home)
    let limits = rules.set?.account ?? AccountSettings()
    let today = ModelBudget.dayStart(of: now, in: limits.zone)
    for session in try await store.sessions() {
      let queue = try await store.summary(
        of: session.account, since: now.advanced(by: .seconds(-86_400)))
      let server = try await ServerChoice(nil, settings)
        .server(of: session.account, in: store)
      let proxy = try await ProxyChoice(option: nil, settings)
        .proxy(of: session.account, in: store)
      rows.append(
        AccountRow(
          session, server: server, proxy: proxy, queue: queue,
          metrics: try await store.metrics(of: session.account),
          budget: limits.budget.report(
            try await store.modelUse(of: session.account, since: today)), now: now))
    }
    if json {
      for row in rows { try JSONLines.write(row) }
      return
    }
    Terminal.say("Home     \(home.path)")
    Terminal.say("Rules    \(rules.text)")
    Terminal.say("Model    \(Models.description(settings))")
    for line in Models.voiceDescription(settings) {
      Terminal.say("\(line.title.padding(toLength: 9, withPad: " ", startingAt: 0))\(line.text)")
    }
    if rows.isEmpty { Terminal.say("Account  none; run 'understudy login'") }
    for row in rows { Terminal.say("\n\(row.text)") }
  }

  private func rules(of home: Home) -> (set: RuleSet?, text: String) {
    do throws(RuleLoadError) {
      let rules = try RuleSet.load(try RuleFolder(path: home.rules).read())
      let text =
        "\(rules.summary.rules.count.of("rule")) in \(rules.summary.files.count.of("file")), "
        + rules.warnings.count.of("warning")
      return (rules, text)
    } catch {
      return (nil, "\(error.errors.count.of("problem")); see 'understudy check'")
    }
  }
}

/// One account of `status --json`; counts are of the last 24 hours.
private struct AccountRow: Encodable {
  let account: AccountID
  let name: String
  let username: String?
  let dc: Int
  /// Its host and port, where it is not Telegram's.
  let server: String?
  /// Its kind, host and port.
  let proxy: String?
  let sessionCreated: Timestamp
  let sessionAgeDays: Int
  let sessionUsed: Timestamp
  let queue: QueueSummary
  /// What rules have counted.
  let metrics: [Metric]
  /// What of the budget of models is used today, a line for each limit.
  let budget: [String]

  enum CodingKeys: String, CodingKey {
    case account, name, username, dc, server, proxy, queue, metrics, budget
    case sessionCreated = "session_created"
    case sessionAgeDays = "session_age_days"
    case sessionUsed = "session_used"
  }

  init(
    _ session: StoredSession, server: OwnServer?, proxy: Proxy?, queue: QueueSummary,
    metrics: [Metric], budget: [String], now: Timestamp
  ) {
    self.metrics = metrics
    self.budget = budget
    self.server = server?.description
    self.proxy = proxy?.description
    account = session.account
    name = session.firstName
    username = session.username
    dc = session.dc
    sessionCreated = session.created
    sessionAgeDays = session.ageInDays(at: now)
    sessionUsed = session.used
    self.queue = queue
  }

  var text: String {
    let title = username.map { "\(name) (@\($0))" } ?? name
    var lines = [
      "Account  \(Printable.line(title)), id \(account), data center \(dc)",
      "Session  \(sessionAgeDays) days old, last used \(sessionUsed.localMinutes)",
    ]
    if let server { lines.append("Server   \(server), not Telegram's") }
    if let proxy { lines.append("Proxy    \(proxy)") }
    if sessionAgeDays >= StoredSession.oldAge {
      lines.append("         older than \(StoredSession.oldAge) days: log in again for a fresh one")
    }
    let next = queue.nextDue.map { ", the next due \($0.localMinutes)" } ?? ""
    lines.append(
      "Queue    \(queue.pending.of("answer")) waiting\(next); \(queue.undecided) undecided")
    lines.append(
      "24 h     \(queue.decisions.of("decision")), \(queue.sent) sent, \(queue.cancelled) cancelled, "
        + "\(queue.failed) failed")
    if !metrics.isEmpty {
      let shown = metrics.map { metric in
        "\(metric.name) \(Int64(exactly: metric.total).map(String.init) ?? String(metric.total))"
      }
      lines.append("Counted  \(shown.joined(separator: ", "))")
    }
    for (index, line) in budget.enumerated() {
      lines.append("\(index == 0 ? "Budget " : "       ")  \(line)")
    }
    lines.append(
      queue.isHalted
        ? "Stopped  YES: nothing is sent until /start is written into Saved Messages"
        : "Stopped  no (/stop in Saved Messages stops everything)")
    return lines.joined(separator: "\n")
  }
}
