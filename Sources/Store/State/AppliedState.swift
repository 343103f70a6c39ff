internal import GRDB
import Model

/// What a decision has changed of what rules keep, label and remember, so that it can be taken back when the
/// message is decided again.
struct AppliedState: Sendable, Codable {
  struct Change: Sendable, Codable {
    var scope: String
    var chat: PeerID?
    var name: String
    var before: StateEntry?
    var after: StateEntry?
    var isIncrement: Bool

    init(_ key: StateKey, before: StateEntry?, after: StateEntry?, isIncrement: Bool) {
      scope = key.scope
      chat = key.chat
      name = key.name
      self.before = before
      self.after = after
      self.isIncrement = isIncrement
    }

    var key: StateKey { StateKey(scope: scope, chat: chat, name: name) }

    /// What is to stand there instead; nil if others have changed it since, and it cannot be told apart.
    func undone(_ current: StateEntry?) -> StateEntry?? {
      if current == after { return .some(before) }
      guard isIncrement, var current, let now = Number(current),
        let after = after.flatMap(Number.init)
      else { return nil }
      // Others have counted on: of the sum only this decision's part goes.
      current.json = now.minus(after.minus(before.flatMap(Number.init) ?? .integer(0))).json
      return .some(current)
    }
  }

  /// As rules count: whole numbers stay whole.
  private enum Number {
    case integer(Int64)
    case real(Double)

    init?(_ entry: StateEntry) {
      if let integer = Int64(entry.json) {
        self = .integer(integer)
      } else if let real = Double(entry.json), real.isFinite {
        self = .real(real)
      } else {
        return nil
      }
    }

    private var real: Double {
      switch self {
      case .integer(let value): Double(value)
      case .real(let value): value
      }
    }

    func minus(_ other: Number) -> Number {
      if case .integer(let left) = self, case .integer(let right) = other {
        let (difference, overflow) = left.subtractingReportingOverflow(right)
        if !overflow { return .integer(difference) }
      }
      return .real(real - other.real)
    }

    var json: String {
      switch self {
      case .integer(let value): String(value)
      case .real(let value): String(value)
      }
    }
  }

  var changes: [Change] = []
  /// By the metric's name.
  var counted: [String: Double]

  /// Nil: none.
  var tags: [TagChange]?
  /// Facts that gave way to others.
  var replaced: [ReplacedFact]?

  var isEmpty: Bool { changes.isEmpty && counted.isEmpty && tags == nil && replaced == nil }
}

extension Schema {
  static func addDecisionChanges(_ database: Database) throws {
    try database.execute(sql: "ALTER TABLE decisions ADD COLUMN state_changes TEXT")
  }
}

extension Store {
  /// A message is to be decided again: what its former decision has changed of what rules keep, and has
  /// counted, is taken back.
  static func takeBackState(
    of message: MessageReference, at now: Timestamp, in database: Database
  ) throws {
    let place = "WHERE account = ? AND chat = ? AND message = ?"
    let names: StatementArguments = [message.account, message.chat, message.id]
    let json = try String.fetchOne(
      database, cached: "SELECT state_changes FROM decisions \(place)", arguments: names)
    let applied =
      try json.map { try value(AppliedState.self, $0) } ?? AppliedState(counted: [:])
    for change in applied.changes {
      let current = try state(change.key, account: message.account, in: database)
      guard let restored = change.undone(current) else { continue }
      try write(
        restored.flatMap { $0.isAlive(at: now) ? $0 : nil }, change.key, account: message.account,
        in: database)
    }
    try takeBack(applied, of: message, in: database)
    try count(
      applied.counted.mapValues { -$0 }, account: message.account, at: now, in: database)
    try database.execute(
      cached: "UPDATE decisions SET state_changes = NULL \(place)", arguments: names)
  }
}
