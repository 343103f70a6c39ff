import Scripting

/// What `except` of hours names: dates, and calendars by their paths.
struct ExceptDeclaration: Sendable, Hashable {
  var dates: [DateRule] = []
  var calendars: [String] = []

  init() {}

  /// - Parameter value: as the schema has let it pass.
  init(_ value: ScriptValue) {
    for one in value.list {
      let texts = one.string.map { [$0] } ?? one.record?.items.compactMap(\.string) ?? []
      for text in texts {
        if HolidayCalendar.isCalendar(text) {
          calendars.append(text)
        } else if let date = try? DateRule(parsing: text) {
          dates.append(date)
        }
      }
    }
  }

  /// As they were written.
  var texts: [String] { calendars + dates.map(\.text) }
}
