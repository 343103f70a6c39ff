import Engine
import Foundation
import Model
import Rules

/// A console at work: takes a line, gives what is to be shown.
struct ConsoleSession {
  struct Answer {
    var text: String?
    var isEnd = false
  }

  private let folder: RuleFolder
  private var sources: [RuleSource] = []
  /// Nil while the files have problems; then `reload` is what helps.
  private var rules: RuleSet?
  private var problems: [RuleProblem] = []
  private var stage: ConsoleStage?

  init(folder: RuleFolder) {
    self.folder = folder
    load()
  }

  var greeting: String {
    guard let rules else { return "\(loadReport)\n'help' tells what can be said." }
    let summary = rules.summary
    return "\(summary.rules.count.of("rule")), \(summary.monitors.count.of("monitor")). "
      + "'help' tells what can be said."
  }

  /// What can be completed now.
  var words: [String] {
    var words = ConsoleCommandWord.allCases.map(\.rawValue) + ConsolePhrase.words
    words += EditorSupport.names
    if let summary = rules?.summary {
      words += summary.rules.map(\.id)
      for list in ConsoleListing.lists(summary) { words += list.rows.map(\.name) }
    }
    return Set(words).sorted()
  }

  mutating func take(_ line: String) async -> Answer {
    let line = line.trimmingCharacters(in: .whitespaces)
    guard !line.isEmpty, !line.hasPrefix("--") else { return Answer() }
    let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
    let rest = parts.count > 1 ? parts[1].trimmingCharacters(in: .whitespaces) : ""
    // A word that goes on as Lua does is Lua: `rules` is a command, `rules.x` and `ai.complete` are not.
    guard let word = ConsoleCommandWord(rawValue: parts[0]), !rest.hasPrefix("="),
      !rest.hasPrefix("(")
    else { return Answer(text: await evaluate(line)) }
    do {
      return try await carryOut(word, rest)
    } catch {
      return Answer(text: "\(error)")
    }
  }

  private mutating func carryOut(
    _ word: ConsoleCommandWord, _ rest: String
  ) async throws -> Answer {
    switch word {
    case .help: return Answer(text: ConsoleCommandWord.manual)
    case .quit: return Answer(isEnd: true)
    case .reload:
      load()
      return Answer(text: loadReport)
    case .rules, .monitors, .filters, .hours, .delays, .personas, .limits, .timers:
      return Answer(text: ConsoleListing.text(word, try usable().summary))
    case .show:
      return Answer(text: try ConsoleListing.details(of: rest, sources, try usable().summary))
    case .say:
      let phrase = try ConsolePhrase(rest)
      var stage = try usableStage()
      let text = await stage.say(phrase)
      self.stage = stage
      return Answer(text: text)
    case .owner, .ai, .http, .tg, .at, .wait, .now, .why:
      var stage = try usableStage()
      let text = try stage.carryOut(word, rest)
      let passed = await stage.letTimePass()
      self.stage = stage
      return Answer(text: passed.isEmpty ? text : "\(text)\n\(passed)")
    }
  }

  private func usable() throws -> RuleSet {
    guard let rules else { throw ConsoleError("\(loadReport)\nMend them, then: reload") }
    return rules
  }

  private func usableStage() throws -> ConsoleStage {
    _ = try usable()
    guard let stage else { throw ConsoleError(loadReport) }
    return stage
  }

  private mutating func load() {
    do throws(RuleLoadError) {
      sources = try folder.read()
      let set = try RuleSet.load(sources)
      rules = set
      problems = set.warnings
      stage = ConsoleStage(rules: set, keeping: stage)
    } catch {
      rules = nil
      problems = error.problems
    }
  }

  private var loadReport: String {
    let list = problems.map { "\($0.severity == .warning ? "warning: " : "")\($0)" }
    guard let rules else {
      return (list + ["The rules cannot be used."]).joined(separator: "\n")
    }
    return (list + ["\(rules.summary.rules.count.of("rule")) in force here."]).joined(
      separator: "\n")
  }

  private func evaluate(_ line: String) async -> String {
    guard let stage else { return "\(loadReport)\nMend them, then: reload" }
    let result = await RuleSet.evaluate(line, beside: sources, stage.input, host: stage.host)
    var lines = result.notes.map { $0.hasPrefix("log: ") ? $0 : "note: \($0)" }
    if let error = result.error { lines.append("error: \(error)") }
    lines += result.values
    return lines.isEmpty ? "nothing" : lines.joined(separator: "\n")
  }
}

/// A line that cannot be carried out, in words.
struct ConsoleError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}

/// What a line may begin with.
enum ConsoleCommandWord: String, CaseIterable {
  case say, why, owner, ai, http, tg, at, wait, now
  case rules, monitors, filters, hours, delays, personas, limits, timers, show
  case reload, help, quit

  static let manual = """
    say "text" [from [stranger|bot] NAME] [in private|group|channel ["TITLE"]] [mentioning]
        [replying] [forwarded] [with voice|photo|... ["WHAT IS HEARD"]]
                       what would be done about a message; NAME is a word, "a name", @name or u:5001,
                       somebody of the address book unless it says stranger
    why                all about the last one: each rule that was asked, and why not the others
    owner "text"       the owner writes in the chat of the last message, by hand
    ai "text"          what the model answers from now on; ai off: it cannot be reached
    http URL "text"    what the web answers there from now on; http URL 404 "text", http off: nothing
    tg METHOD JSON     what Telegram answers to tg.call from now on: tg users.getFullUser {"id": 5};
                       tg METHOD error FLOOD_WAIT_17, tg off: nothing
    at sat 23:10       moves the clock on to that time, by the account's zone; also at 23:10, and
                       at 2026-03-29 01:50
    wait 15m           moves it on by that
    now                tells it
    rules, monitors, filters, hours, delays, personas, limits, timers
                       what is declared
    show NAME          the lines of a rule or another declaration
    reload             reads the files again
    quit               or Ctrl-D
    anything else      is Lua: text.fold("Ж"), m.sender.name, x.today.weekday, ai.complete { ... }
    """
}
