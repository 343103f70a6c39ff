import ArgumentParser
import Model
import Rules

struct ReloadCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reload",
    abstract: "Have the running twin compare its rules with the folder now.",
    discussion: """
      A twin follows its rule files by itself, within seconds. This asks it to look at once, and tells \
      what came of it. Rules with problems, and rules that fail their own tests, do not come into force.

      Examples:
        understudy reload
        understudy reload --json

      Exit status: 0 the folder's rules are in force, 1 they were refused or no twin works here.
      """)

  @OptionGroup var homeOptions: HomeOptions

  @Flag(help: "One JSON object.")
  var json = false

  func run() async throws {
    let answer = try TwinClient(home: homeOptions.resolveHome())
      .ask(.reload, for: ReloadAnswer.self)
    if json {
      try JSONLines.write(answer)
    } else {
      show(answer)
    }
    if answer.state == .refused { throw CommandStatus.problems.code }
  }

  private func show(_ answer: ReloadAnswer) {
    switch answer.state {
    case .unchanged: Terminal.say("Nothing to do: the rules of the folder are in force.")
    case .loaded: Terminal.say("The rules are reloaded: \(answer.rules ?? 0) are in force.")
    case .refused:
      for problem in answer.problems { Terminal.say(Printable.text("\(problem)")) }
      Terminal.say("Refused: the former rules stay in force.")
    }
  }
}
