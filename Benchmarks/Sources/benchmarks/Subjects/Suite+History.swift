import Cryptography
import Foundation
import Model
import Store
import Telegram

extension Suite {
  /// A long chat from the sandbox into a database file: by the program's way into its store, and by
  /// Telethon into one plain table. The server is a process of its own and the same for both.
  static let history = Suite(name: "history") {
    let stage = try Stage(messages: HistoryReader.messages)
    let reader = try await HistoryReader(stage)
    let plain = try await stage.login(Invented.ownerPhone, isPlain: true)
    let telethon = try Python(
      .history,
      ["session": try SessionString.format(plain).reveal(), "folder": stage.scratch.folder.path])
    let baseline = Work("Telethon with cryptg", unit: .items, amount: HistoryReader.messages) {
      try telethon.run($0, ["chat": Invented.contact, "expected": HistoryReader.messages])
    }
    return [
      Contest(subject: reader.storing, baseline: baseline),
      Contest(subject: reader.fetching, baseline: baseline),
    ]
  }
}

/// An account that is connected, and reads the same chat again and again.
private final class HistoryReader {
  static let messages = 100_000
  /// Requests under way.
  private static let ahead = 16

  /// Keeps the server.
  private let stage: Stage
  private let api: AccountAPI
  private let running: Task<Void, any Error>
  private var count = 0
  /// Opened and empty: what a program does at its start.
  private var stores: [(store: Store, path: String)] = []

  init(_ stage: Stage) async throws {
    self.stage = stage
    let session = try await stage.login(Invented.ownerPhone)
    let client = try TelegramClient(configuration: stage.configuration, session: session)
    let account = TelegramAccount(
      account: AccountID(Invented.owner), client: client, positions: [])
    api = account.api
    running = Task { try await account.run() }
    _ = try await api.dialogs()
  }

  deinit { running.cancel() }

  var storing: Work {
    var work = Work(
      "100,000 messages fetched and stored", unit: .items, amount: Self.messages
    ) { times in
      for _ in 0..<times { try await self.store() }
    }
    work.prepare = { times in
      for _ in 0..<times { try self.open() }
    }
    return work
  }

  var fetching: Work {
    Work("the same, not stored", unit: .items, amount: Self.messages) { times in
      for _ in 0..<times {
        var count = 0
        try await self.api.historyPages(of: .user(Invented.contact), ahead: Self.ahead) {
          count += $0.messages.count
        }
        try Self.check(count)
      }
    }
  }

  private func open() throws {
    count += 1
    let path = stage.scratch["ours-\(count).db"].path
    let store = try Store(path: path, key: SecretBytes([UInt8](repeating: 7, count: 32)))
    stores.append((store, path))
  }

  private func store() async throws {
    let (store, path) = stores.removeFirst()
    let outcome = try await store.keepHistory(of: api.account) { [api] take in
      try await api.historyPages(of: .user(Invented.contact), ahead: Self.ahead, take)
    }
    try Self.check(outcome.new)
    try store.close()
    for suffix in ["", "-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: path + suffix)
    }
  }

  private static func check(_ count: Int) throws {
    guard count == messages else {
      throw BenchmarkError("\(count) of \(messages) messages were read")
    }
  }
}
