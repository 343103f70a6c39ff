import ArgumentParser
import Engine
import Foundation
import Model
import Rules
import Store

struct TimersCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "timers",
    abstract: "List the timers: when each is due, when it last ran and how that ended.",
    discussion: """
      The timers are those of the home's rules as the files stand now; a running twin takes a changed file \
      up within a second. Works beside a running twin, and without a network. What a timer's last run \
      noted and logged: understudy why FILE/NAME.

      Examples:
        understudy timers
        understudy timers --json

      Exit status: 0 all well, 1 the rules cannot be used, 2 could not run.
      """)

  @OptionGroup var options: StoredAccountOptions

  @Flag(help: "One JSON object a line, a timer each.")
  var json = false

  func run() async throws {
    let home = options.home.resolveHome()
    let path = try RuleFolderChoice.existing(nil, options.home)
    var rules: RuleSet?
    do throws(RuleLoadError) {
      rules = try RuleSet.load(try RuleFolder(path: path).read())
    } catch {
      Terminal.note(
        "The rules cannot be used (see 'understudy check'); this is what the twin has in its calendar."
      )
    }
    let now = WallClock.system.now
    // Before the first login the rules alone can tell.
    let store = home.hasDatabase ? try home.openExistingStore() : nil
    let accounts = if let store { try await options.all(in: store) } else { [AccountID]() }
    var lists: [(account: AccountID?, list: TimerList)] = []
    for account in accounts {
      lists.append(
        (
          account,
          TimerList(
            rules?.timers, stored: try await store?.timers(of: account) ?? [], account: account,
            now: now)
        ))
    }
    if accounts.isEmpty {
      lists.append((nil, TimerList(rules?.timers, stored: [], account: nil, now: now)))
    }
    if json {
      for row in lists.flatMap(\.list.rows) { try JSONLines.write(row) }
    } else {
      show(lists, rules)
    }
    if rules == nil { throw CommandStatus.problems.code }
  }

  private func show(_ lists: [(account: AccountID?, list: TimerList)], _ rules: RuleSet?) {
    guard lists.contains(where: { !$0.list.rows.isEmpty }) else {
      return Terminal.say("The rules declare no timers: every \"name\" { at = \"18:00\", ... }.")
    }
    for (account, list) in lists {
      if lists.count > 1, let account { Terminal.say("Account \(account)") }
      Terminal.say(list.text { rules?.localTime(at: $0) ?? $0.localMinutes })
    }
    if let rules { Terminal.say("Times are those of \(rules.account.zone).") }
  }
}
