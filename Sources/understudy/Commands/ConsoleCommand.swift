import ArgumentParser
import Engine
import Foundation
import Rules

struct ConsoleCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "console",
    abstract: "Try messages and lines of Lua on the rules by hand.",
    discussion: """
      Nothing is sent and no model is asked. 'help' lists what can be said; any other line is Lua, run as \
      a rule's function is, with m and x of the last message. Lines are edited, recalled (also next time) \
      and completed (Tab); from a pipe they are read as they come.

      Examples:
        understudy console
        understudy console examples/freelancer
        echo 'say "hello" from alice' | understudy console rules

      Exit status: 0 at the end, 2 could not run.
      """)

  @Argument(
    help: ArgumentHelp("The folder (default: the home's rules).", valueName: "dir"),
    completion: .directory)
  var folder: String?

  @OptionGroup var homeOptions: HomeOptions

  func run() async throws {
    let path = try RuleFolderChoice.existing(folder, homeOptions)
    var console = ConsoleSession(folder: RuleFolder(path: path))
    Terminal.say(console.greeting)
    let reader = ConsoleReader(environment: homeOptions.environment)
    defer { reader.finish() }
    while let line = reader.line(words: console.words) {
      let answer = await console.take(line)
      if let text = answer.text { Terminal.say(Printable.text(text)) }
      if answer.isEnd { break }
    }
  }
}
