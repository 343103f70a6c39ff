import ArgumentParser
import Engine
import Foundation
import Model
import Rules

struct PreviewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "preview",
    abstract: "Draw a delay or a week of hours, as the rules declare them.",
    discussion: """
      Needs no account and no network, and no home either when a folder is named.

      Examples:
        understudy preview delay human
        understudy preview hours work examples/freelancer --week 2026-12-21
      """,
    subcommands: [PreviewDelayCommand.self, PreviewHoursCommand.self])
}

/// The rules that are looked at.
struct PreviewRules: ParsableArguments {
  @Argument(
    help: ArgumentHelp("The folder of rules (default: the home's).", valueName: "dir"),
    completion: .directory)
  var folder: String?

  @OptionGroup var homeOptions: HomeOptions

  /// - Throws: ``CommandError`` naming the first problem, when the rules cannot be used.
  func load() throws -> RuleSet {
    let path = folder ?? homeOptions.resolveHome().rules
    do throws(RuleLoadError) {
      return try RuleSet.load(try RuleFolder(path: URL(fileURLWithPath: path).path).read())
    } catch {
      let first = error.problems.first { $0.severity == .error }
      throw CommandError(
        .problems, "The rules cannot be used: \(first.map { "\($0)" } ?? "\(error)").",
        remedy: "See all that is wrong with 'understudy check'.")
    }
  }
}

extension RuleSet {
  /// - Throws: ``CommandError`` for what is no time.
  fileprivate func previewInstant(_ text: String?, zone: ZoneTable? = nil) throws -> Timestamp? {
    guard let text else { return nil }
    guard let instant = instant(text, after: WallClock.system.now, zone: zone) else {
      throw CommandError(
        .usage, "\"\(text)\" is no time.",
        remedy: "Write \"2026-11-21 22:30\", \"sat 22:30\" or 22:30, by the clock of "
          + "\(zone?.name ?? account.zone); or with a zone: 2026-11-21T22:30:00Z.")
    }
    return instant
  }
}

extension CommandError {
  init(_ error: PreviewError) {
    self.init(
      error.kind == .unknownName ? .problems : .usage, error.message, remedy: error.hint)
  }
}

struct PreviewDelayCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "delay",
    abstract: "How long answers take: a histogram of many samples, and what they are made of.",
    discussion: """
      The same seed gives the same samples. A delay's function gets made-up messages of a contact, \
      every other one a question.

      Examples:
        understudy preview delay human
        understudy preview delay human --length 400 --reply 60 --json
      """)

  @Argument(help: "The name of the delay.")
  var name: String

  @OptionGroup var rules: PreviewRules

  @Option(help: "Characters of the message.")
  var length = 80

  @Option(help: "Characters of the answer (default: as many as the message).")
  var reply: Int?

  @Option(help: "How many samples, 1 to 100000.")
  var samples = 1000

  @Option(help: "What the samples are drawn from.")
  var seed: Int64 = 1

  @Option(
    help: ArgumentHelp(
      "What a delay's function sees as now: \"2026-11-21 22:30\", \"sat 22:30\" or 22:30 by the account's "
        + "clock, or 2026-11-21T22:30:00Z (default: the clock).",
      valueName: "time"))
  var at: String?

  @Flag(help: "One JSON object; times in milliseconds.")
  var json = false

  func validate() throws {
    guard (1...100_000).contains(samples) else {
      throw ValidationError("--samples must be 1 to 100000.")
    }
    guard (0...100_000).contains(length), (0...100_000).contains(reply ?? 0) else {
      throw ValidationError("--length and --reply must be 0 to 100000.")
    }
  }

  func run() async throws {
    let set = try rules.load()
    let now = try set.previewInstant(at) ?? WallClock.system.now
    let request = DelayPreview.Request(
      length: length, reply: reply ?? length, samples: samples, seed: seed, now: now)
    do {
      let preview = try await set.preview(delay: name, request)
      if json {
        try JSONLines.write(preview)
      } else {
        Terminal.say(DelayChart(preview, colors: Terminal.hasColors).text)
        if at != nil {
          Terminal.say("\nAs of \(set.localTime(at: now)) by the clock of \(set.account.zone).")
        }
      }
    } catch let error as PreviewError {
      throw CommandError(error)
    } catch let problem as RuleProblem {
      throw CommandError(.problems, "\(problem).")
    }
  }
}

struct PreviewHoursCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hours",
    abstract: "A week of hours: days down, half hours across, with holidays and clock changes.",
    discussion: """
      Examples:
        understudy preview hours work
        understudy preview hours work --week 2026-12-21 --zone America/New_York
        understudy preview hours work --at "sat 22:30"
      """)

  @Argument(help: "The name of the hours.")
  var name: String

  @OptionGroup var rules: PreviewRules

  @Option(
    help: ArgumentHelp("A day of the week to show (default: today).", valueName: "date"))
  var week: String?

  @Option(
    help: ArgumentHelp(
      "Also whether they are open then: \"2026-11-21 22:30\", \"sat 22:30\" or 22:30 by the clock that is "
        + "shown, or 2026-11-21T22:30:00Z.", valueName: "time"))
  var at: String?

  @Option(
    help: ArgumentHelp(
      "Show it by the clock of this zone (default: the hours' own). Hours of the sender's zone are "
        + "shown for a sender who lives there.", valueName: "zone"))
  var zone: String?

  @Flag(help: "One JSON object: 48 cells a day, # open, + partly, . closed, - skipped.")
  var json = false

  func validate() throws {
    if week != nil, at != nil { throw ValidationError("Either --week or --at.") }
  }

  func run() async throws {
    let set = try rules.load()
    do {
      let shown = try set.shownZone(ofHours: name, zone)
      let instant = try set.previewInstant(at, zone: shown)
      let preview = try set.preview(
        hours: name, date: week, zone: zone, at: instant, now: WallClock.system.now)
      if json {
        try JSONLines.write(preview)
      } else {
        Terminal.say(HoursChart(preview, colors: Terminal.hasColors).text)
      }
    } catch let error as PreviewError {
      throw CommandError(error)
    }
  }
}
