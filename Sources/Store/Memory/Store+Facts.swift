internal import GRDB
import Model

extension Store {
  /// Writes what the claims of a decision keep: tags and facts. What an earlier decision about the same
  /// message has remembered gives way.
  ///
  /// - Returns: what is to be taken back if the message is decided again.
  static func keep(
    _ decision: Decision, sender: PeerID?, in database: Database
  ) throws -> (tags: [AppliedState.TagChange], replaced: [AppliedState.ReplacedFact]) {
    let message = decision.message
    try noteSeen(sender, in: message, database)
    var tags: [AppliedState.TagChange] = []
    var replaced: [AppliedState.ReplacedFact] = []
    guard decision.guardStop == nil else { return (tags, replaced) }
    try database.execute(
      cached: """
        DELETE FROM memories WHERE account = ? AND chat = ? AND message = ? AND is_fact = 1
        """, arguments: [message.account, message.chat, message.id])
    var hasFacts = false
    for claim in decision.plan.claims {
      switch claim.action {
      case .label(let labelling):
        guard let sender else { continue }
        tags += try apply(
          labelling, to: sender, by: claim.rule, account: message.account, at: decision.at,
          in: database)
      case .remember(let fact):
        hasFacts = true
        replaced += try remember(
          fact, about: fact.about == .sender ? sender : nil, by: claim.rule, in: message,
          at: decision.at, database)
      default: break
      }
    }
    if hasFacts { try trimFacts(in: message, at: decision.at, database) }
    return (tags, replaced)
  }

  /// - Returns: the facts of other messages that gave way.
  private static func remember(
    _ fact: Fact, about person: PeerID?, by rule: String, in message: MessageReference,
    at instant: Timestamp, _ database: Database
  ) throws -> [AppliedState.ReplacedFact] {
    // Said again, it is one fact; of one name the latest counts.
    let condition = """
      account = ? AND chat = ? AND is_fact = 1 AND person IS ? AND (text = ? OR name = ?)
      """
    let arguments: StatementArguments = [
      message.account, message.chat, person, fact.text, fact.name,
    ]
    let former = try Row.fetchAll(
      database, cached: "SELECT * FROM memories WHERE \(condition)", arguments: arguments
    ).map(AppliedState.ReplacedFact.init)
    if !former.isEmpty {
      try database.execute(
        cached: "DELETE FROM memories WHERE \(condition)", arguments: arguments)
    }
    try insert(
      fact.text, as: fact.name, about: person, by: rule, in: message, at: instant,
      until: fact.ttl.map { instant.advanced(by: .milliseconds($0)) }, database)
    return former.filter { $0.message != message.id }
  }

  static func insert(
    _ text: String, as name: String?, about person: PeerID?, by rule: String?,
    in message: MessageReference, at instant: Timestamp, until end: Timestamp?,
    _ database: Database
  ) throws {
    try database.execute(
      cached: """
        INSERT INTO memories (account, chat, message, is_fact, person, is_outgoing, name, rule, at,
          expires_at, place, text)
        VALUES (?, ?, ?, 1, ?, 0, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        message.account, message.chat, message.id, person, name, rule, instant, end,
        MemoryPlace.word(for: message.chat, of: message.account), text,
      ])
  }

  /// What has had its time, and what is too much.
  private static func trimFacts(
    in message: MessageReference, at instant: Timestamp, _ database: Database
  ) throws {
    try database.execute(
      cached: """
        DELETE FROM memories WHERE account = ?1 AND chat = ?2 AND is_fact = 1 AND (expires_at <= ?3
          OR id IN (SELECT id FROM memories WHERE account = ?1 AND chat = ?2 AND is_fact = 1
            ORDER BY at DESC, id DESC LIMIT -1 OFFSET ?4))
        """, arguments: [message.account, message.chat, instant, FactLimits.perChat])
  }
}

/// Account and chat as one word of the index.
enum MemoryPlace {
  static func word(for chat: PeerID, of account: AccountID) -> String {
    let marked = chat.marked
    return "a\(account.rawValue)c\(marked < 0 ? "m" : "")\(marked.magnitude)"
  }
}
