import Scripting

extension ValueType {
  /// In letters, digits and signs that are easily told apart.
  func tagComplaint(about value: ScriptValue) -> Complaint? {
    guard let text = value.string else {
      return Complaint(message: "must be \(expectation), not \(value.shown)")
    }
    guard TagText.isOne(text) else {
      return Complaint(
        message: "cannot be the tag \(value.shown)", hint: "tags are \(TagText.form)")
    }
    return nil
  }

  /// A week and ten of them are more than anybody needs to be told something.
  func stepsComplaint(about value: ScriptValue) -> Complaint? {
    let times = value.list.map(\.duration)
    guard !times.isEmpty, times.allSatisfy({ $0 != nil }) else {
      return Complaint(message: "must be \(expectation), not \(value.shown)")
    }
    let steps = times.compactMap(\.self)
    guard steps.count <= 10 else {
      return Complaint(message: "has \(steps.count) steps; the most is 10")
    }
    guard steps.allSatisfy({ $0 >= .seconds(10) && $0 <= .seconds(7 * 86_400) }) else {
      return Complaint(message: "has a step that is not between 10s and 7d")
    }
    for (one, next) in zip(steps, steps.dropFirst()) where next <= one {
      return Complaint(
        message: "goes from \(DurationText.text(of: one)) to \(DurationText.text(of: next))",
        hint: "all count from the first time; each step is later than the one before")
    }
    return nil
  }
}
