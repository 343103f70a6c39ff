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

  /// `1/30m per chat`.
  var description: String { rate.description + (isPerChat ? " per chat" : "") }
}

extension Rate: CustomStringConvertible {
  package var description: String { "\(count)/\(DurationText.text(of: per))" }
}
