package import Model
import Scripting

/// What a case says must come of a message. What is nil may be anything.
package struct Expectation: Sendable {
  enum Text: Sendable {
    case exactly(String)
    case fitting(RegularExpression)
  }

  var speech: String?
  var text: Text?
  var rule: String?
  /// Some nothing: the owner is told nothing.
  var notify: String??
  /// Some nothing: there is nothing of the kind.
  var escalate: String??
  var forward: String??
  var label: String??
  var remember: String??
  var reaction: String?
  var read: Bool?
  var reason: String?
  var stopped: String?
  var shadow: String?
  var error: String?
  var due: ClosedRange<Duration>?
  var variant: String?

  /// Nothing in particular, but that no rule fails.
  package static let none = Expectation()

  init() {}

  /// What really came of it.
  package struct Outcome: Sendable {
    package var stop: GuardStop?
    package var ruling: Ruling
    /// What is said, once the model has answered; nil if nothing is.
    package var text: String?
    /// Why the model's answer is not sent.
    package var trouble: String?
    package var arrival: Timestamp

    package init(
      stop: GuardStop? = nil, ruling: Ruling, text: String? = nil, trouble: String? = nil,
      arrival: Timestamp
    ) {
      self.stop = stop
      self.ruling = ruling
      self.text = text
      self.trouble = trouble
      self.arrival = arrival
    }

    var plan: Plan { ruling.plan }
  }

  /// What is not as expected, a sentence each.
  ///
  /// - Parameter names: of the rules and timers that there are.
  package func complaints(about outcome: Outcome, names: [String]) -> [String] {
    var complaints: [String] = []
    func expect<Value: Equatable>(_ what: String, _ wanted: Value?, _ found: Value) {
      guard let wanted, wanted != found else { return }
      complaints.append("expected \(what) \(Self.shown(wanted)), got \(Self.shown(found))")
    }
    expect("speech", speech, outcome.plan.speech?.action.name ?? "none")
    expect(
      "variant", variant, outcome.plan.speech?.action.composition?.persona.variant ?? "none")
    expectText(outcome, &complaints)
    expectRule(outcome, names, &complaints)
    expectDoings(outcome, &complaints)
    let reactions = outcome.plan.claims.compactMap { claim -> String? in
      if case .react(let emoji) = claim.action { emoji } else { nil }
    }
    expect("reaction", reaction, reactions.first ?? "none")
    expect("read", read, outcome.plan.claims.contains { $0.action == .markRead })
    let why = outcome.stop?.why ?? outcome.ruling.reason
    if let reason, !why.contains(reason) {
      complaints.append("expected the reason to hold \"\(reason)\", got \"\(why)\"")
    }
    expect("guard", stopped, outcome.stop?.kind.rawValue ?? "none")
    let shadows = outcome.ruling.shadow.map(\.action.name)
    if let shadow, !(shadows.isEmpty ? ["none"] : shadows).contains(shadow) {
      let found = shadows.isEmpty ? "none" : shadows.map { "\"\($0)\"" }.joined(separator: ", ")
      complaints.append("expected \"\(shadow)\" in shadow, got \(found)")
    }
    expectErrors(outcome, &complaints)
    expectDue(outcome, &complaints)
    return complaints
  }

  private static func shown<Value>(_ value: Value) -> String {
    value is String ? "\"\(value)\"" : "\(value)"
  }

  private func expectText(_ outcome: Outcome, _ complaints: inout [String]) {
    guard let text else { return }
    var found = outcome.text.map { "\"\($0)\"" } ?? outcome.trouble ?? "nothing"
    if outcome.text == nil, let hint = Self.otherKey(outcome) { found += "; \(hint)" }
    switch text {
    case .exactly(let wanted):
      if outcome.text != wanted { complaints.append("expected text \"\(wanted)\", got \(found)") }
    case .fitting(let expression):
      if outcome.text.map(expression.matches) != true {
        complaints.append("expected text that fits \"\(expression.text)\", got \(found)")
      }
    }
  }

  /// Text is what is said in the chat. Of what is done besides, the key that expects it.
  private static func otherKey(_ outcome: Outcome) -> String? {
    for claim in outcome.plan.claims {
      switch claim.action {
      case .react(let emoji):
        return "there is a reaction, which reaction = \"\(emoji)\" expects"
      case .notify(let text):
        return "there is a notice, which notify = \"\(text.prefix(40))\" expects"
      default: continue
      }
    }
    return nil
  }

  private func expectRule(
    _ outcome: Outcome, _ names: [String], _ complaints: inout [String]
  ) {
    let acting = outcome.plan.claims.map(\.rule)
    guard let rule, !acting.contains(rule) else { return }
    let unique = acting.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    let found = unique.isEmpty ? "none" : unique.map { "\"\($0)\"" }.joined(separator: ", ")
    let hint = didYouMean(rule, names).map { "; \($0)" } ?? ""
    let unknown = names.contains(rule) ? "" : "; there is no such rule\(hint)"
    complaints.append("expected rule \"\(rule)\", got \(found)\(unknown)")
  }

  private func expectDoings(_ outcome: Outcome, _ complaints: inout [String]) {
    func expect(
      _ wanted: String??, _ what: String, _ none: String, _ texts: (Action) -> [String],
      fits: (String, String) -> Bool = { $0.contains($1) }
    ) {
      guard let wanted else { return }
      let found = outcome.plan.claims.flatMap { texts($0.action) }
      let shown = found.isEmpty ? "none" : found.map { "\"\($0)\"" }.joined(separator: ", ")
      if let wanted {
        if found.contains(where: { fits($0, wanted) }) { return }
        complaints.append("expected \(what) \"\(wanted)\", got \(shown)")
      } else if !found.isEmpty {
        complaints.append("expected \(none), got \(shown)")
      }
    }
    expect(notify, "a notice that holds", "no notice") {
      if case .notify(let text) = $0 { [text] } else { [] }
    }
    expect(escalate, "an escalation that holds", "no escalation") {
      if case .escalate(let escalation) = $0 { [escalation.line] } else { [] }
    }
    expect(
      forward, "a forward to", "no forward",
      { if case .forward(let forwarding) = $0 { [forwarding.to] } else { [] } },
      fits: { $0 == PeerSelector(.string($1))?.description })
    expect(
      label, "the tag", "no tag",
      { if case .label(let tags) = $0 { tags.add + tags.remove } else { [] } },
      fits: { $0 == $1.lowercased() })
    expect(remember, "a fact that holds", "no fact") {
      if case .remember(let fact) = $0 { [fact.text] } else { [] }
    }
  }

  /// A rule that fails fails the case, unless that is what is expected.
  private func expectErrors(_ outcome: Outcome, _ complaints: inout [String]) {
    let problems = outcome.ruling.problems.map(\.description)
    guard let error else { return complaints += problems }
    guard !problems.contains(where: { $0.contains(error) }) else { return }
    let found = problems.isEmpty ? "none" : problems.joined(separator: "; ")
    complaints.append("expected an error that holds \"\(error)\", got \(found)")
  }

  private func expectDue(_ outcome: Outcome, _ complaints: inout [String]) {
    guard let due else { return }
    guard let speech = outcome.plan.speech else {
      return complaints.append("expected an answer within a time, got none")
    }
    let wait = outcome.arrival.duration(to: speech.pace?.due ?? outcome.arrival)
    guard !due.contains(wait) else { return }
    let text = { (duration: Duration) in DurationText.text(of: duration) }
    complaints.append(
      "expected the answer after \(text(due.lowerBound)) to \(text(due.upperBound)), got "
        + text(wait))
  }
}
