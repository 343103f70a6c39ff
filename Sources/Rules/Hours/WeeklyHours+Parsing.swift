import Model

/// What is wrong in a text of a small language of its own, with the part that is meant.
struct GrammarError: Error, Hashable, CustomStringConvertible {
  var message: String
  var hint: String?

  init(message: String, hint: String? = nil) {
    self.message = message
    self.hint = hint
  }

  init(_ message: String, hint: String? = nil) { self.init(message: message, hint: hint) }

  var description: String { [message, hint].compactMap(\.self).joined(separator: "; ") }
}

extension WeeklyHours {
  /// Reads `mon-fri 09:00-12:30, 13:15-18:00`; several such groups may follow each other after
  /// semicolons. Without days it is every day, without times the whole day. A window whose end is
  /// before its start ends on the next day.
  init(parsing text: String) throws(GrammarError) {
    windows = []
    guard text.utf8.count <= 1000 else { throw GrammarError(message: "the text is too long") }
    for group in text.split(separator: ";", omittingEmptySubsequences: false) {
      var scanner = HoursScanner(String(group))
      windows += try scanner.group()
    }
  }

  /// Reads times of the week: `mon-fri 18:00`, `09:00, 21:30`; several such groups may follow each other
  /// after semicolons.
  ///
  /// - Returns: seconds from Monday's midnight.
  static func moments(parsing text: String) throws(GrammarError) -> [Int] {
    guard text.utf8.count <= 1000 else { throw GrammarError("the text is too long") }
    var moments: [Int] = []
    for group in text.split(separator: ";", omittingEmptySubsequences: false) {
      var scanner = HoursScanner(String(group))
      moments += try scanner.moments()
    }
    return moments
  }

  /// Reads the days alone: `mon-fri`, `sat, sun`.
  static func days(parsing text: String) throws(GrammarError) -> [Int] {
    var scanner = HoursScanner(text)
    let days = try scanner.days()
    try scanner.end()
    guard !days.isEmpty else { throw scanner.unexpected("a day such as mon or mon-fri") }
    return days
  }
}

private struct HoursScanner {
  private enum Token: Hashable {
    case word(String)
    case time(minutes: Int)
    case dash, comma
    case other(String)
  }

  private let text: String
  private var tokens: [Token] = []
  private var position = 0

  init(_ text: String) {
    self.text = text
    var rest = Substring(text)
    while let first = rest.first {
      if first.isWhitespace {
        rest = rest.dropFirst()
        continue
      }
      let piece =
        first.isLetter
        ? rest.prefix { $0.isLetter }
        : first.isNumber ? rest.prefix { $0.isNumber || $0 == ":" } : rest.prefix(1)
      rest = rest.dropFirst(piece.count)
      tokens.append(Self.token(String(piece)))
    }
  }

  private static func token(_ piece: String) -> Token {
    switch piece {
    case "-", "–", "—": return .dash
    case ",": return .comma
    default: break
    }
    if piece.first?.isLetter == true { return .word(piece.lowercased()) }
    let parts = piece.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, (1...2).contains(parts[0].count), parts[1].count == 2,
      let hour = Int(parts[0]), let minute = Int(parts[1]), (0...59).contains(minute),
      (0...23).contains(hour) || (hour == 24 && minute == 0)
    else { return .other(piece) }
    return .time(minutes: hour * 60 + minute)
  }

  private var next: Token? { position < tokens.count ? tokens[position] : nil }

  private mutating func take(_ token: Token) -> Bool {
    guard next == token else { return false }
    position += 1
    return true
  }

  func unexpected(_ expected: String) -> GrammarError {
    let found: String =
      switch next {
      case .word(let word): "\"\(word)\""
      case .time(let minutes): "\"\(clockText(minutes))\""
      case .dash: "\"-\""
      case .comma: "\",\""
      case .other(let piece): "\"\(piece)\""
      case nil: "the end"
      }
    return GrammarError(message: "\"\(text)\": expected \(expected), found \(found)")
  }

  mutating func group() throws(GrammarError) -> [WeeklyHours.Window] {
    var days = try days()
    if days.isEmpty { days = Array(0..<7) } else if next == nil { return whole(days) }
    var windows: [WeeklyHours.Window] = []
    repeat {
      let opens = try time()
      guard take(.dash) else { throw unexpected("\"-\" and the closing time") }
      var closes = try time()
      guard opens != closes else {
        throw GrammarError(
          message: "\"\(text)\": \(clockText(opens))-\(clockText(closes)) starts and ends at once",
          hint: "write 00:00-24:00 for the whole day")
      }
      guard opens < WeeklyHours.minutesPerDay else {
        throw GrammarError(message: "\"\(text)\": a window cannot open at 24:00", hint: "use 00:00")
      }
      if closes < opens { closes += WeeklyHours.minutesPerDay }
      windows += days.map { WeeklyHours.Window(day: $0, opens: opens, closes: closes) }
    } while take(.comma)
    try end()
    return windows
  }

  mutating func moments() throws(GrammarError) -> [Int] {
    let found = try days()
    let days = found.isEmpty ? Array(0..<7) : found
    var moments: [Int] = []
    repeat {
      let minutes = try time()
      guard minutes < WeeklyHours.minutesPerDay else {
        throw GrammarError("\"\(text)\": no day has a time 24:00", hint: "use 00:00")
      }
      moments += days.map { ($0 * WeeklyHours.minutesPerDay + minutes) * 60 }
    } while take(.comma)
    try end()
    return moments
  }

  mutating func days() throws(GrammarError) -> [Int] {
    var days: [Int] = []
    guard case .word = next else { return days }
    repeat {
      let first = try day()
      let last = take(.dash) ? try day() : first
      // "fri-mon" goes around the end of the week.
      days += (0...((last + 7 - first) % 7)).map { (first + $0) % 7 }
    } while take(.comma)
    return Array(Set(days)).sorted()
  }

  func end() throws(GrammarError) {
    if next != nil { throw unexpected("the end or \",\"") }
  }

  private func whole(_ days: [Int]) -> [WeeklyHours.Window] {
    days.map { WeeklyHours.Window(day: $0, opens: 0, closes: WeeklyHours.minutesPerDay) }
  }

  private mutating func time() throws(GrammarError) -> Int {
    guard case .time(let minutes) = next else { throw unexpected("a time such as 09:00") }
    position += 1
    return minutes
  }

  private mutating func day() throws(GrammarError) -> Int {
    guard case .word(let word) = next else { throw unexpected("a day such as mon") }
    guard let day = WeeklyHours.dayNames.firstIndex(of: String(word.prefix(3))),
      Self.fullNames[day].hasPrefix(word)
    else {
      let near = Suggestion.nearest(to: word, among: WeeklyHours.dayNames + Self.fullNames)
      throw GrammarError(
        message: "\"\(text)\": \"\(word)\" is no day",
        hint: near.map { "did you mean \"\($0)\"?" } ?? "days are mon tue wed thu fri sat sun")
    }
    position += 1
    return day
  }

  private static let fullNames = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]
}

/// `09:05`.
func clockText(_ minutes: Int) -> String {
  let (hour, minute) = minutes.quotientAndRemainder(dividingBy: 60)
  return "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
}
