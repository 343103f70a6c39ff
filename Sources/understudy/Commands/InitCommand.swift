import ArgumentParser
import Foundation
import Store

struct InitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Make a home: the folder with rules, settings and key file.",
    discussion: """
      Existing files are left as they are, and a folder that holds rules is left as a whole.

      Examples:
        understudy init
        understudy init --home ~/twin
      """)

  @OptionGroup var homeOptions: HomeOptions

  func run() async throws {
    let home = homeOptions.resolveHome()
    try home.create()
    // Opening makes the key file and the database.
    try home.openStore().close()
    if try hasRules(home) {
      // What is missing there was taken away by its owner.
      Terminal.say("kept     \(home.rules)")
    } else {
      for file in ShippedRules.files {
        try write(file.text, to: "\(home.rules)/\(file.name)", mode: 0o644)
      }
    }
    try write(Self.environment, to: home.environmentFile, mode: 0o600)
    Terminal.say(
      """

      The home is \(home.path). Next:
        1. put your TELEGRAM_API_ID and TELEGRAM_API_HASH into \(home.environmentFile)
        2. understudy login
        3. look into \(home.rules), then: understudy check
        4. understudy run
      """)
  }

  private func hasRules(_ home: Home) throws -> Bool {
    guard FileManager.default.fileExists(atPath: home.rules) else { return false }
    do {
      return try !FileManager.default.contentsOfDirectory(atPath: home.rules).isEmpty
    } catch {
      throw CommandError(.usage, "\(home.rules) cannot be read: \(error.localizedDescription)")
    }
  }

  private func write(_ text: String, to path: String, mode: Int) throws {
    guard !FileManager.default.fileExists(atPath: path) else {
      Terminal.say("kept     \(path)")
      return
    }
    do {
      try FileManager.default.createDirectory(
        atPath: URL(fileURLWithPath: path).deletingLastPathComponent().path,
        withIntermediateDirectories: true)
      try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .withoutOverwriting)
      try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    } catch {
      throw CommandError(.usage, "\(path) cannot be written: \(error.localizedDescription)")
    }
    Terminal.say("written  \(path)")
  }

  static let environment = """
    # Settings of this home. A variable of the environment wins over a line here.

    # Your own application's credentials, from my.telegram.org ("API development tools").
    #TELEGRAM_API_ID=
    #TELEGRAM_API_HASH=
    #TELEGRAM_PHONE_NUMBER=

    # A model that writes answers; without a key the offline replier answers or stays silent.
    # Any OpenAI-compatible server will do, also one on this machine.
    #OPENAI_API_KEY=
    #OPENAI_BASE_URL=https://api.openai.com/v1
    #OPENAI_MODEL=gpt-4o-mini

    """
}
