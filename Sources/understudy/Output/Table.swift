/// Rows in columns, as wide as their contents, for people. Cells are cut rather than wrapped.
struct Table {
  let header: [String]
  var rows: [[String]] = []

  init(_ header: String...) { self.header = header }

  mutating func add(_ cells: String...) { rows.append(cells.map(Printable.line)) }

  func render(widest: Int = 48) -> String {
    let all = [header] + rows
    let widths = header.indices.map { column in
      min(widest, all.map { $0[column].displayWidth }.max() ?? 0)
    }
    return all.map { row in
      zip(row, widths).map { cell, width in cell.fitted(to: width) }
        .joined(separator: "  ").trimmingTrailingSpaces()
    }.joined(separator: "\n")
  }
}

extension Character {
  /// Columns that a terminal gives it (Unicode East Asian Width, wide and emoji).
  fileprivate var displayWidth: Int {
    guard let first = unicodeScalars.first else { return 0 }
    switch first.value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      return 2
    default:
      return first.properties.isEmojiPresentation ? 2 : 1
    }
  }
}

extension String {
  fileprivate var displayWidth: Int { reduce(0) { $0 + $1.displayWidth } }

  fileprivate func fitted(to width: Int) -> String {
    let own = displayWidth
    guard own > width else { return self + String(repeating: " ", count: width - own) }
    var kept = ""
    var used = 0
    for character in self where used + character.displayWidth < width {
      kept.append(character)
      used += character.displayWidth
    }
    return kept + "…" + String(repeating: " ", count: max(0, width - used - 1))
  }

  fileprivate func trimmingTrailingSpaces() -> String {
    String(reversed().drop { $0 == " " }.reversed())
  }
}
