package import Model

/// A text with `{{placeholders}}`, which the owner has written into a rule file, taken apart.
package struct Template: Sendable, Hashable {
  static let ownerNames = ["owner.first_name", "owner.last_name", "owner.name", "owner.username"]
  /// What a contact has a hand in: for texts to people, never for instructions to a model.
  static let messageNames = [
    "sender.first_name", "sender.last_name", "sender.name", "sender.username", "chat.title",
    "message.text",
  ]

  /// Characters of `{{message.text}}`.
  static let longestText = 300

  /// Every name that stands in double braces.
  static func names(in text: String) -> [String] {
    pieces(of: text).compactMap { if case .name(let name) = $0 { name } else { nil } }
  }

  private let pieces: [Piece]

  /// Nil for texts that stay as they are.
  init?(_ text: String) {
    guard Self.double(UInt8(ascii: "{"), in: text[...]) != nil else { return nil }
    pieces = Self.pieces(of: text)
  }

  /// Names without a value stay as they are.
  func filled(with value: (String) -> String?) -> String {
    var filled = ""
    for piece in pieces {
      switch piece {
      case .text(let text): filled += text
      case .name(let name): filled += value(name) ?? "{{\(name)}}"
      }
    }
    return filled
  }

  static func fill(_ text: String, with value: (String) -> String?) -> String {
    Template(text)?.filled(with: value) ?? text
  }

  /// With the owner's own names filled in; a contact's have no place in an instruction to a model.
  package static func fill(_ text: String, owner: Contact) -> String {
    fill(text) { value($0, owner: owner) }
  }

  static func value(_ name: String, owner: Contact) -> String? {
    switch name {
    case "owner.first_name": owner.firstName
    case "owner.last_name": owner.lastName
    case "owner.name": owner.fullName
    case "owner.username": owner.username ?? ""
    default: nil
    }
  }

  static func value(_ name: String, for input: DecisionInput) -> String? {
    switch name {
    case "sender.first_name": input.sender?.firstName ?? input.chat.title
    case "sender.last_name": input.sender?.lastName ?? ""
    case "sender.name": input.sender?.fullName ?? input.chat.title
    case "sender.username": input.sender?.username ?? ""
    case "chat.title": input.chat.title
    case "message.text": input.message.text.shortened(to: longestText)
    default: value(name, owner: input.owner)
    }
  }

  static func hint(for name: String, among names: [String]) -> String {
    // One of the same thing, if there is any: sender.x means the sender.
    let thing = name.prefix { $0 != "." } + "."
    let same = names.filter { $0.hasPrefix(thing) }
    if !same.isEmpty {
      let ends = same.map { String($0.dropFirst(thing.count)) }
      return Suggestion.nearest(to: String(name.dropFirst(thing.count)), among: ends)
        .map { "did you mean \"\(thing)\($0)\"?" } ?? "there are \(same.joined(separator: ", "))"
    }
    return didYouMean(name, names) ?? "there are \(names.joined(separator: ", "))"
  }

  private enum Piece: Sendable, Hashable {
    case text(String)
    case name(String)
  }

  private static func pieces(of text: String) -> [Piece] {
    var pieces: [Piece] = []
    var rest = text[...]
    while let open = double(UInt8(ascii: "{"), in: rest),
      let close = double(UInt8(ascii: "}"), in: rest[open.upperBound...])
    {
      pieces.append(.text(String(rest[..<open.lowerBound])))
      let name = rest[open.upperBound..<close.lowerBound]
      pieces.append(.name(name.filter { !$0.isWhitespace }))
      rest = rest[close.upperBound...]
    }
    pieces.append(.text(String(rest)))
    return pieces
  }

  /// Where a brace stands twice, first. Bytes, as this is looked for in every answer.
  private static func double(_ brace: UInt8, in text: Substring) -> Range<String.Index>? {
    let bytes = text.utf8
    var from = bytes.startIndex
    while let first = bytes[from...].firstIndex(of: brace) {
      let second = bytes.index(after: first)
      guard second < bytes.endIndex else { return nil }
      if bytes[second] == brace { return first..<bytes.index(after: second) }
      from = second
    }
    return nil
  }
}
