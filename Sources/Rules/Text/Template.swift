package import Model

/// Texts with `{{placeholders}}`, which the owner has written into a rule file.
package enum Template {
  static let ownerNames = ["owner.first_name", "owner.last_name", "owner.name", "owner.username"]
  /// What a contact has a hand in: for texts to people, never for instructions to a model.
  static let messageNames = [
    "sender.first_name", "sender.name", "sender.username", "chat.title", "message.text",
  ]

  /// Every name that stands in double braces.
  static func names(in text: String) -> [String] {
    pieces(of: text).compactMap { if case .name(let name) = $0 { name } else { nil } }
  }

  /// Names without a value stay as they are.
  static func fill(_ text: String, with value: (String) -> String?) -> String {
    guard text.contains("{{") else { return text }
    return pieces(of: text).map { piece in
      switch piece {
      case .text(let text): String(text)
      case .name(let name): value(name) ?? "{{\(name)}}"
      }
    }.joined()
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
    case "sender.name": input.sender?.fullName ?? input.chat.title
    case "sender.username": input.sender?.username ?? ""
    case "chat.title": input.chat.title
    case "message.text": String(input.message.text.prefix(300))
    default: value(name, owner: input.owner)
    }
  }

  static func hint(for name: String, among names: [String]) -> String {
    didYouMean(name, names) ?? "there are \(names.joined(separator: ", "))"
  }

  private enum Piece {
    case text(Substring)
    case name(String)
  }

  private static func pieces(of text: String) -> [Piece] {
    var pieces: [Piece] = []
    var rest = text[...]
    while let open = rest.firstRange(of: "{{"),
      let close = rest[open.upperBound...].firstRange(of: "}}")
    {
      pieces.append(.text(rest[..<open.lowerBound]))
      let name = rest[open.upperBound..<close.lowerBound].filter { !$0.isWhitespace }
      pieces.append(.name(name))
      rest = rest[close.upperBound...]
    }
    pieces.append(.text(rest))
    return pieces
  }
}
