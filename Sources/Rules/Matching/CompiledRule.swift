import Model
import Scripting

/// A rule with everything looked up: what decisions run on. A class, as decisions hand it about.
final class CompiledRule: Sendable {
  enum Body: Sendable {
    case act([ActionRequest])
    /// The function, in the state of the file at this index.
    case run(FunctionReference, file: Int)
  }

  /// `file/rule`.
  let id: String
  let place: ScriptLocation
  let phase: RulePhase
  let priority: Int
  let specificity: Specificity
  let also: Bool
  let mode: RuleMode
  let settle: Duration?
  let conditions: [Condition]
  let limits: [SharedLimit]
  let delay: DelayCurve?
  let deferral: Deferral?
  let because: String
  let body: Body
  /// What to do if the function fails.
  let onError: [ActionRequest]
  /// Nil: as the account says.
  let shadow: Bool?
  let hash: String
  /// Mixed into the seeds of the rule's delays, so that two rules draw different ones.
  let seed: Int64

  /// What the declaration says by itself.
  ///
  /// - Parameters:
  ///   - conditions: of its `when`.
  ///   - file: the index of the file that holds the function.
  init(
    _ value: RuleDeclaration, id: String, place: ScriptLocation, conditions: [Condition],
    limits: [SharedLimit], delay: DelayCurve?, deferral: Deferral?, file: Int, hash: String
  ) {
    self.id = id
    self.place = place
    phase = value.phase
    priority = value.priority
    specificity = Specificity(value.when)
    also = value.also
    mode = value.mode
    settle = value.settle
    self.conditions = conditions
    self.limits = limits
    self.delay = delay
    self.deferral = deferral
    because = value.because ?? "rule \(id) applies"
    body =
      switch value.body {
      case .act(let actions): .act(actions)
      case .run(let function): .run(function, file: file)
      }
    onError = value.onError
    shadow = value.shadow
    self.hash = hash
    seed = StableHash.of(id)
  }

  var speaksAlways: Bool {
    if case .act(let actions) = body { actions.contains(where: \.speaks) } else { false }
  }

  /// The order in which rules are asked.
  static func precedes(_ left: CompiledRule, _ right: CompiledRule) -> Bool {
    if left.phase != right.phase { return left.phase < right.phase }
    if left.priority != right.priority { return left.priority > right.priority }
    if left.specificity != right.specificity { return left.specificity > right.specificity }
    return (left.place.file, left.place.line, left.id)
      < (right.place.file, right.place.line, right.id)
  }
}

/// Rates that must all be kept, counted over the rules that share them.
struct SharedLimit: Sendable {
  var rates: [RateText]
  /// Ids of the rules whose claims count.
  var rules: [String]
  /// `limit "rarely" (1/30m per chat)`, for reports.
  var description: String
}
