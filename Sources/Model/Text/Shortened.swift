extension StringProtocol {
  /// As it is, or its beginning with an ellipsis: at most so many characters.
  package func shortened(to most: Int) -> String {
    // Bytes are at least as many, and counted at once.
    guard utf8.count > most, count > most else { return String(self) }
    return prefix(Swift.max(0, most - 1)) + "…"
  }
}
