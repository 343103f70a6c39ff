import ArgumentParser
import Foundation
import Model
import Rules
import Store

struct MemoryCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "memory",
    abstract: "See, correct and delete what rules have remembered: facts, and the tags of people.",
    discussion: """
      Works beside a running twin: what is changed here holds from the next message on. WHO is a person or \
      a chat: @name, a title or name, me, u:ID, c:ID, ch:ID or a number. What was said in chats is no part \
      of it; see 'keep' of monitors.

      Examples:
        understudy memory list
        understudy memory list @ada --json
        understudy memory correct 12 "likes green tea"
        understudy memory tag @ada client vip
        understudy memory forget --fact 12
        understudy memory forget @ada --tag vip
        understudy memory forget @ada
      """,
    subcommands: [
      MemoryListCommand.self, MemoryCorrectCommand.self, MemoryTagCommand.self,
      MemoryForgetCommand.self,
    ])
}

struct MemoryListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List facts and tags: all, or those of a person or chat.")

  @Argument(help: ArgumentHelp("The person or chat.", valueName: "who"))
  var who: String?

  @OptionGroup var options: StoredAccountOptions

  @Flag(help: "One JSON object a line, a fact or a tag each.")
  var json = false

  func run() async throws {
    let store = try options.home.resolveHome().openExistingStore()
    let account = try await options.one(in: store)
    var peer: PeerID?
    if let who { peer = try await StoredPeer.resolve(who, in: store, account: account) }
    let list = try await MemoryList(store, account: account, about: peer, at: WallClock.system.now)
    if json {
      for row in list.rows { try JSONLines.write(row) }
    } else if list.isEmpty {
      Terminal.say(who == nil ? "Nothing is remembered." : "Nothing is remembered of \(who ?? "").")
    } else {
      Terminal.say(Printable.text(list.text))
    }
  }
}

struct MemoryCorrectCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "correct",
    abstract: "Have a fact say something else; its number stands in the list.")

  @Argument(help: ArgumentHelp("The number of the fact.", valueName: "fact"))
  var fact: Int64

  @Argument(help: "What is true.")
  var text: String

  @OptionGroup var options: StoredAccountOptions

  func run() async throws {
    let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
    guard (1...FactLimits.longest).contains(text.count) else {
      throw CommandError(
        .usage, "A fact has 1 to \(FactLimits.longest) characters.",
        remedy: "To delete it: understudy memory forget --fact \(fact)")
    }
    let store = try options.home.resolveHome().openExistingStore()
    let account = try await options.one(in: store)
    guard try await store.correctFact(fact, to: text, account: account) else {
      throw CommandError.noFact(fact)
    }
    Terminal.say("Fact \(fact) says “\(Printable.line(text))” from now on.")
  }
}

struct MemoryTagCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tag", abstract: "Give a person tags by hand, as label does.")

  @Argument(help: ArgumentHelp("The person.", valueName: "who"))
  var who: String

  @Argument(help: ArgumentHelp("The tags.", valueName: "tag"))
  var tags: [String]

  @OptionGroup var options: StoredAccountOptions

  func run() async throws {
    let tags = tags.map { $0.lowercased() }
    for tag in tags where !TagText.isOne(tag) {
      throw CommandError(.usage, "\"\(tag)\" is no tag.", remedy: "Tags are \(TagText.form).")
    }
    let store = try options.home.resolveHome().openExistingStore()
    let account = try await options.one(in: store)
    let person = try await StoredPeer.resolve(who, in: store, account: account)
    guard case .user = person else {
      throw CommandError(.usage, "\(who) is a chat.", remedy: "Tags are given to people.")
    }
    let known = Set(try await store.keptTags(of: account, on: person).map(\.tag))
    guard known.union(tags).count <= Labelling.most else {
      throw CommandError(.problems, "A person carries \(Labelling.most) tags at most.")
    }
    try await store.tag(person, tags, account: account, at: WallClock.system.now)
    let list = known.union(tags).sorted().joined(separator: ", ")
    Terminal.say("\(who) carries: \(list)")
  }
}

struct MemoryForgetCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forget",
    abstract: "Delete a fact, a tag, or all that is remembered of a person or chat.",
    discussion: """
      Of a person goes what is known about them, in whatever chat it was learnt, and what was learnt in the \
      chat with them. Asks first, unless --yes is given.
      """)

  @Argument(help: ArgumentHelp("The person or chat.", valueName: "who"))
  var who: String?

  @Option(help: ArgumentHelp("A fact, by its number in the list.", valueName: "number"))
  var fact: [Int64] = []

  @Option(help: "A tag of the person, and nothing else.")
  var tag: [String] = []

  @OptionGroup var options: StoredAccountOptions

  @Flag(help: "Without asking.")
  var yes = false

  func validate() throws {
    if (who == nil) == fact.isEmpty { throw ValidationError("Either WHO or --fact.") }
    if who == nil, !tag.isEmpty { throw ValidationError("--tag needs WHO.") }
  }

  func run() async throws {
    let store = try options.home.resolveHome().openExistingStore()
    let account = try await options.one(in: store)
    let (facts, tags) = try await doomed(in: store, account: account)
    guard !facts.isEmpty || !tags.isEmpty else {
      throw CommandError(.problems, "Nothing of the kind is remembered of \(who ?? "").")
    }
    let list = MemoryList(
      facts: facts, tags: tags, names: try await MemoryList.names(store, account), account: account)
    if !yes {
      guard Terminal.readsFromPerson else {
        throw CommandError(.usage, "Nobody can be asked here.", remedy: "Add --yes.")
      }
      Terminal.note(Printable.text(list.text))
      let answer = try Terminal.ask("Forget this? It cannot be undone. [y/N]")
      guard ["y", "yes"].contains(answer.lowercased()) else {
        return Terminal.say("Nothing is forgotten.")
      }
    }
    _ = try await store.forget(facts: facts, tags: tags, account: account)
    Terminal.say("Forgotten: \(facts.count.of("fact")), \(tags.count.of("tag")).")
  }

  private func doomed(
    in store: Store, account: AccountID
  ) async throws -> ([KeptFact], [KeptTag]) {
    guard let who else {
      let all = try await store.keptFacts(of: account)
      return (
        try fact.map { id in
          guard let found = all.first(where: { $0.id == id }) else { throw CommandError.noFact(id) }
          return found
        }, []
      )
    }
    let peer = try await StoredPeer.resolve(who, in: store, account: account)
    let tags = try await store.keptTags(of: account, on: peer)
    guard tag.isEmpty else {
      let wanted = tag.map { $0.lowercased() }
      return ([], tags.filter { wanted.contains($0.tag) })
    }
    return (try await store.keptFacts(of: account, about: peer), tags)
  }
}

extension CommandError {
  fileprivate static func noFact(_ id: Int64) -> CommandError {
    CommandError(
      .problems, "There is no fact \(id).", remedy: "Their numbers: understudy memory list")
  }
}
