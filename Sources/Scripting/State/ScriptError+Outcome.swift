internal import CLua

extension ScriptError {
  /// From a failed outcome: `values` are the message, the file (or nil), the line and the traceback.
  init(
    reason: Int, _ values: [ScriptValue], limits: ScriptLimits, given: RunBudget,
    names: [String: String]
  ) {
    let text = values.first?.text ?? "no memory is left to tell what was wrong"
    var location: ScriptLocation?
    if values.count > 2, let file = values[1].text, let line = values[2].integer {
      location = ScriptLocation(file: names[file] ?? file, line: Int(line))
    }
    let traceback = Self.traceback(values.count > 3 ? values[3].text ?? "" : "")
    if let verdict = Self.verdict(reason, limits: limits, given: given) {
      self.init(
        kind: verdict.kind, location: location, message: verdict.message, traceback: traceback)
      return
    }
    // An error that was caught and raised again tells in its text where it arose.
    let (place, message) = Self.split(text, names: names)
    let kind: Kind =
      switch reason {
      case CLUA_SYNTAX: .syntax
      case CLUA_HOST: .host
      default: .runtime
      }
    self.init(kind: kind, location: place ?? location, message: message, traceback: traceback)
  }

  private static func verdict(
    _ reason: Int, limits: ScriptLimits, given: RunBudget
  ) -> (kind: Kind, message: String)? {
    switch reason {
    case CLUA_INSTRUCTIONS:
      (
        .budget,
        "stopped after its budget of \(given.instructions) instructions; is there an endless loop?"
      )
    case CLUA_HOST_CALLS:
      (.budget, "stopped after \(given.hostCalls) calls that wait for the host")
    case CLUA_PROCESSOR:
      (.budget, "stopped after \(given.processorTime) s of processor time")
    case CLUA_MEMORY:
      (.memory, "stopped at the file's limit of \(limits.memory >> 10) KiB of memory")
    case CLUA_BLOCK:
      (.memory, "stopped at a string or table larger than \(limits.block >> 10) KiB")
    case CLUA_RECURSION:
      (.memory, "stopped in functions that call one another without end")
    default: nil
    }
  }

  /// "people.lua:12: text" into its place and its text, when the file is one of ours.
  private static func split(
    _ text: String, names: [String: String]
  ) -> (ScriptLocation?, String) {
    for (chunk, name) in names where text.hasPrefix(chunk + ":") {
      let rest = text.dropFirst(chunk.count + 1)
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      guard let line = Int(digits), rest.dropFirst(digits.count).hasPrefix(": ") else { continue }
      let message = String(rest.dropFirst(digits.count + 2))
      return (ScriptLocation(file: name, line: line), message)
    }
    return (nil, text)
  }

  private static func traceback(_ text: String) -> [String] {
    text.split(separator: "\n").dropFirst().map { line in
      String(line.drop { $0 == "\t" || $0 == " " })
    }
  }
}

extension ScriptValue {
  /// A string, repaired where it is not UTF-8.
  fileprivate var text: String? {
    if case .bytes(let raw) = self { return String(decoding: raw, as: UTF8.self) }
    return string
  }
}
