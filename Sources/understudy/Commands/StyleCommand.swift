import ArgumentParser
import Engine
import Foundation
import Model
import Rules
import Store

struct StyleCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "style",
    abstract: "Show how you write, as learnt from your own messages, and how well that is known.",
    discussion: """
      Of a CHAT: what a persona with style = { learnt = 1 } is told there. Without: what you write in all \
      chats that are read. Works beside a running twin, and without a network; nothing leaves.

      The score holds the newest fifth of the messages out: bits of surprise a message at what was learnt \
      from the older ones, and at how an assistant writes by itself. Less is nearer.

      Examples:
        understudy style
        understudy style @ada
        understudy style u:20001 --json
      """)

  @Argument(help: "The chat: u:ID, c:ID, ch:ID, its number, or @username.")
  var chat: String?

  @OptionGroup var homeOptions: HomeOptions

  @Option(help: ArgumentHelp("Which account, where the home has several.", valueName: "account"))
  var account: String?

  @Flag(help: "Print a JSON object.")
  var json = false

  func run() async throws {
    let home = homeOptions.resolveHome()
    let store = try home.openExistingStore()
    let account = try await account(in: store)
    let rules: RuleSet
    do throws(RuleLoadError) {
      rules = try RuleSet.load(try RuleFolder(path: home.rules).read())
    } catch {
      throw CommandError(
        .problems, "The rules say which chats are read, and have problems.",
        remedy: "'understudy check' shows them.")
    }
    let owner =
      try await store.contact(account.rawValue, account: account)
      ?? Contact(id: account.rawValue, firstName: "", isSelf: true)
    let library = StyleLibrary(store: store, account: account, owner: owner, rules: rules)
    var place: PeerID?
    var writings: [OwnWriting]
    if let chat {
      let peer = try await peer(chat, account: account, in: store)
      writings = try await library.writings(for: peer, shared: library.shared)
      place = peer
    } else {
      writings = try await library.everything()
    }
    let report = StyleReport(
      chat: place, ofChat: place.map { place in writings.count { $0.chat == place } },
      profile: StyleProfile(of: writings), score: StyleScore(writings))
    if json {
      try JSONLines.write(report)
    } else {
      Terminal.say(Printable.text(report.text))
    }
  }

  private func account(in store: Store) async throws -> AccountID {
    let known = try await store.knownAccounts()
    guard let account else {
      guard let first = known.first else {
        throw CommandError(
          .problems, "Nothing is stored yet.",
          remedy: "Messages are stored while 'understudy run' works, or by 'history CHAT --keep'.")
      }
      return first
    }
    guard let id = Int64(account).map({ AccountID($0) }), known.contains(id) else {
      throw CommandError(.problems, "Nothing is stored of account \(account).")
    }
    return id
  }

  private func peer(_ name: String, account: AccountID, in store: Store) async throws -> PeerID {
    if name.hasPrefix("@") {
      guard let peer = try await store.peer(named: String(name.dropFirst()), account: account)
      else {
        throw CommandError(
          .problems, "Nobody called \(name) is known to this account.",
          remedy: "'understudy dialogs' lists the chats.")
      }
      return peer
    }
    guard let peer = PeerID(name) ?? Int64(name).flatMap(PeerID.init(marked:)) else {
      throw CommandError(
        .usage, "\"\(name)\" names no chat.",
        remedy: "Write u:ID, c:ID, ch:ID, a marked id or @username.")
    }
    return peer
  }
}
