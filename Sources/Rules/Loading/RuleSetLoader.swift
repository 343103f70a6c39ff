import Scripting

/// Loads all files of a set and links them.
struct RuleSetLoader {
  let sources: [RuleSource]
  let limits: RuleLimits

  func load() throws(RuleLoadError) -> RuleSet {
    var problems: [RuleProblem] = []
    var snapshot: [String: String] = [:]
    for source in sources.prefix(limits.files) {
      if let text = text(of: source, &problems) { snapshot[source.path] = text }
    }
    if sources.count > limits.files {
      problems.append(
        RuleProblem(
          file: sources[limits.files].path,
          message: "there are \(sources.count) rule files; the most is \(limits.files)"))
    }
    let paths = snapshot.keys.sorted()
    let calendars = Dictionary(
      uniqueKeysWithValues: paths.filter(HolidayCalendar.isCalendar).map { path in
        let text = snapshot[path] ?? ""
        return (path, CalendarReader(text, hash: CanonicalText.hash([text])))
      })
    let files = paths.filter { !HolidayCalendar.isCalendar($0) }.map { path in
      RuleFile(path: path, snapshot: snapshot, calendars: calendars, limits: limits)
    }
    var linker = Linker(
      files: files.map(\.content), snapshot: snapshot, calendars: calendars.mapValues(\.calendar))
    linker.problems += problems
    guard let book = linker.link() else {
      // A file that others require fails once for each of them, in the same place.
      throw RuleLoadError(problems: Array(Set(linker.problems)))
    }
    return RuleSet(
      fingerprint: RuleSet.fingerprint(of: sources),
      warnings: linker.problems.sorted(by: RuleProblem.precedes),
      summary: RuleSetSummary(linker, book), book: book, files: files, limits: limits)
  }

  private func text(of source: RuleSource, _ problems: inout [RuleProblem]) -> String? {
    if source.bytes.count > limits.script.sourceBytes {
      problems.append(
        RuleProblem(
          file: source.path,
          message: "is \(source.bytes.count) bytes long; the most is \(limits.script.sourceBytes)"))
      return nil
    }
    if source.bytes.first == 0x1B {
      problems.append(
        RuleProblem(
          file: source.path, line: 1, message: "is compiled Lua, which is refused",
          hint: "rule files are text"))
      return nil
    }
    var bytes = source.bytes[...]
    // A byte order mark, as some editors write it.
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      let valid = String(decoding: bytes, as: UTF8.self).prefix { $0 != "\u{FFFD}" }
      problems.append(
        RuleProblem(
          file: source.path, line: valid.count { $0.isNewline } + 1, message: "is not UTF-8 text",
          hint: "save the file as UTF-8"))
      return nil
    }
    return text
  }
}
