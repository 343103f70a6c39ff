import ArgumentParser
import Engine
import Foundation
import Rules

struct NewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Begin a rule, a persona or a monitor: a commented file, and its tests.",
    discussion: """
      Both files pass check and test as they are; nothing is written over. What is made fits the rules that \
      are there: it uses one of their monitors, and brings its own only where none will do.

      Examples:
        understudy new rule scarf
        understudy new persona "at the office" ~/rules
        understudy new monitor clients
      """,
    subcommands: [NewRuleCommand.self, NewPersonaCommand.self, NewMonitorCommand.self])
}

struct NewRuleCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rule", abstract: "Begin a rule.",
    discussion: """
      Example:
        understudy new rule "late invoice"
      """)

  @OptionGroup var options: NewOptions

  func run() async throws { try await options.make(.rule) }
}

struct NewPersonaCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "persona", abstract: "Begin a persona, with a rule to try it.",
    discussion: """
      Example:
        understudy new persona "at the office"
      """)

  @OptionGroup var options: NewOptions

  func run() async throws { try await options.make(.persona) }
}

struct NewMonitorCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "monitor", abstract: "Begin a monitor.",
    discussion: """
      Example:
        understudy new monitor clients
      """)

  @OptionGroup var options: NewOptions

  func run() async throws { try await options.make(.monitor) }
}

struct NewOptions: ParsableArguments {
  @Argument(help: "Its name: letters, digits, spaces and . _ - signs, a letter or digit first.")
  var name: String

  @Argument(
    help: ArgumentHelp("The folder (default: the home's rules).", valueName: "dir"),
    completion: .directory)
  var folder: String?

  @OptionGroup var homeOptions: HomeOptions

  @Flag(help: "One JSON object a line: a file each.")
  var json = false

  func make(_ kind: Scaffold.Kind) async throws {
    guard let file = Scaffold.fileName(for: name) else {
      throw CommandError(
        .usage, "\"\(Printable.line(name))\" cannot be the name of a \(kind.rawValue).",
        remedy: "Names are 1 to 64 letters, digits, spaces and . _ - signs, a letter or digit "
          + "first, and do not end in _test.")
    }
    let path = try RuleFolderChoice.existing(folder, homeOptions)
    let files = ["\(path)/\(file).lua", "\(path)/\(file)_test.lua"]
    for file in files where FileManager.default.fileExists(atPath: file) {
      throw CommandError(
        .problems, "\(file) is there already, and is not written over.",
        remedy: "Choose another name.")
    }
    let scaffold = try await ScaffoldFitting(folder: RuleFolder(path: path))
      .fitted(kind, name: name, file: file)
    try write(scaffold.text, to: files[0])
    try write(scaffold.tests, to: files[1])
    if !json {
      Terminal.say("Both pass understudy check and understudy test; now make them yours.")
    }
  }

  private func write(_ text: String, to path: String) throws {
    do {
      try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .withoutOverwriting)
    } catch {
      throw CommandError(
        .usage, "\(path) cannot be written: \(error.localizedDescription)",
        remedy: "Check the permissions of the folder.")
    }
    if json {
      try JSONLines.write(Row(path: path))
    } else {
      Terminal.say("written  \(Printable.line(path))")
    }
  }

  private struct Row: Encodable {
    let event = "file"
    let path: String
    let state = "written"
  }
}
