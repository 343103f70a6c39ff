internal import GRDB
package import Model

/// What a provider was given to hear or to speak about one message, and what came of it; also that it was
/// not asked, and why.
package struct VoiceTrace: Sendable, Hashable, Codable {
  package enum Kind: String, Sendable, Codable { case heard, spoken }

  package var message: MessageReference
  package var kind: Kind
  /// Whose rule spoke; `host` for what was heard.
  package var rule: String
  package var at: Timestamp
  /// `openai/whisper-1`; nil: nobody was asked.
  package var model: String?
  /// What was heard or spoken.
  package var text: String?
  /// Of the sound, in bytes.
  package var size: Int?
  /// Why it came to nothing.
  package var error: String?

  package init(
    message: MessageReference, kind: Kind, rule: String, at: Timestamp, model: String? = nil,
    text: String? = nil, size: Int? = nil, error: String? = nil
  ) {
    self.message = message
    self.kind = kind
    self.rule = rule
    self.at = at
    self.model = model
    self.text = text
    self.size = size
    self.error = error
  }
}

extension Store {
  package func keep(_ trace: VoiceTrace) async throws {
    try await write { try Self.insert(trace, in: $0) }
  }

  /// Keeps what was heard in a message, with how it was heard.
  ///
  /// - Parameter learns: it can be searched from then on.
  package func noteHeard(
    _ transcript: Transcript, trace: VoiceTrace, learns: Bool = false
  ) async throws {
    try await write { database in
      try Self.note(transcript, of: trace.message, in: database)
      if learns, let message = try Self.message(trace.message, in: database) {
        try Self.learn(message, in: database)
      }
      try Self.insert(trace, in: database)
    }
  }

  /// In the order in which they happened.
  package func voiceTraces(for message: MessageReference) async throws -> [VoiceTrace] {
    try await read { database in
      try VoiceTraceRow.fetchAll(
        database,
        sql: """
          SELECT * FROM voice_traces WHERE account = ? AND chat = ? AND message = ? ORDER BY id
          """, arguments: [message.account, message.chat, message.id]
      ).map(\.trace)
    }
  }

  static func note(
    _ transcript: Transcript, of message: MessageReference, in database: Database
  ) throws {
    try database.execute(
      cached: """
        UPDATE telegram_user_messages SET transcript = ? WHERE account = ? AND chat = ? AND id = ?
        """,
      arguments: [try Self.json(transcript), message.account, message.chat, message.id])
  }

  static func insert(_ trace: VoiceTrace, in database: Database) throws {
    try VoiceTraceRow(trace).insert(database)
  }
}

extension VoiceTrace.Kind: DatabaseValueConvertible {}

private struct VoiceTraceRow: SnakeCaseRecord {
  static let databaseTableName = "voice_traces"

  var account: AccountID
  var chat: PeerID
  var message: Int32
  var kind: VoiceTrace.Kind
  var rule: String
  var at: Timestamp
  var model: String?
  var text: String?
  var size: Int?
  var error: String?

  init(_ trace: VoiceTrace) {
    account = trace.message.account
    chat = trace.message.chat
    message = trace.message.id
    kind = trace.kind
    rule = trace.rule
    at = trace.at
    model = trace.model
    text = trace.text
    size = trace.size
    error = trace.error
  }

  var trace: VoiceTrace {
    VoiceTrace(
      message: MessageReference(account: account, chat: chat, id: message), kind: kind, rule: rule,
      at: at, model: model, text: text, size: size, error: error)
  }
}
