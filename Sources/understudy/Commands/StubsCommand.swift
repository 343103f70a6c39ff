import ArgumentParser
import Engine
import Foundation
import Rules

struct StubsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stubs",
    abstract: "Write what editors need to complete and check rule files.",
    discussion: """
      Three files beside the rules: definitions for lua-language-server in .understudy/, its settings in \
      .luarc.json, and a standard for luacheck in .luacheckrc. Open the folder of rules as the editor's \
      workspace. Run it again after an update, or when there are new names to complete. A settings file \
      of your own is kept.

      Examples:
        understudy stubs
        understudy stubs examples/freelancer --json
      """)

  @Argument(
    help: ArgumentHelp("The folder (default: the home's rules).", valueName: "dir"),
    completion: .directory)
  var folder: String?

  @OptionGroup var homeOptions: HomeOptions

  @Flag(help: "Write over settings files of your own, too.")
  var force = false

  @Flag(help: "One JSON object a line: a file each.")
  var json = false

  func run() async throws {
    let path = try RuleFolderChoice.existing(folder, homeOptions)
    // Rules with problems need an editor's help most: their names are just not offered.
    let rules = try? RuleSet.load(try RuleFolder(path: path).read())
    for file in EditorSupport.files(for: rules?.summary) {
      let outcome = try write(file, in: path)
      if json {
        try JSONLines.write(Row(path: "\(path)/\(file.path)", state: outcome))
      } else {
        Terminal.say(
          "\(outcome.rawValue.padding(toLength: 9, withPad: " ", startingAt: 0))"
            + Printable.line("\(path)/\(file.path)")
            + (outcome == .kept ? "  (your own; --force writes over it)" : ""))
      }
    }
  }

  private enum State: String, Encodable {
    case written
    /// It says the same already.
    case unchanged
    /// The owner's own.
    case kept
  }

  private struct Row: Encodable {
    let event = "file"
    let path: String
    let state: State
  }

  private func write(_ file: EditorSupport.File, in folder: String) throws -> State {
    let url = URL(fileURLWithPath: "\(folder)/\(file.path)")
    let manager = FileManager.default
    if manager.fileExists(atPath: url.path) {
      // What cannot be read is not ours.
      let there = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
      if there == file.text { return .unchanged }
      guard force || there.contains(EditorSupport.mark) else { return .kept }
    }
    do {
      try manager.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(file.text.utf8).write(to: url, options: .atomic)
    } catch {
      throw CommandError(
        .usage, "\(url.path) cannot be written: \(error.localizedDescription)",
        remedy: "Check the permissions of the folder.")
    }
    return .written
  }
}
