import Scripting

/// `every "name" {...}` as a file declares it.
struct TimerDeclaration: Sendable {
  enum When: Sendable, Hashable {
    case interval(Duration)
    /// Seconds from Monday's midnight.
    case moments([Int])
  }

  var when: When
  /// As it was written, for people: `mon-fri 18:00`, `every 2h`.
  var words: String
  /// The same with all that matters, for those who compare.
  var schedule: String
  var zone: String?
  var hours: [String]
  var makesUp: Bool
  var because: String?
  var body: RuleDeclaration.Body

  private static let shortest = Duration.seconds(60)

  /// Nil if it never fires or does nothing; the reason is reported then.
  init?(_ reader: TableReader) {
    let interval = reader[EveryKeys.interval]?.duration
    let at = (reader[EveryKeys.at] ?? .nil).list.compactMap(\.string)
    zone = reader[EveryKeys.zone]?.string.flatMap { $0 == "owner" ? nil : $0 }
    hours = (reader[EveryKeys.hours] ?? .nil).list.compactMap(\.string)
    makesUp = reader[EveryKeys.misfire]?.string == "once"
    because = reader[EveryKeys.because]?.string
    switch (at.isEmpty, interval) {
    case (false, nil):
      // Checked before, as the schema names the type.
      let moments = at.flatMap { (try? WeeklyHours.moments(parsing: $0)) ?? [] }
      when = .moments(Set(moments).sorted())
      schedule = "at \(moments) \(zone ?? "")"
      words = at.joined(separator: ", ") + (zone.map { " (\($0))" } ?? "")
    case (true, let interval?):
      if interval < Self.shortest {
        reader.report(
          EveryKeys.interval,
          "interval in \(reader.subject) is \(DurationText.text(of: interval)); the least is 1m")
      }
      when = .interval(interval)
      schedule = "interval \(interval)"
      words = "every \(DurationText.text(of: interval))"
    case (false, .some):
      reader.report(
        EveryKeys.interval, "\(reader.subject) has both at and interval", hint: "keep one")
      return nil
    case (true, nil):
      if !reader.has(EveryKeys.at), !reader.has(EveryKeys.interval) {
        reader.report(
          "\(reader.subject) has neither at nor interval",
          hint: #"write at = "mon-fri 18:00", or interval = "1h""#)
      }
      return nil
    }
    schedule += " \(hours)"
    if !hours.isEmpty { words += ", within \(hours.joined(separator: ", "))" }
    switch (reader[EveryKeys.act], reader[EveryKeys.run]?.function) {
    case (let act?, nil): body = .act(act.list.compactMap { ActionRequest($0) })
    case (nil, let run?): body = .run(run)
    case (.some, .some):
      reader.report(EveryKeys.run, "\(reader.subject) has both act and run", hint: "keep one")
      return nil
    case (nil, nil):
      if !reader.has(EveryKeys.act), !reader.has(EveryKeys.run) {
        reader.report(
          "\(reader.subject) has neither act nor run",
          hint: "act = notify \"...\", or run = function(x) ... end")
      }
      return nil
    }
    if case .act(let actions) = body { reader.checkCount(of: actions, EveryKeys.act) }
    if case .act(let actions) = body, let other = actions.first(where: { $0.name != "notify" }) {
      reader.report(
        EveryKeys.act, "\(reader.subject) cannot \(other.name): it answers no message",
        hint: "a timer may notify")
    }
  }
}
