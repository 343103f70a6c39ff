import Model
import Store

/// What rules have remembered, by person and chat.
struct MemoryList {
  /// One fact or one tag of `memory list --json`.
  struct Row: Encodable {
    let event: String
    let account: AccountID
    /// Of a fact.
    var id: Int64?
    var chat: PeerID?
    var message: Int32?
    var person: PeerID?
    var text: String?
    var name: String?
    var tag: String?
    let rule: String?
    let at: Timestamp
    var expires: Timestamp?

    enum CodingKeys: String, CodingKey {
      case event, account, id, chat, message, person, text, tag, rule, at, expires
      case name = "as"
    }
  }

  private let facts: [KeptFact]
  private let tags: [KeptTag]
  private let names: [PeerID: String]
  private let account: AccountID

  init(facts: [KeptFact], tags: [KeptTag], names: [PeerID: String], account: AccountID) {
    self.facts = facts
    self.tags = tags
    self.names = names
    self.account = account
  }

  /// What is alive, of all or of one person or chat.
  init(_ store: Store, account: AccountID, about peer: PeerID?, at now: Timestamp) async throws {
    self.init(
      facts: try await store.keptFacts(of: account, about: peer).filter {
        $0.expires.map { $0 > now } ?? true
      },
      tags: try await store.keptTags(of: account, on: peer),
      names: try await Self.names(store, account), account: account)
  }

  static func names(_ store: Store, _ account: AccountID) async throws -> [PeerID: String] {
    var names = try await store.chats(of: account).mapValues(\.title)
    for (id, contact) in try await store.contacts(of: account) {
      names[.user(id)] = contact.fullName
    }
    return names
  }

  var isEmpty: Bool { facts.isEmpty && tags.isEmpty }

  var rows: [Row] {
    tags.map { tag in
      var row = Row(event: "tag", account: account, rule: tag.rule, at: tag.at)
      row.person = tag.person
      row.tag = tag.tag
      return row
    }
      + facts.map { fact in
        var row = Row(event: "fact", account: account, rule: fact.rule, at: fact.memory.at)
        row.id = fact.id
        row.chat = fact.memory.chat
        row.message = fact.memory.message
        row.person = fact.memory.person
        row.text = fact.memory.text
        row.name = fact.memory.name
        row.expires = fact.expires
        return row
      }
  }

  /// A paragraph for each person, and for each chat of which something is known.
  var text: String {
    let subjects = Set(tags.map(\.person) + facts.map(\.subject))
    let sorted = subjects.sorted {
      (names[$0] ?? "", $0.marked) < (names[$1] ?? "", $1.marked)
    }
    return sorted.map(paragraph).joined(separator: "\n\n")
  }

  private func paragraph(_ peer: PeerID) -> String {
    var lines = ["\(names[peer] ?? "unknown")  \(peer)"]
    for tag in tags where tag.person == peer {
      let giver = tag.rule == KeptTag.owner ? "you" : tag.rule
      lines.append("  tag \(tag.tag)  by \(giver), \(tag.at.localMinutes)")
    }
    for fact in facts where fact.subject == peer {
      var line = "  fact \(fact.id)  “\(fact.memory.text)”"
      if let name = fact.memory.name { line += " as \(name)" }
      line += "  by \(fact.rule ?? "?"), \(fact.memory.at.localMinutes)"
      if fact.memory.chat != peer {
        line += ", learnt in \(names[fact.memory.chat] ?? fact.memory.chat.description)"
      }
      if let end = fact.expires { line += ", until \(end.localMinutes)" }
      lines.append(line)
    }
    return lines.joined(separator: "\n")
  }
}

extension KeptFact {
  /// Whom it is about.
  fileprivate var subject: PeerID { memory.person ?? memory.chat }
}
