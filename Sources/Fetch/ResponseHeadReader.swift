/// Gathers header lines, as libcurl hands them out one by one, into the head of the final answer.
struct ResponseHeadReader {
  /// Of all lines seen, those of interim answers and trailers included.
  private(set) var byteCount = 0
  private var current: ResponseHead?
  private var isComplete = false

  /// Returns the head with the empty line that ends it. Interim answers (1xx) are passed over;
  /// trailers after the head are ignored.
  mutating func feed(_ line: UnsafeRawBufferPointer) -> ResponseHead? {
    byteCount += line.count
    guard !isComplete else { return nil }
    let text = String(decoding: line, as: UTF8.self).trimmingLineEnd()
    if text.hasPrefix("HTTP/") {
      current = Self.status(in: text).map { ResponseHead(status: $0, headers: [:]) }
    } else if text.isEmpty {
      guard let current, current.status >= 200 else { return nil }
      isComplete = true
      return current
    } else if let colon = text.firstIndex(of: ":") {
      let value = text[text.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
      current?.headers.add(String(text[..<colon]), String(value))
    }
    return nil
  }

  private static func status(in line: Substring) -> Int? {
    let parts = line.split(separator: " ", maxSplits: 2)
    guard parts.count >= 2, parts[1].utf8.count == 3 else { return nil }
    return Int(parts[1])
  }
}

extension String {
  fileprivate func trimmingLineEnd() -> Substring {
    // "\r\n" is one Character.
    var text = self[...]
    while let last = text.last, last.isNewline || last == " " { text.removeLast() }
    return text
  }
}
