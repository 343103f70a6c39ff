import Scripting

extension HostFunction {
  /// `re "(?i)\\biban\\b"`, checked as it is made, so that the error has its line.
  static func expression(_ sink: ProblemSink) -> HostFunction {
    HostFunction("re", phase: .load) { call in
      let text = call.arguments.count == 1 ? call[0].string ?? "" : ""
      if text.isEmpty || text.count > RegularExpression.longest {
        sink.report(
          "re takes one text of up to \(RegularExpression.longest) characters",
          hint: #"write re "(?i)\\biban\\b""#, at: call.location)
      } else {
        do throws(GrammarError) {
          _ = try RegularExpression(text)
        } catch {
          sink.report(
            "the regular expression cannot be read: \(error.message)", hint: error.hint,
            at: call.location)
        }
      }
      return .value(
        .record(
          ScriptRecord(
            ScriptClassName.expression, fields: [.init(name: "text", value: .string(text))])))
    }
  }
}
