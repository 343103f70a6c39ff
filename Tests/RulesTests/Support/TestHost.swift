import Model
import Rules
import Synchronization

/// A host that answers from a script and notes what it was asked.
final class TestHost: RuleHost {
  struct Notes: Sendable {
    var requests: [TextRequest] = []
    var logs: [String] = []
    var slept: [Duration] = []
    var counted: [String] = []
  }

  private let notes = Mutex(Notes())
  private let clock: WallClock
  private let completion: @Sendable (TextRequest) async throws -> String
  private let messages: [Message]
  private let claims: @Sendable (String, PeerID?, Timestamp) throws -> Int

  init(
    clock: ManualClock = ManualClock(Sample.monday), messages: [Message] = [],
    claims: @escaping @Sendable (String, PeerID?, Timestamp) throws -> Int = { _, _, _ in 0 },
    completion: @escaping @Sendable (TextRequest) async throws -> String = { _ in "fine" }
  ) {
    self.clock = clock.clock
    self.messages = messages
    self.claims = claims
    self.completion = completion
  }

  var seen: Notes { notes.withLock(\.self) }

  func complete(_ request: TextRequest, for asker: String) async throws -> TextCompletion {
    notes.withLock { $0.requests.append(request) }
    return TextCompletion(text: try await completion(request), model: "test")
  }

  func history(of chat: PeerID, limit: Int, before: Int32?) async throws -> [Message] {
    Array(messages.filter { $0.chat == chat && $0.id < before ?? .max }.suffix(limit).reversed())
  }

  func sleep(for duration: Duration) async throws {
    notes.withLock { $0.slept.append(duration) }
    try await clock.sleep(until: clock.now.advanced(by: duration))
  }

  func claimCount(rule: String, chat: PeerID?, since: Timestamp) async throws -> Int {
    notes.withLock { $0.counted.append("\(rule) \(chat?.description ?? "all") \(since)") }
    return try claims(rule, chat, since)
  }

  func log(_ text: String, rule: String) {
    notes.withLock { $0.logs.append("\(rule): \(text)") }
  }
}
