import ArgumentParser
import Engine
import Foundation
import Model
import Rules
import Store

struct ReplayCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Hold rules against stored messages: what they would have done. Nothing is sent.",
    discussion: """
      The messages of monitored chats are stored with what was decided about them; the rules of DIR \
      (default: the home's) decide again, at the instants at which it was decided then, with the \
      limits, caps and the owner's own messages of that time. No model is asked.

      Examples:
        understudy replay --since 7d --diff
        understudy replay drafts/rules --since 2026-03-01 --until 2026-03-08 --chat @ada
        understudy replay --since 30d --cost --price 0.15/0.60 --json

      Exit status: 0 on success, 1 if the rules have problems, 2 if nothing could be run.
      """)

  @Argument(
    help: ArgumentHelp("The folder of rules (default: the home's).", valueName: "dir"),
    completion: .directory)
  var folder: String?

  @OptionGroup var options: StoredAccountOptions

  @Option(help: "From when on: a span before now (7d, 12h) or a date (2026-03-01).")
  var since = "7d"

  @Option(help: "Until when, likewise (default: now).")
  var until: String?

  @Option(help: "One chat alone: @name, its title, u:ID, c:ID, ch:ID or its number.")
  var chat: String?

  @Flag(help: "Only messages about which the rules would decide otherwise.")
  var diff = false

  @Flag(help: "What the answers would cost, in tokens.")
  var cost = false

  @Option(help: "Prices of a million tokens, in and out: 0.15/0.60. With --cost.")
  var price: String?

  @Flag(help: "Begin with a copy of what the rules keep now (default: with nothing).")
  var state = false

  @Flag(help: "One JSON object a line, a summary last.")
  var json = false

  func run() async throws {
    let path = try RuleFolderChoice.existing(folder, options.home)
    let price = try self.price.map { try Price($0) }
    let now = WallClock.system.now
    let span = try ReplaySpan(since: since, until: until, now: now)
    let store = try options.home.resolveHome().openExistingStore()
    let rules: RuleSet
    do throws(RuleLoadError) {
      rules = try RuleSet.load(try RuleFolder(path: path).read())
    } catch {
      for problem in error.errors { Terminal.say(Printable.text("\(problem)")) }
      throw CommandStatus.problems.code
    }
    let account = try await options.one(in: store)
    var place: PeerID?
    if let chat { place = try await StoredPeer.resolve(chat, in: store, account: account) }
    let replay = Replay(rules: rules, store: store, account: account, startsWithState: state)
    let report = try await replay.run(since: span.since, until: span.until, chat: place) { entry in
      guard entry.isChanged || !diff else { return }
      if json { try JSONLines.write(EntryRow(entry)) } else { show(entry) }
    }
    try json
      ? JSONLines.write(SummaryRow(report, price: price))
      : show(report, price: price)
  }

  private func show(_ entry: Replay.Entry) {
    let message = entry.message
    let text = message.text.split(whereSeparator: \.isNewline).joined(separator: " ")
    Terminal.say(
      Printable.text(
        "\(message.reference)  \(message.date.localMinutes)  \(entry.chat.title)  “\(text.shortened(to: 60))”"
      ))
    if entry.isChanged {
      Terminal.say(Printable.text("  was  \(entry.before.summary)"))
      Terminal.say(Printable.text("  now  \(entry.after.summary)"))
      for difference in PlanDifference.between(entry.before.plan, entry.after.plan) {
        Terminal.say(Printable.text("       \(difference.line)"))
      }
    } else {
      Terminal.say(Printable.text("  \(entry.after.summary)"))
    }
  }

  private func show(_ report: Replay.Report, price: Price?) {
    for problem in report.problems { Terminal.say(Printable.text("failed: \(problem)")) }
    Terminal.say(
      "\(report.changed) of \(report.decided) messages would be decided otherwise; "
        + "\(report.answeredBefore) were answered, \(report.answeredAfter) would be. Nothing was sent."
    )
    if report.timers > 0 { Terminal.say("Timers ran \(report.timers) times, and told nobody.") }
    if report.skipped > 0 {
      Terminal.say(
        "\(report.skipped) more were stopped by guards that a replay does not know, and left out.")
    }
    guard cost else { return }
    let tokens = report.cost
    var line =
      "Cost: \(tokens.calls) calls of the model, about \(tokens.promptTokens) tokens in and "
      + "\(tokens.completionTokens) out"
    if let price { line += ", \(price.text(of: tokens))" }
    Terminal.say(line + ".")
  }

  /// Prices of a million tokens.
  struct Price {
    let prompt: Double
    let completion: Double

    init(_ text: String) throws {
      let parts = text.split(separator: "/").map { Double($0) }
      guard parts.count == 2, let prompt = parts[0], let completion = parts[1],
        (0...100_000).contains(prompt), (0...100_000).contains(completion)
      else {
        throw CommandError(
          .usage, "\"\(text)\" is no price.",
          remedy: "Write the prices of a million tokens: 0.15/0.60.")
      }
      self.prompt = prompt
      self.completion = completion
    }

    func sum(of cost: Replay.Cost) -> Double {
      (Double(cost.promptTokens) * prompt + Double(cost.completionTokens) * completion) / 1_000_000
    }

    func text(of cost: Replay.Cost) -> String {
      sum(of: cost).formatted(
        .number.precision(.fractionLength(4)).locale(Locale(identifier: "en_US_POSIX")))
    }
  }

  private struct EntryRow: Encodable {
    let event = "decision"
    let chat: PeerID
    let message: Int32
    let at: Timestamp
    let text: String
    let changed: Bool
    let before: Side
    let after: Side
    /// Where the actions and rules are the same: in what they differ.
    let differences: [PlanDifference]

    struct Side: Encodable {
      let stop: GuardStop.Kind?
      let actions: [String]
      let rules: [String]
      let due: Timestamp?
      let reason: String

      enum CodingKeys: String, CodingKey {
        case stop = "guard"
        case actions, rules, due, reason
      }

      init(_ result: Replay.Result) {
        stop = result.stop
        actions = result.plan.claims.map(\.action.name)
        rules = result.plan.claims.map(\.rule)
        due = result.plan.speech?.pace?.due
        reason = result.reason
      }
    }

    init(_ entry: Replay.Entry) {
      chat = entry.message.chat
      message = entry.message.id
      at = entry.message.date
      text = entry.message.text
      changed = entry.isChanged
      before = Side(entry.before)
      after = Side(entry.after)
      differences = PlanDifference.between(entry.before.plan, entry.after.plan)
    }
  }

  private struct SummaryRow: Encodable {
    let event = "summary"
    let messages: Int
    let decided: Int
    let changed: Int
    let answeredBefore: Int
    let answeredAfter: Int
    let skipped: Int
    let timers: Int
    let sent = 0
    let calls: Int
    let promptTokens: Int
    let completionTokens: Int
    let price: Double?
    let problems: [String]

    enum CodingKeys: String, CodingKey {
      case event, messages, decided, changed, skipped, timers, sent, calls, price, problems
      case answeredBefore = "answered_before"
      case answeredAfter = "answered_after"
      case promptTokens = "prompt_tokens"
      case completionTokens = "completion_tokens"
    }

    init(_ report: Replay.Report, price: Price?) {
      messages = report.messages
      decided = report.decided
      changed = report.changed
      answeredBefore = report.answeredBefore
      answeredAfter = report.answeredAfter
      skipped = report.skipped
      timers = report.timers
      calls = report.cost.calls
      promptTokens = report.cost.promptTokens
      completionTokens = report.cost.completionTokens
      self.price = price?.sum(of: report.cost)
      problems = report.problems
    }
  }
}

/// The stretch of time that a replay covers.
struct ReplaySpan {
  let since: Timestamp
  let until: Timestamp

  init(since: String, until: String?, now: Timestamp) throws {
    self.since = try Self.instant(since, now: now)
    self.until = try until.map { try Self.instant($0, now: now) } ?? now.advanced(by: .seconds(1))
    guard self.since < self.until else {
      throw CommandError(.usage, "--since lies after --until.")
    }
  }

  /// `7d` and `12h` before now, `2026-03-01` at midnight here, or an ISO 8601 instant.
  private static func instant(_ text: String, now: Timestamp) throws -> Timestamp {
    if let number = Int64(text.dropLast()), number >= 0, number < 100_000, let unit = text.last,
      let seconds = ["m": 60, "h": 3600, "d": 86_400, "w": 604_800][unit]
    {
      return now.advanced(by: .seconds(number * Int64(seconds)) * -1)
    }
    let day = Date.ISO8601FormatStyle(timeZone: .current).year().month().day()
    if text.count == 10, let date = try? day.parse(text) { return Timestamp(date) }
    if let instant = Timestamp(iso8601: text) { return instant }
    throw CommandError(
      .usage, "\"\(text)\" is no time.",
      remedy: "Write a span such as 7d or 12h, or a date such as 2026-03-01."
    )
  }
}
