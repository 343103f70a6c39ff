internal import GRDB
package import Model

/// Where something is looked for.
package enum MemoryScope: Sendable, Hashable {
  case chat(PeerID)
  case others(than: PeerID)
}

/// Something that was found; the lower the rank, the better it fits.
package struct RankedMemory: Sendable, Hashable {
  package var memory: Memory
  package var rank: Double

  package init(memory: Memory, rank: Double) {
    self.memory = memory
    self.rank = rank
  }
}

extension Store {
  /// Facts and learnt messages with any of the words, the best first. What may be told of them is for the
  /// caller to know.
  ///
  /// - Parameter question: of which the words, the message at hand, and the instant count.
  package func memories(
    matching words: [MemoryQuestion.Word], _ question: MemoryQuestion, in scope: MemoryScope,
    account: AccountID, limit: Int, offset: Int = 0
  ) async throws -> [RankedMemory] {
    let texts = words.map { word in
      "\"\(word.text.replacing("\"", with: "\"\""))\"\(word.isStem ? "*" : "")"
    }
    var expression = "text : (\(texts.joined(separator: " OR ")))"
    var other: PeerID?
    switch scope {
    case .chat(let chat):
      expression = "place : \"\(MemoryPlace.word(for: chat, of: account))\" AND \(expression)"
    case .others(let chat): other = chat
    }
    let arguments: StatementArguments = [
      expression, account, question.now, question.here, question.message, other, other, limit,
      offset,
    ]
    return try await read { database in
      // The word for the place says nothing of how well the text fits.
      try Row.fetchAll(
        database,
        cached: """
          SELECT m.*, bm25(memory_index, 0.0, 1.0) AS rank
          FROM memory_index JOIN memories m ON m.id = memory_index.rowid
          WHERE memory_index MATCH ? AND m.account = ?
            AND (m.expires_at IS NULL OR m.expires_at > ?)
            AND NOT (m.chat = ? AND m.is_fact = 0 AND m.message >= ?)
            AND (? IS NULL OR m.chat <> ?)
          ORDER BY rank, m.at DESC, m.id DESC LIMIT ? OFFSET ?
          """, arguments: arguments
      ).map { RankedMemory(memory: Self.memory($0), rank: $0["rank"]) }
    }
  }

  /// Facts about somebody, or with nil about the chat itself, the latest first.
  package func facts(
    about person: PeerID?, _ question: MemoryQuestion, in scope: MemoryScope, account: AccountID,
    limit: Int, offset: Int = 0
  ) async throws -> [Memory] {
    try await read { database in
      let alive = "(expires_at IS NULL OR expires_at > ?)"
      let order = "ORDER BY at DESC, id DESC LIMIT ? OFFSET ?"
      switch scope {
      case .chat(let chat):
        return try Row.fetchAll(
          database,
          cached: """
            SELECT * FROM memories WHERE account = ? AND chat = ? AND is_fact = 1 AND person IS ?
              AND \(alive) \(order)
            """, arguments: [account, chat, person, question.now, limit, offset]
        ).map(Self.memory)
      case .others(let chat):
        guard let person else { return [] }
        return try Row.fetchAll(
          database,
          cached: """
            SELECT * FROM memories WHERE account = ? AND person = ? AND is_fact = 1 AND chat <> ?
              AND \(alive) \(order)
            """, arguments: [account, person, chat, question.now, limit, offset]
        ).map(Self.memory)
      }
    }
  }

  /// The facts that were remembered before an instant and are alive, for replays; each with its end.
  package func facts(
    of account: AccountID, before instant: Timestamp
  ) async throws -> [(fact: Memory, expires: Timestamp?)] {
    try await read { database in
      try Row.fetchAll(
        database,
        cached:
          "SELECT * FROM memories WHERE account = ? AND is_fact = 1 AND at < ? ORDER BY at, id",
        arguments: [account, instant]
      ).map { (Self.memory($0), $0["expires_at"]) }
    }
  }

  static func memory(_ row: Row) -> Memory {
    Memory(
      text: row["text"], at: row["at"], chat: row["chat"], message: row["message"],
      isFact: row["is_fact"], person: row["person"], isOutgoing: row["is_outgoing"],
      name: row["name"])
  }
}
