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

  /// Rules that always speak and can meet: only their place in the files decides between them.
  private mutating func warnOfTies(_ compiled: [CompiledRule]) {
    let whens = Dictionary(rules.map { ($0.id, $0.declared.value.when) }) { first, _ in first }
    var equals: [Standing: [CompiledRule]] = [:]
    var order: [Standing] = []
    for rule in compiled where rule.speaksAlways && !rule.also {
      guard let when = whens[rule.id] else { continue }
      let standing = Standing(of: rule, when: when)
      if equals[standing] == nil { order.append(standing) }
      equals[standing, default: []].append(rule)
    }
    for standing in order {
      let rules = equals[standing] ?? []
      let groups = Self.meeting(rules.map { Set(whens[$0.id]?.languages ?? []) })
      for group in groups where group.count > 1 { warn(ofTie: group.map { rules[$0] }) }
    }
  }

  /// One warning, however many there are.
  private mutating func warn(ofTie rules: [CompiledRule]) {
    let names = rules.dropFirst().prefix(5).map(\.id)
    let rest = rules.count - 1 - names.count
    let others =
      rest > 0
      ? "\(names.joined(separator: ", ")) and \(rest) more"
      : (names.count > 1 ? names.dropLast().joined(separator: ", ") + " and " : "")
        + (names.last ?? "")
    report(
      "rules \(rules[0].id) (\(rules[0].place))\(names.count > 1 ? ", " : " and ")\(others) tie; "
        + "the first always wins",
      hint: "set a priority, or tell them apart in when", at: rules[1].place, severity: .warning)
  }

  /// Who can meet whom, directly or over others: what is written in one language is not written in another.
  ///
  /// - Parameter languages: of each; none means any.
  /// - Returns: positions, ascending within each group.
  private static func meeting(_ languages: [Set<String>]) -> [[Int]] {
    if languages.contains(where: \.isEmpty) { return [Array(languages.indices)] }
    var groups: [(languages: Set<String>, members: [Int])] = []
    for (index, own) in languages.enumerated() {
      var joined = (languages: own, members: [index])
      groups.removeAll { group in
        guard !group.languages.isDisjoint(with: own) else { return false }
        joined.languages.formUnion(group.languages)
        joined.members += group.members
        return true
      }
      groups.append(joined)
    }
    return groups.map { $0.members.sorted() }
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
