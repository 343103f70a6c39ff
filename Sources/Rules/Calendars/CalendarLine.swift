/// One content line of an iCalendar file: `DTSTART;VALUE=DATE:20261224` (RFC 5545, 3.1).
struct CalendarLine: Sendable, Hashable {
  /// Where it begins in the file, from 1.
  let number: Int
  /// Upper case.
  let name: String
  let value: Substring
  private let parameters: [(name: String, value: String)]

  init(_ text: Substring, number: Int) throws(CalendarError) {
    self.number = number
    let letters = text.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
    var rest = text.dropFirst(letters.count)
    guard !letters.isEmpty, rest.first == ":" || rest.first == ";" else {
      throw CalendarError(
        line: number, message: "this is no line of a calendar: \"\(text.prefix(40))\"",
        hint: "a line is NAME:value, and one that goes on begins with a space")
    }
    name = letters.uppercased()
    var parameters: [(String, String)] = []
    while rest.first == ";" {
      let key = rest.dropFirst().prefix { !";:=\"".contains($0) }
      rest = rest[key.endIndex...]
      guard rest.first == "=", !key.isEmpty else {
        throw CalendarError(line: number, message: "a parameter of \(letters) has no \"=\"")
      }
      rest = rest.dropFirst()
      var value = ""
      // A value in quotes may hold what would end one.
      var isQuoted = false
      while let next = rest.first, isQuoted || (next != ";" && next != ":") {
        if next == "\"" { isQuoted.toggle() } else { value.append(next) }
        rest = rest.dropFirst()
      }
      guard !isQuoted else {
        throw CalendarError(line: number, message: "a quote in \(letters) does not end")
      }
      parameters.append((key.uppercased(), value))
    }
    guard rest.first == ":" else {
      throw CalendarError(line: number, message: "\(letters) has no \":\" and no value")
    }
    self.parameters = parameters
    value = rest.dropFirst()
  }

  subscript(parameter: String) -> String? {
    parameters.first { $0.name == parameter }?.value
  }

  static func == (left: CalendarLine, right: CalendarLine) -> Bool {
    left.number == right.number && left.name == right.name && left.value == right.value
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(number)
    hasher.combine(name)
  }

  /// The value as a text, its escapes resolved (3.3.11), on one line.
  var text: String {
    var text = ""
    var isEscaped = false
    for character in value {
      if isEscaped {
        text.append(character == "n" || character == "N" ? " " : character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else {
        text.append(character)
      }
    }
    return text
  }

  /// The lines of a file: those that begin with a space or a tab go on with the one before.
  static func lines(of text: String) throws(CalendarError) -> [CalendarLine] {
    var lines: [CalendarLine] = []
    var current = ""
    var start = 0
    func finish() throws(CalendarError) {
      if !current.isEmpty { lines.append(try CalendarLine(Substring(current), number: start)) }
    }
    for (index, bytes) in text.utf8.split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false
    ).enumerated() {
      let isComplete = bytes.last != UInt8(ascii: "\r")
      let piece = Substring(isComplete ? bytes : bytes.dropLast())
      if piece.unicodeScalars.first == " " || piece.unicodeScalars.first == "\t" {
        guard start > 0 else {
          throw CalendarError(line: index + 1, message: "the first line goes on from none")
        }
        current.unicodeScalars.append(contentsOf: piece.unicodeScalars.dropFirst())
        guard current.utf8.count <= CalendarLimits.line else {
          throw CalendarError(
            line: start, message: "is longer than \(CalendarLimits.line) bytes, unfolded")
        }
      } else {
        try finish()
        current = String(piece)
        start = index + 1
      }
    }
    try finish()
    return lines
  }
}
