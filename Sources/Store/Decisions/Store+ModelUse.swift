internal import GRDB
package import Model

/// What answers of a model cost.
package struct ModelUse: Sendable, Hashable {
  package var calls: Int
  package var promptTokens: Int
  package var completionTokens: Int

  package var tokens: Int { promptTokens + completionTokens }

  package init(calls: Int, promptTokens: Int, completionTokens: Int) {
    self.calls = calls
    self.promptTokens = promptTokens
    self.completionTokens = completionTokens
  }

  /// As the provider counted; where it does not tell, four characters are a token.
  package init(_ trace: PromptTrace) {
    let asked = trace.request.turns.reduce(trace.request.system.count) { $0 + $1.text.count }
    self.init(
      calls: 1, promptTokens: trace.promptTokens ?? (asked + 3) / 4,
      completionTokens: trace.completionTokens ?? ((trace.answer?.count ?? 0) + 3) / 4)
  }
}

/// What one model cost in one chat.
package struct StoredModelUse: Sendable, Hashable {
  package var chat: PeerID
  /// As the provider named it.
  package var model: String
  package var use: ModelUse
}

extension Schema {
  static func indexTracesByTime(_ database: Database) throws {
    try database.execute(
      sql: "CREATE INDEX prompt_traces_by_time ON prompt_traces (account, at)")
  }
}

extension Store {
  /// What models other than the offline replier and the host itself were asked since then.
  package func modelUse(
    of account: AccountID, since: Timestamp
  ) async throws -> [StoredModelUse] {
    try await read { database in
      var uses: [StoredModelUse] = []
      let traces = try Row.fetchCursor(
        database,
        sql: """
          SELECT chat, model, prompt_tokens, completion_tokens, length(request) AS asked,
            length(answer) AS answered
          FROM prompt_traces
          WHERE account = ? AND at >= ? AND model <> 'host' AND model <> 'offline'
            AND model NOT LIKE 'offline, as %'
          """, arguments: [account, since])
      while let row = try traces.next() {
        let asked: Int = row["asked"] ?? 0
        let answered: Int = row["answered"] ?? 0
        let prompt: Int? = row["prompt_tokens"]
        let completion: Int? = row["completion_tokens"]
        uses.append(
          StoredModelUse(
            chat: row["chat"], model: row["model"],
            use: ModelUse(
              calls: 1, promptTokens: prompt ?? (asked + 3) / 4,
              completionTokens: completion ?? (answered + 3) / 4)))
      }
      return uses
    }
  }
}
