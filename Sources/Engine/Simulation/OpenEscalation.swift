import Model

/// What is said to the owner of a simulation again and again until they react.
struct OpenEscalation {
  let chat: PeerID
  let rule: String
  /// Of the first line.
  let start: Timestamp
  private(set) var left: [(step: Escalation, wait: Duration)]

  init?(_ claim: Claim, in chat: PeerID, at start: Timestamp) {
    guard case .escalate(let escalation) = claim.action else { return nil }
    self.chat = chat
    rule = claim.rule
    self.start = start
    // The first line stands in the plan.
    left = Array(escalation.steps.dropFirst())
  }

  /// When it is said next.
  var due: Timestamp? { left.first.map { start.advanced(by: $0.wait) } }

  /// The next line, and where the message goes with it.
  mutating func takeStep() -> [Claim] {
    guard !left.isEmpty else { return [] }
    let step = left.removeFirst().step
    var claims = [Claim(rule: rule, action: .escalate(step))]
    if step.isLast, let forwarding = step.forward {
      claims.append(Claim(rule: rule, action: .forward(forwarding)))
    }
    return claims
  }
}
