import Model
import Store

/// A decision as `understudy why` tells it: what was decided, by which rule, why not by the others,
/// at what pace, and what became of it.
struct Explanation: Encodable {
  let decision: Decision
  let message: Message?
  let outbox: [Row]
  let prompts: [PromptTrace]
  let voices: [VoiceTrace]

  init(_ decided: DecidedMessage, prompts: [PromptTrace], voices: [VoiceTrace]) {
    decision = decided.decision
    message = decided.message
    outbox = decided.outbox.map(Row.init)
    self.prompts = prompts
    self.voices = voices
  }

  /// What became of one planned action.
  struct Row: Encodable {
    let rule: String
    let action: String
    let state: OutboxItem.State
    let due: Timestamp
    let sent: Int32?
    let randomID: Int64
    let attempts: Int
    let text: String?
    let reason: String?

    init(_ item: OutboxItem) {
      rule = item.rule
      action = item.action.name
      state = item.state
      due = item.due
      sent = item.sentID
      randomID = item.randomID
      attempts = item.attempts
      text = item.text
      reason = item.reason
    }

    enum CodingKeys: String, CodingKey {
      case rule, action, state, due, sent, attempts, text, reason
      case randomID = "random_id"
    }
  }

  var text: String {
    var lines = [headline, "  \(decision.reason)"]
    if let message {
      let heard = message.transcript.map { "  heard by \($0.model): “\($0.text)”" }
      let text = message.text.isEmpty && message.media != nil ? nil : "  “\(message.text)”"
      let media = message.media.map { media in
        "  [\(media.kind.rawValue)" + (media.duration.map { ", \(Int($0)) s]" } ?? "]")
      }
      lines.insert(contentsOf: [media, text, heard].compactMap(\.self), at: 1)
    }
    lines += pace
    if !decision.considered.isEmpty {
      lines += ["", "Rules, in the order in which they were asked:"]
      lines += decision.considered.map(Self.line)
      lines += Consideration.Outcome.legend(decision.considered.map(\.outcome))
    }
    if !decision.notes.isEmpty { lines += ["", "Notes:"] + decision.notes.map { "  \($0)" } }
    let kept = decision.plan.claims.filter(\.action.isKept)
    if !kept.isEmpty {
      lines += ["", "Kept with the decision:"]
      lines += kept.map { "  \($0.action.name) by \($0.rule): \($0.action.shownText ?? "")" }
    }
    if let shadow = decision.shadow {
      lines += ["", "Of rules in shadow, and not done:"]
      lines += shadow.map {
        "  \($0.action.name) by \($0.rule)" + ($0.action.shownText.map { ": “\($0)”" } ?? "")
      }
    }
    if !outbox.isEmpty { lines += ["", "What became of it:"] + outbox.map(Self.line) }
    if !voices.isEmpty { lines += ["", "Heard and spoken:"] + voices.map(Self.line) }
    for prompt in prompts { lines += [""] + Self.lines(prompt) }
    return lines.joined(separator: "\n")
  }

  private var headline: String {
    let what: String
    if let stop = decision.guardStop {
      what = "not answered: the guard \"\(stop.kind.rawValue)\" stopped it"
    } else if let speech = decision.plan.speech {
      what = "\(speech.action.name) by \(speech.rule)"
    } else if let first = decision.plan.claims.first {
      what = "\(first.action.name) by \(first.rule), nothing said"
    } else {
      what = "no rule wanted it"
    }
    return "\(decision.message) at \(decision.at.localMinutes): \(what)"
  }

  private var pace: [String] {
    guard let pace = decision.plan.speech?.pace else { return [] }
    return [
      "",
      "Pace \"\(pace.delay)\" from \(pace.start):",
      "  noticed after \(seconds(pace.notice)), read for \(seconds(pace.reading)), typed for "
        + seconds(pace.typing),
      "  due \(pace.due)",
    ]
  }

  private func seconds(_ milliseconds: Int64) -> String {
    "\(milliseconds / 1000).\(milliseconds % 1000 / 100) s"
  }

  private static func line(_ consideration: Consideration) -> String {
    let why = consideration.why.map { ": \($0)" } ?? ""
    return "  \(consideration.outcome.rawValue)  \(consideration.rule)\(why)"
  }

  private static func line(_ row: Row) -> String {
    var line = "  \(row.state.rawValue)  \(row.action) by \(row.rule)"
    if let sent = row.sent { line += ", as message \(sent)" }
    line += ", random_id \(row.randomID)"
    if let reason = row.reason { line += ": \(reason)" }
    if let text = row.text { line += "\n    “\(text)”" }
    return line
  }

  private static func line(_ voice: VoiceTrace) -> String {
    var parts = [voice.kind.rawValue]
    if let model = voice.model { parts.append("by \(model)") }
    if voice.kind == .spoken { parts.append("for \(voice.rule)") }
    var line = "  " + parts.joined(separator: " ")
    if let size = voice.size { line += ", \(size) bytes" }
    if let error = voice.error { return line + ", not: \(error)" }
    return line + (voice.text.map { ": “\($0)”" } ?? "")
  }

  private static func line(_ style: StyleTrace) -> String {
    let source =
      "style: learnt = \(style.amount), from \(style.messages) messages of the owner's own in "
      + "\(style.chats) chat\(style.chats == 1 ? "" : "s")"
    return source + ": " + (style.text ?? style.reason ?? "nothing")
  }

  private static func lines(_ prompt: PromptTrace) -> [String] {
    var lines = ["Asked \(prompt.model) for \(prompt.rule):", "  system: \(prompt.request.system)"]
    if let style = prompt.style { lines.append("  " + Self.line(style)) }
    lines += prompt.request.turns.map { "  \($0.role.rawValue): \($0.text)" }
    if let answer = prompt.answer { lines.append("  answer: \(answer)") }
    if let error = prompt.error { lines.append("  error: \(error)") }
    return lines
  }
}

extension Action {
  /// It is done once the decision is stored.
  fileprivate var isKept: Bool {
    switch self {
    case .label, .remember: true
    default: false
    }
  }
}
