import Scripting

extension Linker {
  /// All filters by name; one that refers to itself, or leads too far, is reported.
  mutating func namedFilters(_ names: ConditionNames) -> [String: NamedFilter] {
    var resolution = FilterResolution(
      filters: filters, names: names, rules: rules.map(\.declared.value.when))
    for filter in filters {
      switch resolution.resolve(filter, path: []) {
      case nil: continue
      case .circle(let circle):
        let text = circle.map { "\"\($0)\"" }.joined(separator: " asks ")
        report("filter \(text): it refers to itself", at: filter.place)
      case .chain:
        report(
          "filter \"\(filter.name)\" leads over more than \(LinkLimits.depth) filters that each name "
            + "the next", hint: "name several in one: any = { \"a\", \"b\" }", at: filter.place)
      }
      break
    }
    return resolution.names.filters
  }
}

/// Filters on their way to conditions, each after those that it names.
private struct FilterResolution {
  enum Flaw {
    /// The names on the way from a filter back to itself.
    case circle([String])
    /// A way that is too long.
    case chain
  }

  private(set) var names: ConditionNames
  private let byName: [String: Declared<WhenDeclaration>]
  /// How often each is named.
  private var uses: [String: Int] = [:]
  /// How many filters in a row each leads to, itself included.
  private var depths: [String: Int] = [:]
  private var places = 0

  init(filters: [Declared<WhenDeclaration>], names: ConditionNames, rules: [WhenDeclaration]) {
    self.names = names
    byName = Dictionary(filters.map { ($0.name, $0) }) { first, _ in first }
    for when in filters.map(\.value) + rules {
      for name in when.filterNames { uses[name, default: 0] += 1 }
    }
  }

  /// - Parameter path: the filters that are being resolved.
  mutating func resolve(_ filter: Declared<WhenDeclaration>, path: [String]) -> Flaw? {
    let name = filter.name
    if let start = path.firstIndex(of: name) { return .circle(path[start...] + [name]) }
    let path = path + [name]
    guard path.count + (depths[name] ?? 1) - 1 <= LinkLimits.depth else { return .chain }
    guard depths[name] == nil else { return nil }
    var depth = 0
    for next in filter.value.filterNames {
      guard let next = byName[next] else { continue }
      if let flaw = resolve(next, path: path) { return flaw }
      depth = max(depth, depths[next.name] ?? 0)
    }
    depths[name] = depth + 1
    let isShared = (uses[name] ?? 0) > 1
    names.filters[name] = NamedFilter(
      filter.value.conditions(names), place: isShared ? places : nil)
    if isShared { places += 1 }
    return nil
  }
}
