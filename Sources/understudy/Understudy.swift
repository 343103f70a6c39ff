import ArgumentParser
import Foundation
import Glibc

@main
struct Understudy: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "understudy",
    abstract: "Answers for you on Telegram, by rules that you write.",
    discussion: """
      Try it without an account:
        understudy demo

      Then with your own:
        understudy init
        understudy login
        understudy run

      Exit status: 0 done, 1 problems found, 2 could not run as asked; 'login' has values of its own \
      (see understudy login --help).
      """,
    version: "0.1.0",
    subcommands: [
      DemoCommand.self, InitCommand.self, LoginCommand.self, LogoutCommand.self, RunCommand.self,
      CheckCommand.self, TestCommand.self, PreviewCommand.self, ReplayCommand.self,
      StubsCommand.self,
      NewCommand.self, ConsoleCommand.self,
      DialogsCommand.self,
      HistoryCommand.self,
      WhyCommand.self, TimersCommand.self, MemoryCommand.self, StyleCommand.self,
      SendCommand.self, DownloadCommand.self, CallCommand.self, StatusCommand.self,
      SessionCommand.self,
      ReloadCommand.self, TopCommand.self,
      SandboxCommand.self,
    ])

  static func main() async {
    // A reader that has gone away (`understudy dialogs | head`) is an error of write, not our end.
    signal(SIGPIPE, SIG_IGN)
    // So is a file that reaches the user's limit.
    signal(SIGXFSZ, SIG_IGN)
    // A parent that blocked signals must not make us deaf to them.
    var none = sigset_t()
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, nil)
    do {
      var command = try parseAsRoot(
        CommandLineOrder.globalOptionsLast(Array(CommandLine.arguments.dropFirst())))
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch {
      if let failure = CommandError(explaining: error) { Terminal.end(with: failure) }
      if exitCode(for: error) == .validationFailure {
        Terminal.note(fullMessage(for: error))
        Glibc.exit(CommandStatus.usage.rawValue)
      }
      exit(withError: error)
    }
  }
}

/// `understudy --home DIR run` means the same as `understudy run --home DIR`.
enum CommandLineOrder {
  private static let withValue: Set = ["--home", "--server", "--server-key", "--dc", "--proxy"]

  /// Commands that have others below them, which take the options.
  private static var groups: [String] {
    Understudy.configuration.subcommands.filter { !$0.configuration.subcommands.isEmpty }
      .compactMap { $0.configuration.commandName }
  }

  static func globalOptionsLast(_ arguments: [String]) -> [String] {
    var rest = arguments[...]
    var moved: [String] = []
    while let first = rest.first {
      let name = String(first.prefix { $0 != "=" })
      guard withValue.contains(name) else { break }
      let isWhole = first.contains("=")
      moved += rest.prefix(isWhole ? 1 : 2)
      rest = rest.dropFirst(isWhole ? 1 : 2)
    }
    guard let command = rest.first, !moved.isEmpty else { return arguments }
    let words = groups.contains(command) ? 2 : 1
    return Array(rest.prefix(words)) + moved + Array(rest.dropFirst(words))
  }
}
