import CQRCode

/// A text as a QR code, drawn with half blocks: two modules a character, so that they are square.
struct QRCode {
  private let width: Int
  private let modules: [UInt8]

  /// The empty border around the symbol that scanners need (ISO/IEC 18004: 4 modules).
  private static let border = 4
  /// The largest symbol has 177 modules a side.
  private static let capacity = 177 * 177

  /// Nil if the text does not fit into a symbol.
  init?(_ text: String) {
    var modules = [UInt8](repeating: 0, count: Self.capacity)
    let width = Int(cq_encode(text, &modules, modules.count))
    guard width > 0 else { return nil }
    self.width = width
    self.modules = Array(modules.prefix(width * width))
  }

  /// Light modules are drawn, dark ones left to the background: right on a dark terminal. With colours
  /// both are set, so that it is right on any.
  func drawn(withColors: Bool) -> String {
    let span = -Self.border..<(width + Self.border)
    let rows = stride(from: span.lowerBound, to: span.upperBound, by: 2).map { row in
      let line = span.map { column in
        switch (isDark(row, column), isDark(row + 1, column)) {
        case (false, false): "█"
        case (false, true): "▀"
        case (true, false): "▄"
        case (true, true): " "
        }
      }.joined()
      return withColors ? "\u{1B}[38;5;231;48;5;16m\(line)\u{1B}[0m" : line
    }
    return rows.joined(separator: "\n")
  }

  private func isDark(_ row: Int, _ column: Int) -> Bool {
    guard (0..<width).contains(row), (0..<width).contains(column) else { return false }
    return modules[row * width + column] == 1
  }
}
