import Scripting

/// What becomes of the actions that functions make.
extension CodeCheck {
  /// An action does something only where a function returns it.
  func checkUse(_ call: CodeSurvey.Call) {
    guard call.isStatement, let action = Self.action(call.callee) else { return }
    sink.report(
      "\(action) makes an action, and nothing is done with it",
      hint: "write return \(RunAnswer.call(action))", at: place(call.line))
  }

  /// What a run would refuse, whenever it gets there.
  func check(_ values: CodeSurvey.Return) {
    let answersWithActions = (roles[values.function] ?? []).allSatisfy {
      $0.returns?.contains("understudy.action") == true
    }
    if answersWithActions, let constant = values.constant, !constant.isNil,
      case .wrong(let message) = RunAnswer([constant])
    {
      sink.report(message, at: place(values.line))
    }
    checkLost(values)
  }

  /// A second action behind the first would be lost.
  private func checkLost(_ values: CodeSurvey.Return) {
    let actions = values.values.prefix(2).compactMap { origin -> String? in
      guard var origin, origin.steps.popLast() == .result else { return nil }
      return Self.action(origin)
    }
    guard actions.count == 2 else { return }
    sink.report(RunAnswer.lost(actions), at: place(values.line))
  }

  private static func action(_ origin: CodeSurvey.Origin) -> String? {
    guard origin.root == .globals, origin.steps.count == 1, let name = origin.steps[0].name,
      RuleLanguage.actions.contains(where: { $0.name == name })
    else { return nil }
    return name
  }
}
