/// Stretches of time as rule files write them: `500ms`, `25s`, `4m`, `1h30m`, `2d`.
enum DurationText {
  private static let units: [(name: String, milliseconds: Double)] = [
    ("ms", 1), ("s", 1000), ("m", 60_000), ("h", 3_600_000), ("d", 86_400_000),
  ]
  /// Ten years; more is a slip of the pen.
  private static let longest = 3650.0 * 86_400_000

  /// Nil for anything else than numbers with units, and for more than ten years.
  static func parse(_ text: String) -> Duration? {
    var rest = Substring(text)
    var total = 0.0
    guard !rest.isEmpty, rest.utf8.count <= 40 else { return nil }
    while !rest.isEmpty {
      let digits = rest.prefix { $0.isASCII && $0.isNumber || $0 == "." }
      guard let number = Double(digits) else { return nil }
      rest = rest.dropFirst(digits.count)
      let letters = rest.prefix { $0.isASCII && $0.isLetter }
      guard let unit = units.first(where: { $0.name == letters }) else { return nil }
      rest = rest.dropFirst(letters.count)
      total += number * unit.milliseconds
    }
    guard total.isFinite, total <= longest else { return nil }
    return .milliseconds(Int64(total.rounded()))
  }

  static func parse(seconds: Double) -> Duration? {
    guard seconds.isFinite, seconds >= 0, seconds * 1000 <= longest else { return nil }
    return .milliseconds(Int64((seconds * 1000).rounded()))
  }

  /// The shortest text that reads back as the same time.
  static func text(of duration: Duration) -> String {
    let (seconds, attoseconds) = duration.components
    var rest = seconds * 1000 + attoseconds / 1_000_000_000_000_000
    var text = ""
    for (name, size) in units.reversed() {
      let (count, left) = rest.quotientAndRemainder(dividingBy: Int64(size))
      if count > 0 { text += "\(count)\(name)" }
      rest = left
    }
    return text.isEmpty ? "0s" : text
  }
}

extension Duration {
  var seconds: Double {
    Double(components.seconds) + Double(components.attoseconds) / 1e18
  }
}
