import Markup
import Model

extension StyledText {
  private static let alphabet = [
    "a", "b", "Z", " ", " ", "\n", "\n", "👍🏽", "👨‍👩‍👧", "שלום", "e\u{301}", "\u{600}", "\u{301}", "é",
    "𝄞", "\u{200d}", "\u{200f}", "_", "*", "[", "]", "(", ")", "~", "`", ">", "#", "!", "|", "||",
    "\\",
    "<", "&", "\"", "&lt;", "```", "**", "__",
  ]

  private static let arguments: [TextEntity.Kind: [String?]] = [
    .textURL: ["https://example.org/a_(b)?q=\"1\"&z=<\\>", "https://example.org/ü*"],
    .mentionName: ["5000000001"], .customEmoji: ["5368324170671202286", "-4"],
    .pre: [nil, "swift", "c++", "a`b"],
  ]

  private static let kinds: [TextEntity.Kind] = [
    .bold, .italic, .underline, .strikethrough, .spoiler, .bold, .italic, .code, .pre, .blockquote,
    .expandableBlockquote, .textURL, .mentionName, .customEmoji,
  ]

  /// Any text with any entities: overlapping, out of range, through surrogate pairs.
  static func random(using random: inout SeededGenerator) -> StyledText {
    let pieces = Int.random(in: 0...30, using: &random)
    let text = (0..<pieces).map { _ in alphabet.randomElement(using: &random) ?? "" }.joined()
    let length = Int32(text.utf16.count)
    let entities = (0..<Int.random(in: 0...8, using: &random)).map { _ in
      let kind = kinds.randomElement(using: &random) ?? .bold
      let offset = Int32.random(in: -2...(length + 2), using: &random)
      return TextEntity(
        kind: kind, offset: offset,
        length: Int32.random(in: -1...max(4, length / 2), using: &random),
        argument: arguments[kind]?.randomElement(using: &random) ?? nil)
    }
    return StyledText(text, entities)
  }
}

/// `bold 0+4`.
func brief(_ text: StyledText) -> [String] {
  text.entities.map { entity in
    "\(entity.kind) \(entity.offset)+\(entity.length)" + (entity.argument.map { " \($0)" } ?? "")
  }
}
