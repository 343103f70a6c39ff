import ArgumentParser
import Model
import Store

struct WhyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "why",
    abstract: "Tell why a message was answered as it was, or not at all.",
    discussion: """
      Without MESSAGE: the newest decision. A message is named as chat/id (as --events and history \
      show them), or by its id alone. The id of the twin's own answer works too. A timer is named as \
      file/name; its last run is told.

      Examples:
        understudy why
        understudy why u:20001/17
        understudy why @ada/17
        understudy why 17 --json
        understudy why digest/daily
      """)

  @Argument(help: "The message: chat/id, or an id; or a timer: file/name.")
  var message: String?

  @OptionGroup var options: StoredAccountOptions

  @Flag(help: "Print a JSON object.")
  var json = false

  func run() async throws {
    let store = try options.home.resolveHome().openExistingStore()
    let accounts = try await options.all(in: store)
    if let message, Self.namesTimer(message) {
      return try await showTimer(message, in: store, accounts: accounts)
    }
    guard let found = try await find(in: store, accounts: accounts) else {
      throw CommandError(
        .problems,
        message.map { "No decision is known about \($0)." } ?? "Nothing was decided yet.",
        remedy: "Only messages of monitored chats are decided; 'understudy history CHAT' shows ids."
      )
    }
    let explanation = Explanation(
      found, prompts: try await store.promptTraces(for: found.decision.message),
      voices: try await store.voiceTraces(for: found.decision.message))
    if json {
      try JSONLines.write(explanation)
    } else {
      Terminal.say(Printable.text(explanation.text))
    }
  }

  /// Whether it can be no message: those end in a number.
  private static func namesTimer(_ text: String) -> Bool {
    text.contains("/") && text.split(separator: "/").last.flatMap { Int32($0) } == nil
  }

  private func showTimer(_ id: String, in store: Store, accounts: [AccountID]) async throws {
    for account in accounts {
      guard let timer = try await store.timer(id, account: account) else { continue }
      let explanation = TimerExplanation(id: id, next: timer.next, last: timer.last)
      if json {
        try JSONLines.write(explanation)
      } else {
        Terminal.say(Printable.text(explanation.text))
      }
      return
    }
    throw CommandError(
      .problems, "No timer \(id) is known.",
      remedy:
        "A timer is named file/name, as 'understudy timers' shows; it is known once it was run.")
  }

  private func find(in store: Store, accounts: [AccountID]) async throws -> DecidedMessage? {
    var refusal: CommandError?
    for account in accounts {
      guard let message else {
        if let newest = try await store.history(of: account, limit: 1).first { return newest }
        continue
      }
      do {
        for reference in try await references(message, account: account, store: store) {
          if let decided = try await store.decided(about: reference) { return decided }
        }
      } catch let error as CommandError {
        // Another account may know the name.
        refusal = error
      }
    }
    if let refusal { throw refusal }
    return nil
  }

  private func references(
    _ text: String, account: AccountID, store: Store
  ) async throws -> [MessageReference] {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard let id = parts.last.flatMap({ Int32($0) }), parts.count <= 2 else {
      throw CommandError(
        .usage, "\"\(text)\" names no message.", remedy: "Write chat/id, like u:20001/17, or an id."
      )
    }
    if parts.count == 1 { return try await store.candidates(for: id, account: account) }
    let chat = try await StoredPeer.resolve(String(parts[0]), in: store, account: account)
    let direct = MessageReference(account: account, chat: chat, id: id)
    return try await store.candidates(for: id, account: account).filter { $0.chat == chat }
      + [direct]
  }
}
