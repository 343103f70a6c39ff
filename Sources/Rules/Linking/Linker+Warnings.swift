import Model
import Scripting

extension Linker {
  /// What is allowed and yet hardly meant.
  mutating func warn(about compiled: [CompiledRule]) {
    if monitors.isEmpty, let first = rules.first {
      report(
        "no monitor is declared, so no chat is read and no rule is ever asked",
        hint: #"write monitor "people" { "private", contacts = true }"#,
        at: first.declared.place, severity: .warning)
    }
    if account?.value.setsZone != true,
      let first = hours.first(where: { $0.value.zone == nil })
    {
      report(
        "hours \"\(first.name)\" is read in UTC, as account sets no zone",
        hint: #"write account { zone = "Europe/Berlin" }"#, at: first.place, severity: .warning)
    }
    for monitor in monitors where !monitor.value.titles.isEmpty {
      guard let kind = monitor.value.kindBesideTitles else { continue }
      report(
        "monitor \"\(monitor.name)\" reads every \(kind), whatever its titles say: what a monitor lists "
          + "adds up",
        hint: "leave out \"\(kind)\" to read those with the titles alone; or leave out titles",
        at: monitor.place, severity: .warning)
    }
    warnOfTies(compiled)
  }

  /// Two rules that always speak and can meet: only their place in the files decides between them.
  private mutating func warnOfTies(_ compiled: [CompiledRule]) {
    let speaking = compiled.filter { $0.speaksAlways && !$0.also }
    let whens = Dictionary(rules.map { ($0.id, $0.declared.value.when) }) { first, _ in first }
    let standings = speaking.map { rule in whens[rule.id].map { Standing(of: rule, when: $0) } }
    let equals = Dictionary(grouping: speaking.indices) { standings[$0] }
    for (position, rule) in speaking.enumerated() where standings[position] != nil {
      for other in equals[standings[position]] ?? [] where other > position {
        guard Self.mayShareLanguage(whens[rule.id], whens[speaking[other].id]) else { continue }
        report(
          "rules \(rule.id) (\(rule.place)) and \(speaking[other].id) tie; the first always wins",
          hint: "set a priority, or tell them apart in when", at: speaking[other].place,
          severity: .warning)
      }
    }
  }
}

extension Linker {
  /// What is written in one language is not written in another.
  fileprivate static func mayShareLanguage(
    _ first: WhenDeclaration?, _ second: WhenDeclaration?
  ) -> Bool {
    let (languages, others) = (first?.languages ?? [], second?.languages ?? [])
    return languages.isEmpty || others.isEmpty || !Set(languages).isDisjoint(with: others)
  }
}

extension Monitor {
  /// A kind of chat that has titles and is covered as a whole.
  fileprivate var kindBesideTitles: String? {
    selectors.lazy.compactMap { selector in
      if case .kind(let kind) = selector, kind == .group || kind == .channel {
        kind.rawValue
      } else {
        nil
      }
    }.first
  }
}

/// What decides between rules, but for their place in the files: equal ones speak of the same chats, and
/// nothing in them keeps them apart.
private struct Standing: Hashable {
  private let phase: RulePhase
  private let priority: Int
  private let specificity: Specificity
  private let when: WhenDeclaration
  /// The lists of `when` whose order says nothing.
  private let lists: [Set<String>]
  private let peers: [Set<PeerSelector>]

  init(of rule: CompiledRule, when: WhenDeclaration) {
    phase = rule.phase
    priority = rule.priority
    specificity = rule.specificity
    lists = [
      when.monitors, when.kinds, when.filters, when.hours, when.outside, when.tags,
    ].map { Set($0) }
    peers = [when.chats, when.senders].map { Set($0) }
    var rest = when
    (rest.monitors, rest.kinds, rest.filters, rest.hours, rest.outside) = ([], [], [], [], [])
    (rest.chats, rest.senders, rest.languages, rest.tags) = ([], [], [], [])
    self.when = rest
  }
}
