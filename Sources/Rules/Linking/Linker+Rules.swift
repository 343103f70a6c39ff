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
    checkVoices(of: personas)
    let positions = Dictionary(monitors.enumerated().map { ($1.name, $0) }) { first, _ in first }
    var names = ConditionNames(monitors: positions, hours: tables)
    names.filters = namedFilters(names)
    guard !hasErrors else { return nil }
    let compiled = compileRules(names, delays: delays).sorted(by: CompiledRule.precedes)
    warn(about: compiled)
    return RuleBook(
      account: settings, zone: zone, monitors: monitors.map(\.value), hours: tables,
      delays: delays, personas: personas, rules: compiled,
      timers: compileTimers(zone: zone, hours: tables), index: RuleIndex(compiled),
      names: self.names,
      readsLanguage: snapshot.values.contains { text in
        Self.lookingAtLanguage.contains { text.contains($0) }
      })
  }

  private static let lookingAtLanguage = [".language", "\"language\"", "'language'", "pairs(m)"]

  /// What always speaks must have a voice to speak in.
  private mutating func checkVoices(of personas: [String: ResolvedPersona]) {
    for rule in rules {
      var actions = rule.declared.value.onError
      if case .act(let act) = rule.declared.value.body { actions += act }
      for action in actions where action.name == ActionKeys.voiceReply.name && action.isSpoken {
        guard let name = action.persona, let persona = personas[name]?.persona,
          persona.speaking == nil
        else { continue }
        report(
          "\(ActionResolver.voiceless(name)) in rule \"\(rule.declared.name)\"",
          hint: #"give it one: voice = { provider = "elevenlabs", id = "..." }; or voice = false"#,
          at: rule.declared.place)
      }
    }
  }

  private func compileRules(
    _ names: ConditionNames, delays: [String: DelayCurve]
  ) -> [CompiledRule] {
    let sharing = Dictionary(
      grouping: rules.flatMap { rule in rule.declared.value.limits.map { (name: $0, rule: rule.id) }
      },
      by: \.name
    ).mapValues { $0.map(\.rule) }
    let hasher = RuleHasher(self)
    return rules.map { rule in
      let value = rule.declared.value
      return CompiledRule(
        value, id: rule.id, place: rule.declared.place,
        conditions: value.when.conditions(names, leavesBots: true),
        limits: value.limits.map { limit(named: $0, of: rule.id, sharing: sharing[$0] ?? []) },
        delay: value.delay.flatMap { delays[$0] },
        deferral: Self.deferral(value.deferral, hours: names.hours), file: rule.file,
        hash: hasher.hash(of: rule))
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
}

/// The same number for the same text, in every process (FNV-1a, 64 bits).
enum StableHash {
  static func of(_ text: String) -> Int64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return Int64(bitPattern: hash)
  }
}
