import Engine
import Foundation
import Model
import Rules
import ServiceLifecycle
import Store
import Telegram

/// One account at work: Telegram's events into the engine, the rule folder into the engine, for as
/// long as the service runs.
struct Twin: Service {
  let account: TelegramAccount
  let engine: Engine
  let reloader: RuleReloader
  /// What the rule folder held when the engine's rules were loaded.
  let sources: [RuleSource]
  /// For as long as it works, no other home may use the session.
  let keyLock: KeyLock
  /// Where other commands ask; nil if there can be none.
  let port: TwinPort?
  let memory = MemoryKeeper()

  func run() async throws {
    try await cancelWhenGracefulShutdown {
      do {
        try await work()
      } catch  where Task.isCancelled {
        // Told to end: what was cut short stands in the store and goes on at the next start.
      }
    }
  }

  private func work() async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await account.run() }
      group.addTask { try await follow() }
      defer { group.cancelAll() }
      // Any part that ends takes the others with it; an orderly end is the cancellation.
      try await group.next()
    }
  }

  /// The engine starts with the first batch, when the account is up to date: from then on "ready"
  /// means that what comes is seen.
  private func follow() async throws {
    guard let first = try await account.updates.next() else { return }
    try await engine.accept(first)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await engine.run() }
      group.addTask { await reloader.run(from: sources) }
      group.addTask { await memory.run() }
      if let port { group.addTask { await port.run() } }
      group.addTask {
        async let noted: Void = noteOwnPresence()
        while let batch = try await account.updates.next() {
          try await engine.accept(await account.api.completed(batch, where: engine.reads))
        }
        await noted
      }
      defer { group.cancelAll() }
      try await group.next()
    }
  }

  /// What changes is told; how it is at the start has to be asked.
  private func noteOwnPresence() async {
    do {
      if let presence = try await account.api.ownPresence() { engine.note(ownPresence: presence) }
    } catch {
      // Then it is not known until the owner comes or goes.
    }
  }
}
