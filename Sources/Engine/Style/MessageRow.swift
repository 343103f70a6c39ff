import Model

/// An answer in the owner's own burst shape: several short messages in a row (D10).
struct MessageRow: Sendable, Hashable {
  /// Messages at most.
  let most: Int
  /// Between two of them, in milliseconds.
  let gap: Int64

  /// So many turns must be more than one message for it to be a habit.
  static let habit = 0.25
  /// Whoever sends more at once is not written for.
  private static let longest = 4
  /// The dates of messages are whole seconds, so that a gap of none is less than one.
  private static let gaps: ClosedRange<Int64> = 1_500...20_000

  /// Nil: the owner sends one message at a time, or has written too little to know.
  init?(_ profile: StyleProfile) {
    guard profile.messages >= StyleLibrary.least, profile.row.share >= Self.habit,
      let gap = profile.row.gap
    else { return nil }
    most = min(Self.longest, max(2, profile.row.longer))
    self.gap = min(max(gap, Self.gaps.lowerBound), Self.gaps.upperBound)
  }

  /// Told to the model.
  var instruction: String {
    let count = most == 2 ? "2" : "2 to \(most)"
    return
      "where there is more to say, \(count) short messages in a row rather than one, each on a line of its own"
  }

  /// The lines of an answer, none of them empty; what is too much stays with the last.
  func split(_ text: String) -> [String] {
    let lines = text.split(whereSeparator: \.isNewline).map {
      $0.trimming(while: \.isWhitespace)
    }.filter { !$0.isEmpty }
    guard lines.count > 1 else { return [text] }
    guard lines.count > most else { return lines }
    return lines.prefix(most - 1) + [lines.dropFirst(most - 1).joined(separator: "\n")]
  }

  /// How long a message is typed after the one before, in milliseconds: the gap, more or less by a third.
  func typing(seed: Int64) -> Int64 {
    var generator = SeededGenerator(seeds: seed)
    let lot = Int64(generator.next() % 667)
    return gap * (667 + lot) / 1000
  }
}

extension Substring {
  fileprivate func trimming(while isTrimmed: (Character) -> Bool) -> String {
    let start = drop(while: isTrimmed)
    guard let end = start.lastIndex(where: { !isTrimmed($0) }) else { return "" }
    return String(start[...end])
  }
}
