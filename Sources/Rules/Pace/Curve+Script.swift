import Scripting

extension Curve {
  enum Shape: String, CaseIterable {
    case lognormal, normal, uniform
    case perCharacter = "per_char"
    case charactersPerSecond = "cps"
  }

  /// From a time, or from what ``make(_:arguments:)`` made.
  init?(_ value: ScriptValue) {
    if let duration = value.duration {
      self = .constant(duration.seconds)
      return
    }
    guard let record = value.record, record.className == ScriptClassName.curve,
      let shape = record.text("shape").flatMap(Shape.init),
      let first = record.number("first"), let second = record.number("second")
    else { return nil }
    switch shape {
    case .lognormal: self = .lognormal(median: first, high: second)
    case .normal: self = .normal(middle: first, high: second)
    case .uniform: self = .uniform(first, second)
    case .perCharacter: self = .perCharacter(first)
    case .charactersPerSecond: self = .charactersPerSecond(first, second)
    }
  }

  /// `lognormal("25s", "4m")` and the like, checked.
  static func make(_ shape: Shape, arguments: [ScriptValue]) throws(GrammarError) -> ScriptValue {
    let first: Double
    let second: Double
    switch shape {
    case .lognormal, .normal, .uniform:
      (first, second) = try times(shape, arguments)
    case .perCharacter:
      guard arguments.count == 1, let seconds = arguments[0].number, (0.0...60).contains(seconds)
      else {
        throw GrammarError(message: "per_char takes the seconds for one character, up to 60")
      }
      (first, second) = (seconds, seconds)
    case .charactersPerSecond:
      guard (1...2).contains(arguments.count), let low = arguments[0].number,
        let high = arguments.last?.number, 0 < low, low <= high, high <= 1000
      else {
        throw GrammarError(
          message: "cps takes the slowest and the fastest speed in characters a second: cps(6, 9)")
      }
      (first, second) = (low, high)
    }
    return .record(
      ScriptRecord(
        ScriptClassName.curve,
        fields: [
          .init(name: "shape", value: .string(shape.rawValue)),
          .init(name: "first", value: .number(first)),
          .init(name: "second", value: .number(second)),
        ]))
  }

  private static func times(
    _ shape: Shape, _ arguments: [ScriptValue]
  ) throws(GrammarError) -> (Double, Double) {
    guard arguments.count == 2, let first = arguments[0].duration?.seconds,
      let second = arguments[1].duration?.seconds
    else {
      throw GrammarError(
        message: "\(shape.rawValue) takes two times: \(shape.rawValue)(\"25s\", \"4m\")",
        hint: shape == .uniform
          ? "the shortest and the longest"
          : "half of all samples are below the first, 19 of 20 below the second")
    }
    guard first < second, shape != .lognormal || first > 0 else {
      throw GrammarError(
        message: "\(shape.rawValue): the second time must be longer than the first"
          + (shape == .lognormal ? ", and the first longer than nothing" : ""))
    }
    return (first, second)
  }
}
