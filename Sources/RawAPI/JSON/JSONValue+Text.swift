extension JSONValue {
  /// - Parameter isIndented: one member a line, two spaces a level; else all on one line.
  package func text(isIndented: Bool = false) -> String {
    var text = ""
    write(to: &text, level: isIndented ? 0 : nil)
    return text
  }

  private func write(to text: inout String, level: Int?) {
    switch self {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .number(let digits): text += digits
    case .string(let string): Self.write(string, to: &text)
    case .array(let elements):
      Self.write(elements, "[", "]", to: &text, level: level) { element, text, level in
        element.write(to: &text, level: level)
      }
    case .object(let members):
      Self.write(members, "{", "}", to: &text, level: level) { member, text, level in
        Self.write(member.name, to: &text)
        text += level == nil ? ":" : ": "
        member.value.write(to: &text, level: level)
      }
    }
  }

  private static func write<Element>(
    _ elements: [Element], _ open: String, _ close: String, to text: inout String, level: Int?,
    each: (Element, inout String, Int?) -> Void
  ) {
    text += open
    let inner = level.map { $0 + 1 }
    for (index, element) in elements.enumerated() {
      if index > 0 { text += "," }
      if let inner { text += "\n" + String(repeating: "  ", count: inner) }
      each(element, &text, inner)
    }
    if let level, !elements.isEmpty { text += "\n" + String(repeating: "  ", count: level) }
    text += close
  }

  /// Control characters are escaped, those above U+007F too: what a contact wrote must not rewrite the
  /// terminal that it is shown on.
  private static func write(_ string: String, to text: inout String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case _ where scalar.value < 0x20 || (0x7f..<0xa0).contains(scalar.value):
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
