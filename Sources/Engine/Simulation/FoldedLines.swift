/// Lines for a person, of which many may be alike: timers run often in one case.
package enum FoldedLines {
  /// What a person is shown of one case at most.
  package static let most = 30

  /// Equal lines that follow each other become one: `timer a/tick: nothing … 2,958 times`.
  ///
  /// - Parameter most: with a last line that tells how many are left out beside these; at least 1.
  package static func fold(_ lines: [String], most: Int = most) -> [String] {
    var runs: [(line: String, count: Int)] = []
    for line in lines {
      if runs.last?.line == line {
        runs[runs.count - 1].count += 1
      } else {
        runs.append((line, 1))
      }
    }
    let shown = runs.prefix(most).map { run in
      run.count == 1 ? run.line : "\(run.line) … \(grouped(run.count)) times"
    }
    let rest = runs.dropFirst(most).reduce(0) { $0 + $1.count }
    return rest == 0 ? shown : shown + ["… and \(grouped(rest)) more"]
  }

  private static func grouped(_ count: Int) -> String {
    count < 1000
      ? "\(count)"
      : grouped(count / 1000) + "," + String(String(1000 + count % 1000).dropFirst())
  }
}
