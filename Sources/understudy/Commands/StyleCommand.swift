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

  @Argument(help: "The chat: @name, a title, me, u:ID, c:ID, ch:ID or its number.")
  var chat: String?

  @OptionGroup var options: StoredAccountOptions

  @Flag(help: "Print a JSON object.")
  var json = false

  func run() async throws {
    let home = options.home.resolveHome()
    let store = try home.openExistingStore()
    let account = try await options.one(in: store)
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
      let peer = try await StoredPeer.resolve(chat, in: store, account: account)
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
}
