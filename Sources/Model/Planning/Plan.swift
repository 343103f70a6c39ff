/// What will be done about one message: the claims that won their slots.
package struct Plan: Sendable, Hashable, Codable {
  /// At most one for speech, reaction and read each; any number of free ones.
  package var claims: [Claim]

  package init(claims: [Claim] = []) { self.claims = claims }

  package var isEmpty: Bool { claims.isEmpty }
  package var speech: Claim? { claims.first { $0.action.slot == .speech } }
  /// Speech that is more than the decision to say nothing.
  package var answer: Claim? { speech.flatMap { $0.action == .ignore ? nil : $0 } }
}

/// One action with the rule that asked for it and its pace.
package struct Claim: Sendable, Hashable, Codable {
  /// `file/rule`: `friends/evening`.
  package var rule: String
  package var action: Action
  /// Nil for what is done at once.
  package var pace: Pace?

  package init(rule: String, action: Action, pace: Pace? = nil) {
    self.rule = rule
    self.action = action
    self.pace = pace
  }
}

/// One sample of a delay curve: what a person would spend on each step, and so when the answer is
/// due. Drawn from a seed of account, chat and message, so that a replay or a restart gives the same.
package struct Pace: Sendable, Hashable, Codable {
  /// The name of the delay declaration.
  package var delay: String
  /// When the message counts as arrived: its date, or the opening of a window it was deferred to.
  package var start: Timestamp
  /// From the start until the message is noticed and marked as read, in milliseconds.
  package var notice: Int64
  /// From then until typing begins, in milliseconds.
  package var reading: Int64
  /// From then until the answer leaves, in milliseconds.
  package var typing: Int64

  package init(delay: String, start: Timestamp, notice: Int64, reading: Int64, typing: Int64) {
    self.delay = delay
    self.start = start
    self.notice = notice
    self.reading = reading
    self.typing = typing
  }

  package var readAt: Timestamp { start.advanced(by: .milliseconds(notice)) }
  package var typingAt: Timestamp { readAt.advanced(by: .milliseconds(reading)) }
  package var due: Timestamp { typingAt.advanced(by: .milliseconds(typing)) }
}
