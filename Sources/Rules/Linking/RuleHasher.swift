/// Tells a rule from what it was before an edit: by all that it says and refers to.
struct RuleHasher {
  /// By `kind name`: what a declaration says, and the declarations it refers to.
  private var declarations: [String: (text: String, names: [String])] = [:]
  /// Of all declarations together.
  private let all: String
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
    all = CanonicalText.hash(declarations.sorted { $0.key < $1.key }.map(\.value.text))
    let settings = linker.account?.value
    account =
      [settings?.settings.zone ?? ""]
      + (settings?.people ?? []).map { "\($0.person.description) \($0.zone)" }
  }

  /// Of what a file declares and runs a function for.
  func hash(ofFile file: Int, id: String, text: String) -> String {
    CanonicalText.hash([id, text, all, sources[file]] + account)
  }

  /// A function may refer to anything, so all that it can see counts.
  func hash(of rule: Linker.Rooted<RuleDeclaration>) -> String {
    var parts = [rule.id, rule.declared.text]
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
      parts += [all, sources[rule.file]]
    }
    return CanonicalText.hash(parts + account)
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
