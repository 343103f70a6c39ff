package import MTProto

/// What the server does wrong on purpose, one call at a time.
package enum CallFault: Sendable, Hashable {
  /// Carried out; the answer is lost for good.
  case loseAnswer
  /// Carried out; the connection is cut before the answer, which waits for the next connection.
  case cutBeforeAnswer
  /// Carried out; the answer waits for ``TelegramServer/releaseAnswers()``.
  case holdAnswer
  /// Not carried out; this error is the answer.
  case refuse(Refusal)
  /// This value of TL is the answer, whatever the server would have said: also to methods that it does
  /// not serve.
  case answer([UInt8])
}

/// The faults that are set up, by method.
struct FaultPlan: Sendable {
  private var plans: [String: [CallFault]] = [:]

  mutating func add(_ fault: CallFault, to method: String, times: Int) {
    plans[method, default: []] += Array(repeating: fault, count: max(0, times))
  }

  /// What happens to this call.
  mutating func take(for method: String) -> CallFault? {
    guard let plan = plans[method], !plan.isEmpty else { return nil }
    return plans[method]?.removeFirst()
  }

  mutating func clear() { plans.removeAll() }
}

/// A call that the server has received, for tests that count them.
package struct CallRecord: Sendable, Hashable {
  /// `messages.sendMessage`; of wrapped calls the inner one.
  package let method: String
  /// Nil before login.
  package let person: Int64?
  package let session: SessionKey
  /// The error it was answered with.
  package let refusal: Refusal?
}

/// What a client did that Telegram does not allow, and in which of its sessions.
package struct ConductNote: Sendable, Hashable, CustomStringConvertible {
  package let session: SessionKey
  package let breach: Breach

  package var description: String { breach.description }
}
