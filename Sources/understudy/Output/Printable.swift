/// Text from outside on its way to the owner's terminal: control characters could rewrite what stands
/// there, so they do not pass; line breaks do.
enum Printable {
  static func text(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          scalar == "\n" || scalar.properties.generalCategory != .control ? scalar : "\u{FFFD}"
        }))
  }

  /// As above, on one line.
  static func line(_ text: String) -> String {
    Self.text(text).replacing("\n", with: " ")
  }
}
