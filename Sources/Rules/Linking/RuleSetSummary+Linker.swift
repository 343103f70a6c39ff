import Model
import Scripting

extension RuleSetSummary {
  init(_ linker: Linker, _ book: RuleBook) {
    files = linker.files.map(\.root)
    monitors = linker.monitors.map { Declaration($0, detail: $0.value.detail) }
    filters = linker.filters.map { Declaration($0, detail: "") }
    hours = linker.hours.map { Declaration($0, detail: $0.value.detail(owner: book.account.zone)) }
    delays = linker.delays.map { Declaration($0, detail: $0.value.detail) }
    personas = linker.personas.map { declared in
      let extends = declared.value.extends.map { "extends \($0)" }
      let system = book.personas[declared.name].map { "\($0.persona.system.prefix(60))" }
      return Declaration(declared, detail: extends ?? system ?? "")
    }
    limits = linker.limits.map {
      Declaration($0, detail: $0.value.map(\.description).joined(separator: ", "))
    }
    timers = linker.timers.map { Declaration($0.declared, detail: $0.declared.value.words) }
    rules = book.rules.map { rule in
      let actions: [String] =
        if case .act(let actions) = rule.body { actions.map(\.name) } else { [] }
      return Rule(
        id: rule.id, file: rule.place.file, line: rule.place.line, phase: rule.phase.rawValue,
        priority: rule.priority, actions: actions, hash: rule.hash)
    }
  }
}

extension RuleSetSummary.Declaration {
  fileprivate init<Value>(_ declared: Declared<Value>, detail: String) {
    self.init(
      name: declared.name, file: declared.place.file, line: declared.place.line, detail: detail)
  }
}

extension Monitor {
  fileprivate var detail: String {
    var parts = selectors.map(\.description) + titles.map { "titled \($0)" }
    if let contacts { parts.append(contacts ? "contacts only" : "strangers only") }
    if onlyMentions { parts.append("mentions only") }
    if learns { parts.append("learnt from") }
    if shares { parts.append("shared") }
    if let keep { parts.append("kept for \(DurationText.text(of: keep))") }
    if !exclude.isEmpty {
      parts.append("without \(exclude.map(\.description).joined(separator: ", "))")
    }
    return parts.joined(separator: ", ")
  }
}

extension HoursDeclaration {
  fileprivate func detail(owner: String) -> String {
    let zone = isSenders ? "the sender's zone" : zone ?? owner
    let taken = except.texts.isEmpty ? "" : ", except \(except.texts.joined(separator: ", "))"
    return "\(texts.joined(separator: "; ")) (\(zone))\(taken)"
  }
}

extension DelayDeclaration {
  fileprivate var detail: String {
    var parts = [
      function == nil ? "notice \(curve.notice.detail)" : "notice by a function",
      "reading \(curve.reading.detail)",
      "typing \(curve.typing.detail)",
    ]
    if let cap = curve.cap { parts.append("at most \(DurationText.text(of: cap))") }
    if let deferral { parts.append("deferred to \(deferral.hours)") }
    return parts.joined(separator: ", ")
  }
}

extension Curve {
  fileprivate var detail: String {
    func time(_ seconds: Double) -> String {
      DurationText.text(of: .milliseconds(Int64(seconds * 1000)))
    }
    return switch self {
    case .constant(let value): time(value)
    case .lognormal(let middle, let high), .normal(let middle, let high):
      "around \(time(middle)), mostly below \(time(high))"
    case .uniform(let low, let high): "\(time(low)) to \(time(high))"
    case .perCharacter(let seconds): "\(seconds) s a character"
    case .charactersPerSecond(let low, let high): "\(low) to \(high) characters a second"
    }
  }
}
