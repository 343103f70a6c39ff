/// How often something may happen, as rule files write it: `1/30m per chat`, `5/1d`.
struct RateText: Sendable, Hashable {
  var rate: Rate
  var isPerChat: Bool

  /// Nil if the text is of another form.
  init?(_ text: String) {
    let words = text.split(separator: " ")
    guard let first = words.first else { return nil }
    switch words.dropFirst().map(String.init) {
    case []: isPerChat = false
    case ["per", "chat"]: isPerChat = true
    default: return nil
    }
    let parts = first.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let count = Int(parts[0]), (1...1_000_000).contains(count) else {
      return nil
    }
    // "5/h" is 5/1h.
    let stretch = parts[1].first?.isNumber == true ? String(parts[1]) : "1\(parts[1])"
    guard let per = DurationText.parse(stretch), per > .zero else { return nil }
    rate = Rate(count: count, per: per)
  }

  /// What to say of a limit that is no name of one, but means to be one: `1 per hour`.
  static func complaint(about reference: Reference) -> Complaint? {
    let words = reference.name.lowercased().split { " /".contains($0) }.map(String.init)
    let isMeant =
      reference.name.first?.isNumber == true || ["once", "twice"].contains(words.first)
    guard isMeant else { return nil }
    let count =
      switch words.first {
      case "once": 1
      case "twice": 2
      case let first: first.flatMap { Int($0.prefix(while: \.isNumber)) } ?? 1
      }
    let rate = "\(count)/\(stretch(words) ?? "30m")"
    let isPerChat = words.contains { ["chat", "caht", "person", "contact"].contains($0) }
    let hint =
      isPerChat
      ? "\"\(rate) per chat\"" : "\"\(rate) per chat\", or \"\(rate)\" for all chats together"
    return Complaint(
      message: "limit in \(reference.subject) must be \(ValueType.limit.expectation), not "
        + "\"\(reference.name)\"", hint: "write \(hint)")
  }

  /// `1h` where an hour is spoken of.
  private static func stretch(_ words: [String]) -> String? {
    for word in words.dropFirst() {
      if DurationText.parse(word) != nil { return word }
      let unit = word.hasSuffix("s") ? String(word.dropLast()) : word
      switch unit {
      case "second", "sec": return "1s"
      case "minute", "min", "m": return "1m"
      case "hour", "hr", "h": return "1h"
      case "day", "daily", "d": return "1d"
      case "week", "w": return "7d"
      default: continue
      }
    }
    return nil
  }

  /// `1/30m per chat`.
  var description: String { rate.description + (isPerChat ? " per chat" : "") }
}

extension Rate: CustomStringConvertible {
  package var description: String { "\(count)/\(DurationText.text(of: per))" }
}
