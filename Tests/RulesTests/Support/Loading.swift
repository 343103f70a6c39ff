import Model
import Rules

/// What most rule files of tests begin with.
let people = """
  account { zone = "Europe/Berlin" }
  monitor "people" { "private" }
  persona "me" { system = "You are {{owner.first_name}}." }
  delay "quick" { notice = "10s", reading = "2s", typing = "3s" }

  """

func load(_ files: [String: String]) throws(RuleLoadError) -> RuleSet {
  try RuleSet.load(files.map { RuleSource(path: $0.key, text: $0.value) })
}

/// A set of one file, `a.lua`, behind ``people``.
func load(_ text: String) throws(RuleLoadError) -> RuleSet {
  try load(["a.lua": people + text])
}

/// The problems of a file `a.lua` of this text alone, as they are shown.
func problems(_ text: String) -> [String] { problems(["a.lua": text]) }

func problems(_ files: [String: String]) -> [String] {
  do throws(RuleLoadError) {
    _ = try load(files)
    return []
  } catch {
    return error.problems.map(\.description)
  }
}

extension RuleSet {
  /// The ruling with the considerations as they are recorded.
  func recorded(_ input: DecisionInput, host: any RuleHost = TestHost()) async -> Ruling {
    var ruling = await decide(input, host: host)
    ruling.considered = considerations(of: ruling, about: input).considered
    return ruling
  }
}

extension Ruling {
  /// `friends won, other unmatched`, without the files' names.
  var outcomes: [String] {
    considered.map { "\($0.rule.split(separator: "/").last ?? "") \($0.outcome.rawValue)" }
  }

  func why(_ rule: String) -> String? { considered.first { $0.rule == rule }?.why }

  var actions: [Action] { plan.claims.map(\.action) }
}
