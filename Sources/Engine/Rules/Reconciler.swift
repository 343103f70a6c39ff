import Model
import Store

/// Holds pending answers against the rules in force: an answer stands if its rule is what it was, is
/// decided again if the rule changed, and falls if the rule is gone or the chat no longer read.
struct Reconciler: Sendable {
  let parts: EngineParts
  let book: RuleBook

  struct Outcome: Sendable, Hashable {
    var kept = 0
    var again = 0
    var cancelled = 0
  }

  func reconcile(_ items: [OutboxItem]) async throws -> Outcome {
    let rules = book.current
    let hashes = rules.ruleHashes
    var outcome = Outcome()
    for item in items {
      // What was given to Telegram is under way; only its answer is still awaited.
      guard item.state != .sending, item.rule != Notices.host else {
        outcome.kept += 1
        continue
      }
      let now = parts.clock.now
      if try await !isRead(item, by: rules) {
        outcome.cancelled += try await drop(item, "no monitor covers this chat any more", at: now)
      } else if let hash = hashes[item.rule] {
        guard hash != item.ruleHash else {
          outcome.kept += 1
          continue
        }
        let reason = "rule \(item.rule) was changed; the message is decided again"
        if let closed = try await parts.store.decideAgain(item, reason: reason, at: now) {
          parts.emitCancelled([closed])
          outcome.again += 1
        }
      } else {
        outcome.cancelled += try await drop(item, "rule \(item.rule) is gone", at: now)
      }
    }
    return outcome
  }

  /// What else waits falls only with its rule: that a message goes on or the owner is told again is no less
  /// right because the rule says something else by now.
  func dropOrphans(among items: [OutboxItem]) async throws -> Int {
    let hashes = book.current.ruleHashes
    var dropped = 0
    for item in items where item.state != .sending && hashes[item.rule] == nil {
      dropped += try await drop(item, "rule \(item.rule) is gone", at: parts.clock.now)
    }
    return dropped
  }

  private func drop(_ item: OutboxItem, _ reason: String, at now: Timestamp) async throws -> Int {
    let closed = try await parts.store.close(item.id, as: .cancelled, reason: reason, at: now)
    guard let closed else { return 0 }
    parts.emitCancelled([closed])
    return 1
  }

  private func isRead(_ item: OutboxItem, by rules: any Rulings) async throws -> Bool {
    guard let reference = item.message, let message = try await parts.store.message(reference)
    else { return true }
    let chat = try await parts.chat(reference.chat)
    let contact = try await parts.person(reference.chat)
    return rules.monitor(of: message, in: chat, contact: contact, owner: parts.owner) != nil
  }
}
