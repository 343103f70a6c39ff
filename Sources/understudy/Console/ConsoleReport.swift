import Engine
import Model
import Rules

/// What would be done about a message, in words.
struct ConsoleReport {
  private let verdict: Simulation.Verdict
  private let considered: [Consideration]

  init(_ verdict: Simulation.Verdict, considered: [Consideration]) {
    self.verdict = verdict
    self.considered = considered
  }

  /// What is done, and when.
  var short: String {
    if let stop = verdict.stop {
      return "nothing: the guard \"\(stop.kind.rawValue)\" stopped it: \(stop.why)"
    }
    let claims = verdict.ruling.plan.claims
    guard !claims.isEmpty else { return "nothing: \(verdict.ruling.reason)" + rest }
    let lines = claims.map { claim in
      var line = "\(claim.action.name) by \(claim.rule)"
      if let text = claim.action.shownText { line += ": “\(text)”" }
      if let pace = claim.pace {
        let seconds = verdict.input.message.date.duration(to: pace.due).components.seconds
        line += ", after \(Self.span(seconds)) (\(pace.delay.isEmpty ? "deferred" : pace.delay))"
      }
      return line
    }
    return (lines + ["  because \(verdict.ruling.reason)"]).joined(separator: "\n") + rest
  }

  /// With every rule that was looked at.
  var long: String {
    var lines = [short]
    if let pace = verdict.ruling.plan.speech?.pace {
      lines.append(
        "  noticed after \(Self.milliseconds(pace.notice)), read for "
          + "\(Self.milliseconds(pace.reading)), typed for \(Self.milliseconds(pace.typing))")
    }
    if let composition = verdict.ruling.plan.speech?.action.modelsTask {
      lines += ["  the model is told: \(composition.persona.system)"]
      if let instruction = composition.instruction { lines.append("  and: \(instruction)") }
    }
    if verdict.stop == nil, !considered.isEmpty {
      lines += ["", "Rules, in the order in which they were asked:"]
      lines += considered.map {
        "  \($0.outcome.rawValue)  \($0.rule)" + ($0.why.map { ": \($0)" } ?? "")
      }
      lines += Consideration.Outcome.legend(considered.map(\.outcome))
    }
    return lines.joined(separator: "\n")
  }

  /// What the rules noted and logged, and how they failed.
  private var rest: String {
    (verdict.ruling.notes + verdict.ruling.problems.map(\.description)).map { "\n  \($0)" }
      .joined()
  }

  private static func milliseconds(_ value: Int64) -> String {
    "\(value / 1000).\(value % 1000 / 100) s"
  }

  private static func span(_ seconds: Int64) -> String {
    let (hours, rest) = seconds.quotientAndRemainder(dividingBy: 3600)
    let minutes = rest / 60
    if hours > 0 { return minutes > 0 ? "\(hours) h \(minutes) min" : "\(hours) h" }
    return minutes > 0 ? "\(minutes) min \(rest % 60) s" : "\(rest) s"
  }
}

extension Action {
  /// What is said or written, where it is known already.
  var shownText: String? {
    switch self {
    case .reply(let text, _), .draft(let text), .notify(let text): text
    case .react(let emoji): emoji
    case .aiReply(let composition), .aiDraft(let composition): "as \(composition.persona.name)"
    case .voiceReply(let reply): reply.text ?? "as \(reply.composition.persona.name)"
    case .escalate(let escalation): escalation.line
    case .forward(let forwarding): "to \(forwarding.to)"
    case .label(let tags):
      (tags.add.map { "+\($0)" } + tags.remove.map { "-\($0)" }).joined(separator: " ")
    case .remember(let fact): fact.text
    default: nil
    }
  }

  fileprivate var modelsTask: Composition? {
    switch self {
    case .aiReply(let composition), .aiDraft(let composition): composition
    case .voiceReply(let reply): reply.text == nil ? reply.composition : nil
    default: nil
    }
  }
}
