import Cryptography
import GRDB
import Model
import Synchronization
import Testing

@testable import Store

/// What SQLite was asked, in the order of the questions.
private final class Questions: Sendable {
  private let texts = Mutex<[String]>([])

  func add(_ text: String) { texts.withLock { $0.append(text) } }
  var selects: [String] {
    texts.withLock { $0.filter { $0.hasPrefix("SELECT") || $0.hasPrefix("WITH") } }
  }
}

@Suite(.timeLimit(.minutes(5)))
struct QueryPlanTests {
  @Test("History, queue and lookups never scan a table whole [A25]")
  func noFullScans() async throws {
    let store = try Store(inMemoryWith: SecretBytes([UInt8](repeating: 7, count: 32)))
    let account = AccountID(1)
    let chat = PeerID.user(2)
    let reference = MessageReference(account: account, chat: chat, id: 3)
    let since = Timestamp(seconds: 0)
    let message = Message(
      account: account, chat: chat, id: reference.id, sender: .user(7), date: since, text: "hi")
    _ = try await store.store(history: [HistoryPage(messages: [message])], account: account)
    let questions = Questions()
    try await store.write { database in
      database.trace { event in questions.add(event.expandedDescription) }
    }
    _ = try await store.messages(in: chat, account: account, limit: 20, before: 9)
    _ = try await store.messages(withID: 3, account: account)
    _ = try await store.message(reference)
    _ = try await store.newestMessages(of: account, limit: 20)
    _ = try await store.chat(chat, account: account)
    _ = try await store.contact(2, account: account)
    _ = try await store.peer(chat, account: account)
    _ = try await store.positions(of: account)
    _ = try await store.history(of: account, limit: 20)
    _ = try await store.history(of: account, filter: DecisionFilter(chat: chat), limit: 20)
    _ = try await store.history(of: account, filter: DecisionFilter(rule: "a/b"), limit: 20)
    _ = try await store.decided(about: reference)
    _ = try await store.candidates(for: 3, account: account)
    _ = try await store.promptTraces(for: reference)
    _ = try await store.pending(of: account)
    _ = try await store.agenda(of: account, at: since)
    let windows = [nil, chat].map { AnswerWindow(chat: $0, since: since) }
    let found = try await store.circumstances(of: reference, counting: windows, traffic: 40)
    #expect(found?.message == message)
    _ = try await store.outbox(for: reference)
    _ = try await store.summary(of: account, since: since)
    _ = try await store.answerCount(of: account, in: chat, since: since)
    _ = try await store.claimCount(of: account, rule: "a/b", in: chat, since: since)
    _ = try await store.setting("x", account: account)
    _ = try await store.ownWords(in: chat, account: account, before: 9, limit: 20)
    _ = try await store.ownWritings(in: chat, account: account, limit: 20)
    let asked = questions.selects
    #expect(asked.count >= 20)
    let scans = try await scans(in: asked, of: store)
    #expect(scans.isEmpty)
    // A question that has no index shows that a scan would be seen.
    let known = try await self.scans(in: ["SELECT id FROM outbox WHERE text = 'x'"], of: store)
    #expect(known.count == 1)
  }

  private func scans(in questions: [String], of store: Store) async throws -> [String] {
    try await store.read { database in
      try questions.flatMap { sql in
        try Row.fetchAll(database, sql: "EXPLAIN QUERY PLAN " + sql)
          .map { $0["detail"] as String }
          .filter { detail in
            Self.tables.contains { detail.hasPrefix("SCAN \($0)") && !detail.contains("INDEX") }
          }
          .map { "\($0): \(sql)" }
      }
    }
  }

  private static let tables = [
    "telegram_sessions", "telegram_user_messages", "chats", "contacts", "peers", "decisions",
    "outbox", "inbox", "prompt_traces", "update_positions", "settings", "owner_activity",
  ]
}
