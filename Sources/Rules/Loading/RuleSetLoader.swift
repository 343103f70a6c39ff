import Scripting

/// Loads all files of a set and links them.
struct RuleSetLoader {
  let sources: [RuleSource]
  let limits: RuleLimits
  /// Whether to look for mistakes within functions, too.
  var looksInside = true

  func load() throws(RuleLoadError) -> RuleSet {
    var problems: [RuleProblem] = []
    var snapshot: [String: String] = [:]
    for source in sources.prefix(limits.files) {
      if let text = source.text(limits, &problems) { snapshot[source.path] = text }
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
    var surveys: [String: CodeSurvey] = [:]
    let files = paths.filter { !HolidayCalendar.isCalendar($0) }.map { path in
      RuleFile(
        path: path, snapshot: snapshot, calendars: calendars, limits: limits,
        looksInside: looksInside
      ) { surveys[path] = $0 }
    }
    var linker = Linker(
      files: files.map(\.content), snapshot: snapshot, calendars: calendars.mapValues(\.calendar),
      surveys: surveys)
    linker.problems += problems
    guard let book = linker.link() else {
      // A file that others require fails once for each of them, in the same place, by another way there.
      var told: Set<String> = []
      throw RuleLoadError(
        problems: linker.problems.filter { told.insert($0.description).inserted })
    }
    return RuleSet(
      fingerprint: RuleSet.fingerprint(of: sources),
      warnings: RuleProblem.listed(linker.problems),
      summary: RuleSetSummary(linker, book), book: book, files: files, limits: limits)
  }
}
