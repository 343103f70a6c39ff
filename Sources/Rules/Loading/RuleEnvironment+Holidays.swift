import Scripting

extension RuleEnvironment {
  /// `holidays("de.ics", "12-25")`. The value carries the contents of the calendars as their hashes,
  /// so that what refers to it changes with them.
  func holidays() -> HostFunction {
    HostFunction("holidays", phase: .load) { [collector] call in
      var texts: [String] = []
      var hashes: [String] = []
      let values = call.arguments.flatMap(\.list)
      if values.isEmpty {
        collector.sink.report(
          "holidays takes calendars and dates", hint: #"holidays("de.ics", "12-25")"#,
          at: call.location)
      }
      for value in values {
        guard let text = value.string else {
          collector.sink.report(
            "holidays takes calendars and dates, not \(value.shown)",
            hint: #"holidays("de.ics", "12-25")"#, at: call.location)
          continue
        }
        if HolidayCalendar.isCalendar(text) {
          guard let (path, hash) = Self.calendar(text, collector, call) else { continue }
          texts.append(path)
          hashes.append(hash)
        } else {
          do throws(GrammarError) {
            texts.append(try DateRule(parsing: text).text)
          } catch {
            collector.sink.report(
              "holidays: \(error.message)", hint: error.hint, at: call.location)
          }
        }
      }
      return .value(
        .record(
          ScriptRecord(
            ScriptClassName.holidays,
            fields: [.init(name: "hashes", value: .string(hashes.joined(separator: " ")))],
            items: texts.map { .string($0) })))
    }
  }

  /// The path and the hash of a calendar; nil, and reported, if it is not there or cannot be used.
  private static func calendar(
    _ name: String, _ collector: DeclarationCollector, _ call: HostCall
  ) -> (path: String, hash: String)? {
    let path = name.hasPrefix("./") ? String(name.dropFirst(2)) : name
    guard let reader = collector.calendars[path] else {
      let known = collector.calendars.keys.sorted()
      let file = path.split(separator: "/").last ?? ""
      let sameName = known.first { $0.split(separator: "/").last == file }
      collector.sink.report(
        "there is no calendar \"\(name)\" in the rules directory",
        hint: sameName.map { "did you mean \"\($0)\"?" } ?? didYouMean(path, known)
          ?? "put the file beside the rules; its path is from there", at: call.location)
      return nil
    }
    for problem in reader.problems {
      collector.sink.report(
        problem.message, hint: problem.hint,
        at: ScriptLocation(file: path, line: problem.line))
    }
    return reader.problems.isEmpty ? (path, reader.calendar.hash) : nil
  }
}
