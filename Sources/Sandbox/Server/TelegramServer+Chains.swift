import MTProto
import TelegramSchema

/// How the latest calls of a session ended, for those that name them (invokeAfterMsg).
struct CallOutcomes: Sendable {
  private static let capacity = 1024

  private var successes: [Int64: Bool] = [:]
  private var order: [Int64] = []

  mutating func note(_ message: Int64, isSuccess: Bool) {
    if successes.updateValue(isSuccess, forKey: message) == nil { order.append(message) }
    guard order.count > 2 * Self.capacity else { return }
    for old in order.prefix(Self.capacity) { successes[old] = nil }
    order.removeFirst(Self.capacity)
  }

  /// Nil if no such call has come.
  func isSuccess(_ message: Int64) -> Bool? { successes[message] }
}

extension TelegramServer {
  /// A call is carried out only after the one that it names was
  /// (core.telegram.org/method/invokeAfterMsg). What has not come will not: calls come in order.
  func refusalByChain(of call: ServerCall, in key: SessionKey) -> Refusal? {
    guard let predecessor = try? Gateway.unwrap(call.body).predecessor else { return nil }
    switch sessions[key]?.outcomes.isSuccess(predecessor) {
    case true?: return nil
    case false?: return Refusal(400, "MSG_WAIT_FAILED")
    case nil: return Refusal(500, "MSG_WAIT_TIMEOUT")
    }
  }

  func noteOutcome(_ outcome: Outcome, of call: ServerCall, in key: SessionKey) {
    var isSuccess = true
    if case .failure = outcome.result { isSuccess = false }
    sessions[key]?.outcomes.note(call.messageID, isSuccess: isSuccess)
  }
}
