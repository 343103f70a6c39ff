import Cryptography
import Engine
import Foundation
import GRDB
import Model
import Store
import Synchronization

extension Suite {
  /// From Telegram's report to the decision on disk, one message at a time and 100 in a batch, against
  /// what no program can do without that keeps its messages: one row, one transaction.
  static let storing = Suite(name: "storing") {
    let baseline = try SQLite().work
    return [
      Contest(
        subject: try StoredDecisions(batch: 1).work("message to stored decision"),
        baseline: baseline),
      Contest(
        subject: try StoredDecisions(batch: 100).work("the same, 100 in a batch"),
        baseline: baseline),
    ]
  }

  static func folder() throws -> URL {
    let folder = URL.temporaryDirectory.appending(path: "understudy-bench-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }
}

/// An engine over a file, whose rules plan an answer for every message, an hour from now.
private final class StoredDecisions: Sendable {
  private let folder: URL
  private let engine: Engine
  private let decided: AsyncStream<Void>
  private let batch: Int
  /// From the beginning to the end, so that starting is not measured.
  private let running: Task<Void, any Error>
  private let next = Mutex<Int32>(1)
  private let clock = ManualClock(Decisions.now)

  init(batch: Int) throws {
    self.batch = batch
    folder = try Suite.folder()
    let store = try Store(
      path: folder.appending(path: "understudy.db").path,
      key: SecretBytes([UInt8](repeating: 7, count: 32)))
    let (stream, continuation) = AsyncStream.makeStream(of: Void.self)
    decided = stream
    let clock = clock.clock
    engine = Engine(
      EngineParts(
        account: Decisions.account, owner: Decisions.owner, store: store,
        rules: try Decisions(rules: 10).load(), messenger: DryRunMessenger(clock: clock),
        model: NoModel(), clock: clock,
        events: { event in
          switch event.kind {
          case .decision(let verdict) where verdict.actions == ["reply"]: continuation.yield()
          case .ready, .message: break
          default: preconditionFailure("\(event)")
          }
        }))
    running = Task { [engine] in try await engine.run() }
  }

  deinit {
    running.cancel()
    try? FileManager.default.removeItem(at: folder)
  }

  func work(_ name: String) -> Work {
    Work(name, unit: .items, amount: batch) { times in
      var decided = self.decided.makeAsyncIterator()
      for _ in 0..<times {
        try await self.engine.accept(self.messages())
        for _ in 0..<self.batch { await decided.next() }
      }
    }
  }

  private func messages() -> EventBatch {
    let inputs = (0..<batch).map { _ in
      let id = next.withLock { next in
        next += 1
        return next
      }
      // A second between messages, so that caps count a minute of them and not all.
      clock.advance(by: .seconds(1))
      return Decisions.input(
        Decisions.Case.act.rawValue, from: Int64(id) + 1000, id: id, at: clock.now)
    }
    return EventBatch(
      events: inputs.map { .message($0.message) }, chats: inputs.map(\.chat),
      contacts: inputs.compactMap(\.sender))
  }

  private struct NoModel: TextModel {
    let name = "none"
    func complete(_ request: TextRequest) async throws -> TextCompletion {
      throw BenchmarkError("no model here")
    }
    func stream(_ request: TextRequest) -> AsyncThrowingStream<String, any Error> {
      AsyncThrowingStream { $0.finish() }
    }
  }
}

/// One table with the columns of a message, written as safely as the store writes.
private final class SQLite: Sendable {
  private let folder: URL
  private let pool: DatabasePool
  private let next = Mutex<Int64>(1)

  init() throws {
    folder = try Suite.folder()
    var configuration = Configuration()
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = FULL") }
    pool = try DatabasePool(
      path: folder.appending(path: "bare.db").path, configuration: configuration)
    try pool.write {
      try $0.execute(
        sql: """
          CREATE TABLE messages (chat INTEGER, id INTEGER, sender INTEGER, date INTEGER, text TEXT,
            PRIMARY KEY (chat, id)) STRICT, WITHOUT ROWID
          """)
    }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  var work: Work {
    Work("one insert into SQLite", unit: .items, amount: 1) { times in
      for _ in 0..<times {
        let id = self.next.withLock { next in
          next += 1
          return next
        }
        try await self.pool.write {
          try $0.execute(
            sql: "INSERT INTO messages VALUES (?, ?, ?, ?, ?)",
            arguments: [id + 1000, id, id + 1000, 1_767_225_600, Decisions.Case.act.rawValue])
        }
      }
    }
  }
}
