internal import GRDB
package import Model

extension Schema {
  static func createTimers(_ database: Database) throws {
    try database.execute(
      sql: """
        CREATE TABLE rule_timers (
          account INTEGER NOT NULL,
          -- file/name.
          id TEXT NOT NULL,
          -- Of another schedule, the time below says nothing.
          schedule TEXT NOT NULL,
          next_at INTEGER NOT NULL,
          -- The last run as JSON.
          last TEXT,
          PRIMARY KEY (account, id)
        ) STRICT, WITHOUT ROWID;
        """)
  }
}

/// When a timer is due next.
package struct TimerRow: Sendable, Hashable {
  package var id: String
  package var schedule: String
  package var next: Timestamp

  package init(id: String, schedule: String, next: Timestamp) {
    self.id = id
    self.schedule = schedule
    self.next = next
  }
}

/// One run of a timer, for those who ask why.
package struct TimerRun: Sendable, Hashable, Codable {
  package var id: String
  /// For when it was due, and when it ran.
  package var due: Timestamp
  package var at: Timestamp
  package var plan: Plan
  package var reason: String
  package var notes: [String]
  package var problems: [String]
  /// Its time had passed, and was left out.
  package var isMissed: Bool?

  package init(
    id: String, due: Timestamp, at: Timestamp, plan: Plan = Plan(), reason: String,
    notes: [String] = [], problems: [String] = [], isMissed: Bool? = nil
  ) {
    self.isMissed = isMissed
    self.id = id
    self.due = due
    self.at = at
    self.plan = plan
    self.reason = reason
    self.notes = notes
    self.problems = problems
  }
}

/// How a run of a timer was taken in.
package enum TimerRecording: Sendable, Hashable {
  case recorded([OutboxItem])
  /// It has another next time by now; nothing was written.
  case overtaken
  /// What it read was changed meanwhile; nothing was written, and it is to run again.
  case outdated
}

extension Store {
  /// Makes the stored timers those of the rules in force: a timer with an unchanged schedule keeps its next
  /// time, others get the one given, and what no rule file declares any more is forgotten.
  ///
  /// - Returns: all, each with its next time.
  package func reconcileTimers(
    _ wanted: [TimerRow], account: AccountID
  ) async throws -> [TimerRow] {
    try await write { database in
      var known: [String: TimerRow] = [:]
      let rows = try Row.fetchAll(
        database, cached: "SELECT id, schedule, next_at FROM rule_timers WHERE account = ?",
        arguments: [account])
      for row in rows {
        known[row["id"]] = TimerRow(
          id: row["id"], schedule: row["schedule"], next: row["next_at"])
      }
      let ids = Set(wanted.map(\.id))
      for id in known.keys where !ids.contains(id) {
        try database.execute(
          cached: "DELETE FROM rule_timers WHERE account = ? AND id = ?", arguments: [account, id])
      }
      return try wanted.map { timer in
        if let known = known[timer.id], known.schedule == timer.schedule { return known }
        try database.execute(
          cached: """
            INSERT INTO rule_timers (account, id, schedule, next_at) VALUES (?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET schedule = excluded.schedule, next_at = excluded.next_at
            """, arguments: [account, timer.id, timer.schedule, timer.next])
        return timer
      }
    }
  }

  /// Writes what a run of a timer leads to, its next time with it, in one transaction: however the process
  /// ends, it has run or it has not.
  ///
  /// - Parameter next: nil if there is none; the timer rests until its schedule changes.
  package func record(
    _ run: TimerRun, next: Timestamp?, items: [NewOutboxItem], state: StateDraft,
    account: AccountID
  ) async throws -> TimerRecording {
    let body = try Self.json(run)
    return try await write { database in
      let due = try Timestamp.fetchOne(
        database, cached: "SELECT next_at FROM rule_timers WHERE account = ? AND id = ?",
        arguments: [account, run.id])
      guard due == run.due else { return .overtaken }
      guard try Self.holds(state, account: account, in: database) else { return .outdated }
      try Self.apply(state, account: account, at: run.at, in: database)
      try database.execute(
        cached: "UPDATE rule_timers SET next_at = ?, last = ? WHERE account = ? AND id = ?",
        arguments: [next ?? Timestamp(milliseconds: .max), body, account, run.id])
      return .recorded(
        try items.compactMap {
          try Self.insert($0, account: account, at: run.at, in: database)
        })
    }
  }

  /// All that the twin has taken up, in alphabetical order.
  package func timers(of account: AccountID) async throws -> [(row: TimerRow, last: TimerRun?)] {
    try await read { database in
      try Row.fetchAll(
        database,
        cached: "SELECT id, schedule, next_at, last FROM rule_timers WHERE account = ? ORDER BY id",
        arguments: [account]
      ).map { row in
        let last: String? = row["last"]
        return (
          TimerRow(id: row["id"], schedule: row["schedule"], next: row["next_at"]),
          try last.map { try Self.value(of: TimerRun.self, json: $0) }
        )
      }
    }
  }

  /// When the timer is due next, and how its last run went; nil if there is no such timer.
  package func timer(
    _ id: String, account: AccountID
  ) async throws -> (next: Timestamp, last: TimerRun?)? {
    try await read { database in
      try Row.fetchOne(
        database, cached: "SELECT next_at, last FROM rule_timers WHERE account = ? AND id = ?",
        arguments: [account, id]
      ).map { row in
        let last: String? = row["last"]
        return (row["next_at"], try last.map { try Self.value(of: TimerRun.self, json: $0) })
      }
    }
  }
}
