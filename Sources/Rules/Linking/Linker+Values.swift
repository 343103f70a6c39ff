import Foundation
import Model
import Scripting

extension Linker {
  func zone(of settings: AccountSettings) -> ZoneTable {
    ZoneTable(ZoneName.resolve(settings.zone) ?? .gmt)
  }

  /// The hours by name, each in its zone.
  func hoursTables(owner: ZoneTable) -> [String: HoursTable] {
    let senders = SenderZones(account?.value.people ?? [])
    let tables = hours.map { declared in
      let value = declared.value
      return HoursTable(
        name: declared.name, weekly: value.weekly,
        zone: value.zone.flatMap(ZoneName.resolve).map(ZoneTable.init) ?? owner,
        holidays: HolidaySet(
          dates: value.except.dates,
          calendars: value.except.calendars.compactMap { path in
            calendars[path].map { (path, $0) }
          }),
        senders: value.isSenders ? senders : nil)
    }
    return Dictionary(tables.map { ($0.name, $0) }) { first, _ in first }
  }

  /// The conditions of all filters by name; one that refers to itself is reported.
  mutating func filterConditions(_ names: ConditionNames) -> [String: [Condition]] {
    let byName = Dictionary(filters.map { ($0.name, $0) }) { first, _ in first }
    var names = names
    /// - Parameter path: the filters that are being resolved.
    /// - Returns: the names on the way from a filter back to itself.
    func resolve(_ filter: Declared<WhenDeclaration>, path: [String]) -> [String]? {
      if let start = path.firstIndex(of: filter.name) { return path[start...] + [filter.name] }
      guard names.filters[filter.name] == nil else { return nil }
      for name in filter.value.filterNames {
        guard let next = byName[name] else { continue }
        if let circle = resolve(next, path: path + [filter.name]) { return circle }
      }
      names.filters[filter.name] = filter.value.conditions(names)
      return nil
    }
    for filter in filters {
      guard let circle = resolve(filter, path: []) else { continue }
      let text = circle.map { "\"\($0)\"" }.joined(separator: " asks ")
      report("filter \(text): it refers to itself", at: filter.place)
      break
    }
    return names.filters
  }

  static func deferral(_ name: DeferralName?, hours: [String: HoursTable]) -> Deferral? {
    guard let name, let table = hours[name.hours] else { return nil }
    return Deferral(edge: name.edge, hours: table)
  }

  func delayCurves(hours: [String: HoursTable]) -> [String: DelayCurve] {
    let curves = delays.map { declared in
      var curve = declared.value.curve
      if let function = declared.value.function, let file = delayFiles[declared.name] {
        curve.function = DelayFunction(reference: function, file: file)
      }
      curve.deferral = Self.deferral(declared.value.deferral, hours: hours)
      return (declared.name, curve)
    }
    return Dictionary(curves) { first, _ in first }
  }

  /// The personas with all that they extend; one that extends itself is reported.
  mutating func resolvedPersonas() -> [String: ResolvedPersona] {
    let byName = Dictionary(personas.map { ($0.name, $0) }) { first, _ in first }
    var resolved: [String: ResolvedPersona] = [:]
    for declared in personas {
      var chain = [declared]
      while let next = chain[chain.count - 1].value.extends.flatMap({ byName[$0] }) {
        if chain.contains(where: { $0.name == next.name }) {
          let path = (chain + [next]).map { "\"\($0.name)\"" }.joined(separator: " extends ")
          report("persona \(path): it extends itself", at: declared.place)
          break
        }
        chain.append(next)
      }
      resolved[declared.name] = ResolvedPersona(
        Self.merge(chain), chain.lazy.map(\.value.variants).first { !$0.isEmpty } ?? [])
    }
    return resolved
  }

  /// - Parameter chain: a persona, what it extends, what that extends, ...
  private static func merge(_ chain: [Declared<PersonaDeclaration>]) -> Persona {
    var persona = Persona(name: chain[0].name, system: "")
    for declared in chain.reversed() {
      let own = declared.value
      if let system = own.system {
        let inherited = persona.system
        persona.system = Template.fill(system) { $0 == "super" ? inherited : nil }
      }
      persona.language = own.language ?? persona.language
      persona.model = own.model ?? persona.model
      persona.temperature = own.temperature ?? persona.temperature
      persona.maximumLength = own.length ?? persona.maximumLength
      persona.speaking = own.speaking ?? persona.speaking
      persona.disclosure = own.disclosure ?? persona.disclosure
      own.style.apply(to: &persona)
      persona.never += own.never.filter { !persona.never.contains($0) }
    }
    return persona
  }
}
