import Scripting

/// What a rule's function returned.
enum RunAnswer {
  case passed(why: String?)
  case actions([ActionRequest], why: String?)
  /// The text says what was expected.
  case wrong(String)

  init(_ values: [ScriptValue]) {
    let first = values.first ?? .nil
    let why = values.count > 1 ? values[1].string.map { Self.short($0) } : nil
    if first.isNil {
      self = .passed(why: why)
      return
    }
    if let action = ActionRequest(first) {
      self = .actions([action], why: why)
      return
    }
    let items = first.table.flatMap { $0.fields.isEmpty ? $0.items : nil } ?? []
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

  private static func short(_ text: String) -> String {
    // No character is less than a byte.
    text.utf8.count <= 500 ? text : String(text.prefix(500))
  }
}
