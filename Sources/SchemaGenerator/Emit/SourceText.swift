/// Swift source under construction: lines and their indentation.
struct SourceText {
  private(set) var lines: [String] = []
  private var depth = 0

  mutating func line(_ text: String = "") {
    lines.append(text.isEmpty ? "" : String(repeating: "  ", count: depth) + text)
  }

  /// `head {`, the body one level deeper, `}`.
  mutating func block(_ head: String, _ body: (inout SourceText) -> Void) {
    line(head + " {")
    depth += 1
    body(&self)
    depth -= 1
    line("}")
  }

  var text: String { lines.joined(separator: "\n") + "\n" }

  /// What stands at the head of every generated file.
  static func file(imports: [String], _ body: (inout SourceText) -> Void) -> String {
    var source = SourceText()
    source.line("// swift-format-ignore-file")
    source.line(
      "// Written by `Scripts/schema generate`; change the definitions or the list instead.")
    if !imports.isEmpty {
      source.line()
      for name in imports {
        source.line("package import \(name)")
      }
    }
    source.line()
    body(&source)
    return source.text
  }
}
