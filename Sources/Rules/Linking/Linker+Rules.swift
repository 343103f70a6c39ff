import Model
import Scripting

extension Linker {
  /// The whole set, linked; nil if anything is wrong.
  mutating func link() -> RuleBook? {
    let settings = account?.value.settings ?? AccountSettings()
    let zone = zone(of: settings)
    let tables = hoursTables(owner: zone)
    let delays = delayCurves(hours: tables)
    let personas = resolvedPersonas()
    let positions = Dictionary(monitors.enumerated().map { ($1.name, $0) }) { first, _ in first }
    var names = ConditionNames(monitors: positions, hours: tables)
    names.filters = filterConditions(names)
    guard !hasErrors else { return nil }
    let compiled = compileRules(names, delays: delays).sorted(by: CompiledRule.precedes)
    warn(about: compiled)
    return RuleBook(
      account: settings, zone: zone, monitors: monitors.map(\.value), hours: tables,
      delays: delays, personas: personas, rules: compiled, index: RuleIndex(compiled),
      names: self.names)
  }

  private func compileRules(
    _ names: ConditionNames, delays: [String: DelayCurve]
  ) -> [CompiledRule] {
    let sharing = Dictionary(
      grouping: rules.flatMap { rule in rule.declared.value.limits.map { (name: $0, rule: rule.id) }
      },
      by: \.name
    ).mapValues { $0.map(\.rule) }
    return rules.map { rule in
      let value = rule.declared.value
      return CompiledRule(
        id: rule.id, place: rule.declared.place, phase: value.phase, priority: value.priority,
        specificity: Specificity(value.when), also: value.also,
        conditions: value.when.conditions(names, leavesBots: true),
        limits: value.limits.map { limit(named: $0, of: rule.id, sharing: sharing[$0] ?? []) },
        delay: value.delay.flatMap { delays[$0] },
        deferral: Self.deferral(value.deferral, hours: names.hours),
        because: value.because ?? "rule \(rule.id) applies", body: body(of: rule),
        hash: hash(of: rule), seed: StableHash.of(rule.id))
    }
  }

  private func body(of rule: Rooted<RuleDeclaration>) -> CompiledRule.Body {
    switch rule.declared.value.body {
    case .act(let actions): .act(actions)
    case .run(let function): .run(function, file: rule.file)
    }
  }

  private func limit(named name: String, of rule: String, sharing: [String]) -> SharedLimit {
    if let rate = RateText(name) {
      return SharedLimit(rates: [rate], rules: [rule], description: rate.description)
    }
    let rates = limits.first { $0.name == name }?.value ?? []
    let text = rates.map(\.description).joined(separator: ", ")
    return SharedLimit(rates: rates, rules: sharing, description: "limit \"\(name)\" (\(text))")
  }

  /// Of all that the rule says and refers to. A function may refer to anything, so all that it can
  /// see counts.
  private func hash(of rule: Rooted<RuleDeclaration>) -> String {
    var parts = [rule.id, rule.declared.text]
    let declarations = declarationTexts
    switch rule.declared.value.body {
    case .act(let actions):
      var wanted = RuleNames(rule.declared.value, actions).names
      // What is referred to may refer on: personas extend, delays defer to hours.
      var found: Set<String> = []
      while let name = wanted.popLast() {
        guard found.insert(name).inserted, let entry = declarations[name] else { continue }
        wanted += entry.names
      }
      parts += found.sorted().map { declarations[$0]?.text ?? "" }
    case .run:
      parts += declarations.sorted { $0.key < $1.key }.map(\.value.text)
      parts += sources(ofFile: rule.file)
    }
    parts.append(account?.value.settings.zone ?? "")
    parts += (account?.value.people ?? []).map { "\($0.person.description) \($0.zone)" }
    return CanonicalText.hash(parts)
  }

  /// Of the file and all that it requires: what its functions can see.
  private func sources(ofFile index: Int) -> [String] {
    let paths = ([files[index].root] + files[index].modules).sorted()
    return paths.flatMap { [$0, snapshot[$0] ?? ""] }
  }

  /// By `kind name`: what a declaration says, and the declarations it refers to.
  private var declarationTexts: [String: (text: String, names: [String])] {
    var texts: [String: (text: String, names: [String])] = [:]
    for one in monitors { texts["monitor \(one.name)"] = (one.text, []) }
    for one in filters {
      texts["filter \(one.name)"] = (
        one.text,
        one.value.filterNames.map { "filter \($0)" } + one.value.hoursNames.map { "hours \($0)" }
      )
    }
    for one in hours { texts["hours \(one.name)"] = (one.text, []) }
    for one in limits { texts["limit \(one.name)"] = (one.text, []) }
    for one in delays {
      var text = one.text
      if one.value.function != nil, let file = delayFiles[one.name] {
        text += CanonicalText.hash(sources(ofFile: file))
      }
      texts["delay \(one.name)"] = (
        text, one.value.deferral.map { ["hours \($0.hours)"] } ?? []
      )
    }
    for one in personas {
      texts["persona \(one.name)"] = (one.text, one.value.extends.map { ["persona \($0)"] } ?? [])
    }
    return texts
  }
}

/// What a rule with constant actions refers to, as `kind name`.
private struct RuleNames {
  let names: [String]

  init(_ rule: RuleDeclaration, _ actions: [ActionRequest]) {
    var names = rule.when.monitors.map { "monitor \($0)" }
    names += rule.when.hoursNames.map { "hours \($0)" }
    names += rule.when.filterNames.map { "filter \($0)" }
    names += rule.limits.map { "limit \($0)" }
    names += ([rule.delay] + actions.map(\.delay)).compactMap { $0.map { "delay \($0)" } }
    names += actions.compactMap { $0.persona.map { "persona \($0)" } }
    names += rule.deferral.map { ["hours \($0.hours)"] } ?? []
    self.names = names
  }
}

/// The same number for the same text, in every process (FNV-1a, 64 bits).
enum StableHash {
  static func of(_ text: String) -> Int64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return Int64(bitPattern: hash)
  }
}
