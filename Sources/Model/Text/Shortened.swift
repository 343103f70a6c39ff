extension StringProtocol {
  /// As it is, or its beginning with an ellipsis: at most so many UTF-16 units, of whole characters. One
  /// character alone can be as long as a book, so that counting characters bounds nothing.
  package func shortened(to most: Int) -> String {
    // Bytes are at least as many, and counted at once.
    guard utf8.count > most, utf16.count > most else { return String(self) }
    var end = startIndex
    var length = 0
    while end < endIndex {
      let next = index(after: end)
      length += utf16.distance(from: end, to: next)
      guard length < most else { break }
      end = next
    }
    return self[..<end] + "…"
  }
}
