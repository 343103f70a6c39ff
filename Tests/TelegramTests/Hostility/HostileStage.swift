import MTProto
import Model
import Sandbox
import Testing

@testable import Telegram

/// The owner's account at work at a server that misbehaves, with Alice to talk to.
actor HostileStage {
  let stage: SandboxStage
  let account: TelegramAccount
  private var texts: [String] = []
  private var known: Set<Int32> = []
  private var lastID: Int64 = 100

  nonisolated var server: TelegramServer { stage.server }

  private init(_ stage: SandboxStage, _ account: TelegramAccount) {
    self.stage = stage
    self.account = account
  }

  /// Logs in, and works while `body` runs; the client's conduct is flawless at the end.
  ///
  /// - Parameter time: both sides'; nil: the machine's.
  static func run(
    time: TestTime? = nil, excusing: Set<ConductRule> = [],
    _ body: @escaping @Sendable (HostileStage) async throws -> Void
  ) async throws {
    try await SandboxStage.run(time: time, excusing: excusing) { stage in
      let session = try await stage.login()
      try await stage.work(session: session) { account in
        _ = try #require(try await account.updates.next())
        _ = try await account.api.resolve("@alicemoreno")
        try await body(HostileStage(stage, account))
      }
    }
  }

  /// A message each way: both arrive, and neither twice.
  func talk(_ about: String) async throws {
    try await write("in: \(about)")
    try await arrive("in: \(about)")
    try await send("out: \(about)")
  }

  func write(_ text: String) async throws {
    try await server.contact(Cast.alice).send(text, to: .user(Cast.owner))
  }

  func send(_ text: String) async throws {
    lastID += 1
    _ = try await account.messenger.send(
      OutgoingMessage(chat: .user(Cast.alice), text: text, randomID: lastID))
    #expect(await stage.copies(of: text, for: Cast.alice) == 1, "\(text)")
  }

  /// Returns once the account has seen the text.
  func arrive(_ text: String) async throws {
    while !texts.contains(text) {
      let batch = try #require(try await account.updates.next())
      for case .message(let message) in batch.events {
        #expect(known.insert(message.id).inserted, "\(message.text) twice")
        texts.append(message.text)
      }
    }
  }

  /// What has arrived so far, without what the account wrote itself.
  var arrived: [String] { texts.filter { !$0.hasPrefix("out") } }

  /// Sets each fault by itself, and talks until it has struck as often as it is to.
  func survive(_ faults: [Fault]) async throws {
    for fault in faults {
      await server.add(fault)
      var round = 0
      repeat {
        round += 1
        try await talk("\(fault.kind) \(round)")
      } while !(await server.activeFaults().isEmpty) && round < 20
      let left = await server.activeFaults()
      #expect(left.isEmpty, "\(left)")
      try await talk("after \(fault.kind)")
    }
  }

  func calls(of method: String) async -> Int { await stage.calls(of: method).count }

  func connections() async -> Int { await server.connectionCount }
}

/// What an error says; nothing if there is none.
func words(of error: (any Error)?) -> String { error.map { "\($0)" } ?? "" }
