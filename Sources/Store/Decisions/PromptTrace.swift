internal import GRDB
package import Model

/// What a model was asked for one message, and what it answered.
package struct PromptTrace: Sendable, Hashable, Codable {
  package var message: MessageReference
  package var rule: String
  package var at: Timestamp
  /// The model that answered, or was asked.
  package var model: String
  package var request: TextRequest
  package var answer: String?
  package var promptTokens: Int?
  package var completionTokens: Int?
  /// Why there is no answer, or why it was not used.
  package var error: String?
  /// The part of the instructions that was learnt; nil: the persona asks for none.
  package var style: StyleTrace?

  package init(
    message: MessageReference, rule: String, at: Timestamp, model: String, request: TextRequest,
    answer: String? = nil, promptTokens: Int? = nil, completionTokens: Int? = nil,
    error: String? = nil, style: StyleTrace? = nil
  ) {
    self.style = style
    self.message = message
    self.rule = rule
    self.at = at
    self.model = model
    self.request = request
    self.answer = answer
    self.promptTokens = promptTokens
    self.completionTokens = completionTokens
    self.error = error
  }
}

/// What a persona took of the owner's learnt style for one answer.
package struct StyleTrace: Sendable, Hashable, Codable {
  /// 0 to 1, as the persona asks for.
  package var amount: Double
  /// The owner's messages that it was learnt from, and in how many chats they stand.
  package var messages: Int
  package var chats: Int
  /// What stands in the instructions; nil: nothing could be learnt.
  package var text: String?
  /// Why there is nothing.
  package var reason: String?

  package init(
    amount: Double, messages: Int, chats: Int, text: String? = nil, reason: String? = nil
  ) {
    self.amount = amount
    self.messages = messages
    self.chats = chats
    self.text = text
    self.reason = reason
  }
}

extension Store {
  package func keep(_ trace: PromptTrace) async throws {
    try await write { try Self.insert(trace, in: $0) }
  }

  /// In the order in which the model was asked.
  package func promptTraces(for message: MessageReference) async throws -> [PromptTrace] {
    try await read { database in
      let sql = """
        SELECT * FROM prompt_traces WHERE account = ? AND chat = ? AND message = ? ORDER BY id
        """
      return try TraceRow.fetchAll(
        database, sql: sql, arguments: [message.account, message.chat, message.id]
      ).map(\.trace)
    }
  }

  static func insert(_ trace: PromptTrace, in database: Database) throws {
    try TraceRow(trace).insert(database)
  }
}

private struct TraceRow: SnakeCaseRecord {
  static let databaseTableName = "prompt_traces"

  var account: AccountID
  var chat: PeerID
  var message: Int32
  var rule: String
  var at: Timestamp
  var model: String
  var request: TextRequest
  var answer: String?
  var promptTokens: Int?
  var completionTokens: Int?
  var error: String?
  var style: StyleTrace?

  init(_ trace: PromptTrace) {
    account = trace.message.account
    chat = trace.message.chat
    message = trace.message.id
    rule = trace.rule
    at = trace.at
    model = trace.model
    request = trace.request
    answer = trace.answer
    promptTokens = trace.promptTokens
    completionTokens = trace.completionTokens
    error = trace.error
    style = trace.style
  }

  var trace: PromptTrace {
    PromptTrace(
      message: MessageReference(account: account, chat: chat, id: message), rule: rule, at: at,
      model: model, request: request, answer: answer, promptTokens: promptTokens,
      completionTokens: completionTokens, error: error,
      style: style)
  }
}
