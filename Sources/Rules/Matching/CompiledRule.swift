import Model
import Scripting

/// A rule with everything looked up: what decisions run on.
struct CompiledRule: Sendable {
  enum Body: Sendable {
    case act([ActionRequest])
    /// The function, in the state of the file at this index.
    case run(FunctionReference, file: Int)
  }

  /// `file/rule`.
  var id: String
  var place: ScriptLocation
  var phase: RulePhase
  var priority: Int
  var specificity: Specificity
  var also: Bool
  var mode: RuleMode
  var settle: Duration?
  var conditions: [Condition]
  var limits: [SharedLimit]
  var delay: DelayCurve?
  var deferral: Deferral?
  var because: String
  var body: Body
  /// What to do if the function fails.
  var onError: [ActionRequest]
  /// Nil: as the account says.
  var shadow: Bool?
  var hash: String

  /// Mixed into the seeds of the rule's delays, so that two rules draw different ones.
  var seed: Int64

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
