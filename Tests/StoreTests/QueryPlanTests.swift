import GRDB
import Model
import Testing

@testable import Store

struct QueryPlanTests {
  @Test(
    "Queries of the queues and the history scan no table [A25]",
    arguments: [
      """
      SELECT * FROM outbox WHERE id IN (SELECT min(id) FROM outbox
        WHERE account = 1 AND lane <> 'act' AND \(OutboxItem.State.open) GROUP BY target, lane)
      """,
      "SELECT * FROM outbox WHERE account = 1 AND lane = 'act' AND \(OutboxItem.State.open)",
      "SELECT * FROM outbox WHERE account = 1 AND chat = 2 AND message = 3 ORDER BY id",
      "SELECT * FROM outbox WHERE account = 1 AND target = 2 AND sent_id = 3",
      """
      SELECT * FROM outbox WHERE account = 1 AND target = 2 AND sent_id IS NULL AND attempts > 0
        AND state <> 'failed'
      """,
      "SELECT count(*) FROM outbox WHERE account = 1 AND created_at >= 5 AND lane = 'speech'",
      "SELECT count(*) FROM outbox WHERE account = 1 AND chat = 2 AND created_at >= 5",
      "SELECT count(*) FROM outbox WHERE account = 1 AND rule = 'a' AND created_at >= 5",
      "SELECT count(*) FROM outbox WHERE account = 1 AND finished_at >= 5 AND state = 'sent'",
      "SELECT * FROM decisions WHERE account = 1 AND id < 9 ORDER BY id DESC LIMIT 5",
      "SELECT * FROM decisions WHERE account = 1 AND chat = 2 AND id < 9 ORDER BY id DESC",
      "SELECT * FROM decisions WHERE account = 1 AND rule = 'a' AND id < 9 ORDER BY id DESC",
      "SELECT count(*) FROM decisions WHERE account = 1 AND at >= 5",
      "SELECT chat, min(message) FROM inbox WHERE account = 1 GROUP BY chat",
      "SELECT * FROM prompt_traces WHERE account = 1 AND chat = 2 AND message = 3 ORDER BY id",
      """
      SELECT * FROM telegram_user_messages WHERE account = 1 AND chat = 2 AND id < 9
        AND deleted_at IS NULL ORDER BY id DESC LIMIT 20
      """,
    ])
  func usesIndexes(sql: String) async throws {
    let store = try TemporaryHome().open()
    let plan = try await store.read { database in
      try Row.fetchAll(database, sql: "EXPLAIN QUERY PLAN \(sql)").map { $0["detail"] as String }
    }
    #expect(!plan.isEmpty)
    for line in plan {
      #expect(!line.contains("SCAN") && !line.contains("TEMP B-TREE FOR ORDER"), "\(line)")
    }
  }
}
