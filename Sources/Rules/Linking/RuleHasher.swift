/// Tells a rule from what it was before an edit: by all that it says and refers to.
struct RuleHasher {
  /// By `kind name`: what a declaration says, and the declarations it refers to.
  private var declarations: [String: (text: String, names: [String])] = [:]
  /// Of each file, the names of declarations that stand in it or in what it requires.
  private let named: [[String]]
  /// Of each file and all that it requires: what its functions can see.
  private let sources: [String]
  private let account: [String]

  init(_ linker: Linker) {
    let sources = linker.files.map { file in
      let paths = ([file.root] + file.modules).sorted()
      return CanonicalText.hash(paths.flatMap { [$0, linker.snapshot[$0] ?? ""] })
    }
    self.sources = sources
    for one in linker.monitors { declarations["monitor \(one.name)"] = (one.text, []) }
    for one in linker.filters {
      declarations["filter \(one.name)"] = (
        one.text,
        one.value.filterNames.map { "filter \($0)" } + one.value.hoursNames.map { "hours \($0)" }
      )
    }
    for one in linker.hours { declarations["hours \(one.name)"] = (one.text, []) }
    for one in linker.limits { declarations["limit \(one.name)"] = (one.text, []) }
    for one in linker.delays {
      // What a function does depends on its file.
      let file = one.value.function == nil ? nil : linker.delayFiles[one.name]
      declarations["delay \(one.name)"] = (
        one.text + (file.map { sources[$0] } ?? ""),
        one.value.deferral.map { ["hours \($0.hours)"] } ?? []
      )
    }
    for one in linker.personas {
      declarations["persona \(one.name)"] = (
        one.text, one.value.extends.map { ["persona \($0)"] } ?? []
      )
    }
    named = Self.named(in: linker)
    let settings = linker.account?.value
    account =
      [settings?.settings.zone ?? ""]
      + (settings?.people ?? []).map { "\($0.person.description) \($0.zone)" }
  }

  /// Of each file that holds functions, what these may name: declarations whose names stand in quotes in it or in
  /// what it requires. A name that is put together from parts is not seen; then an answer stands as it was.
  private static func named(in linker: Linker) -> [[String]] {
    let declared =
      linker.delays.map { ("delay \($0.name)", Array($0.name.utf8)) }
      + linker.personas.map { ("persona \($0.name)", Array($0.name.utf8)) }
    // Nobody knows how these are quoted.
    let quoted = declared.filter { $0.1.contains(where: isQuote) }.map(\.0)
    let entries = Dictionary(grouping: declared) { $0.1[...] }.mapValues { $0.map(\.0) }
    var found: [String: Set<String>] = [:]
    func names(in path: String) -> Set<String> {
      if let known = found[path] { return known }
      let text = Array((linker.snapshot[path] ?? "").utf8)
      let names = Set(text.split(whereSeparator: isQuote).flatMap { entries[$0] ?? [] })
      found[path] = names
      return names
    }
    let runs = linker.rules.filter {
      if case .run = $0.declared.value.body { true } else { false }
    }
    let functional = Set(runs.map(\.file) + linker.timers.map(\.file))
    return linker.files.indices.map { index in
      guard functional.contains(index) else { return [] }
      let file = linker.files[index]
      return quoted + ([file.root] + file.modules).flatMap(names)
    }
  }

  private static func isQuote(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "["), UInt8(ascii: "]"): true
    default: false
    }
  }

  /// Of what a file declares and runs a function for.
  func hash(ofFile file: Int, id: String, text: String) -> String {
    CanonicalText.hash([id, text, sources[file]] + texts(of: named[file]) + account)
  }

  func hash(of rule: Linker.Rooted<RuleDeclaration>) -> String {
    var parts = [rule.id, rule.declared.text]
    switch rule.declared.value.body {
    case .act(let actions):
      parts += texts(of: RuleNames(rule.declared.value, actions).names)
    case .run:
      let names = RuleNames(rule.declared.value, rule.declared.value.onError).names
      parts += [sources[rule.file]] + texts(of: names + named[rule.file])
    }
    return CanonicalText.hash(parts + account)
  }

  /// What is referred to may refer on: personas extend, delays defer to hours.
  private func texts(of names: [String]) -> [String] {
    var wanted = names
    var found: Set<String> = []
    while let name = wanted.popLast() {
      guard found.insert(name).inserted, let entry = declarations[name] else { continue }
      wanted += entry.names
    }
    return found.sorted().map { declarations[$0]?.text ?? "" }
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
