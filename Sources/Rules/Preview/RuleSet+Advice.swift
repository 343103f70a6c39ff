package import Model

extension RuleSet {
  /// What is allowed and yet hardly meant, as far as it takes a look at the clock or many samples to
  /// see it: hours that never open, timers that these leave no time, calendars whose last holiday is over, delays
  /// that are mostly cap.
  /// For `check`; a reload does without.
  package func warnings(at now: Timestamp) -> [RuleProblem] {
    (summary.hours.flatMap { hoursWarnings($0, at: now) } + timerWarnings(at: now)
      + calendarWarnings(at: now)
      + summary.delays.compactMap(capWarning)).sorted(by: RuleProblem.precedes)
  }

  private func hoursWarnings(
    _ declaration: RuleSetSummary.Declaration, at now: Timestamp
  ) -> [RuleProblem] {
    guard let table = book.hours[declaration.name], table.opening(from: now) == nil else {
      return []
    }
    return [
      warning(
        declaration, "hours \"\(declaration.name)\" do not open in the next two years",
        hint: "see understudy preview hours \"\(declaration.name)\"")
    ]
  }

  /// Hours that open, and never when the timer is due. Each takes a long search; a few will do.
  private func timerWarnings(at now: Timestamp) -> [RuleProblem] {
    book.timers.lazy.map(\.timer).filter { timer in
      // Those that count from the load depend on when that is.
      timer.isByClock && timer.times.hours.contains { $0.opening(from: now) != nil }
        && timer.next(after: now, anchor: now) == nil
    }.prefix(5).map { timer in
      RuleProblem(
        severity: .warning, file: timer.file, line: timer.line,
        message:
          "timer \(timer.id) never runs: none of its times (\(timer.words)) lies within its hours",
        hint: "move one of them; see understudy preview hours")
    }
  }

  private func calendarWarnings(at now: Timestamp) -> [RuleProblem] {
    let today = LocalTime(now, in: book.zone).dayNumber
    return Set(book.hours.values.flatMap(\.holidays.ends)).compactMap { end in
      guard let last = end.lastDay else {
        return RuleProblem(
          severity: .warning, file: end.path, message: "has no event, so it takes no day out")
      }
      guard last < today else { return nil }
      return RuleProblem(
        severity: .warning, file: end.path,
        message: "the last holiday was on \(CivilDate(dayNumber: last))",
        hint: "put a newer calendar in its place")
    }
  }

  /// Lengths as chats have them.
  private static let typical = (length: 80, reply: 80, samples: 400)

  private func capWarning(_ declaration: RuleSetSummary.Declaration) -> RuleProblem? {
    // Functions are not run for this: they may go by what no sample has.
    guard let curve = book.delays[declaration.name], curve.function == nil, curve.cap != nil else {
      return nil
    }
    var generator = SeededGenerator(seed: 0, text: curve.name)
    let (length, reply, samples) = Self.typical
    let cut = (0..<samples).count { _ in
      curve.draw(incoming: length, outgoing: reply, noticed: nil, using: &generator).total
        > curve.most
    }
    guard cut * 2 > samples else { return nil }
    return warning(
      declaration,
      "the cap of delay \"\(declaration.name)\" cuts \(cut * 100 / samples) of 100 samples, so most "
        + "answers take the same time",
      hint: "raise the cap or shorten the notice; see understudy preview delay "
        + "\"\(declaration.name)\"")
  }

  private func warning(
    _ declaration: RuleSetSummary.Declaration, _ message: String, hint: String
  ) -> RuleProblem {
    RuleProblem(
      severity: .warning, file: declaration.file, line: declaration.line, message: message,
      hint: hint)
  }
}
