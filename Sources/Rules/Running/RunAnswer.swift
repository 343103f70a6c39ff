import Model
import Scripting

/// What a rule's function returned.
enum RunAnswer {
  case passed(why: String?)
  case actions([ActionRequest], why: String?)
  /// The text says what was expected.
  case wrong(String)

  /// Of one rule about one message, or of one run of a timer.
  static let mostActions = 16

  init(_ values: [ScriptValue]) {
    let first = values.first ?? .nil
    if values.count > 1, values.dropFirst().contains(where: { !Self.actions(in: $0).isEmpty }) {
      self = .wrong(Self.lost(values.flatMap { Self.actions(in: $0) }))
      return
    }
    let why = values.count > 1 ? values[1].string.map { $0.shortened(to: 500) } : nil
    if first.isNil {
      self = .passed(why: why)
      return
    }
    if let action = ActionRequest(first) {
      self = .actions([action], why: why)
      return
    }
    let items = first.table.flatMap { $0.fields.isEmpty ? $0.items : nil } ?? []
    guard items.count <= Self.mostActions else {
      self = .wrong(
        "the function returned \(items.count) values; the most is \(Self.mostActions) actions at once"
      )
      return
    }
    let actions = items.compactMap { ActionRequest($0) }
    if !items.isEmpty, actions.count == items.count {
      self = .actions(actions, why: why)
    } else if first.table?.isEmpty == true {
      self = .passed(why: why)
    } else {
      let shown = items.first { ActionRequest($0) == nil } ?? first
      self = .wrong(
        "the function returned \(shown.shown); expected an action such as reply \"...\", a list of "
          + "actions, or nothing")
    }
  }

  private static func actions(in value: ScriptValue) -> [String] {
    value.list.compactMap { ActionRequest($0)?.name }
  }

  /// What is said where an action stands in the place of the reason, and would be lost.
  ///
  /// - Parameter actions: all that were returned.
  static func lost(_ actions: [String]) -> String {
    "the function returned \(actions.joined(separator: " and ")) as several values, of which the second "
      + "is the reason; write them as a list: return { \(actions.map(call).joined(separator: ", ")) }"
  }

  /// `reply "..."`, `ai_reply {...}`, `ignore()`.
  static func call(_ action: String) -> String {
    guard let spec = RuleLanguage.actions.first(where: { $0.name == action }) else { return action }
    if spec.keys.contains(where: \.isRequired) { return "\(action) {...}" }
    return spec.items == nil ? "\(action)()" : "\(action) \"...\""
  }
}
