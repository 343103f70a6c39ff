import CShippedRules

/// The rule set of the repository's `rules/`, compiled in: what `init` writes and the demo plays.
enum ShippedRules {
  struct File {
    let name: String
    let text: String
  }

  static var files: [File] {
    (0..<understudy_shipped_rule_count()).map { index in
      let file = understudy_shipped_rule(index)
      let bytes = UnsafeBufferPointer(start: file.bytes, count: file.size)
      return File(
        name: file.name.map { String(cString: $0) } ?? "",
        text: String(decoding: bytes, as: UTF8.self))
    }
  }
}
