import Scripting

/// The classes of what crosses between rule files and Swift.
enum ScriptClassName {
  static let action = "action"
  static let curve = "curve"
  static let days = "days"
  static let holidays = "holidays"
  static let words = "words"
  static let expression = "regular expression"
  static let message = "message"
  static let memory = "memory"
  static let earlier = "earlier message"
  static let chat = "chat"
  static let sender = "sender"
  static let owner = "owner"
  static let media = "media"
  static let entity = "entity"
  static let context = "context"
  static let today = "today"
  static let secret = "secret"
  static let store = "store"
  static let chatStore = "store of the chat"
  static let shared = "shared store"
  static let chatShared = "shared store of the chat"
}

extension ScriptValue {
  /// A duration text, or seconds as a number.
  var duration: Duration? {
    if let text = string { return DurationText.parse(text) }
    return number.flatMap(DurationText.parse(seconds:))
  }

  /// The items of a list, or the value alone; empty for nil.
  var list: [ScriptValue] {
    switch self {
    case .nil: []
    case .table(let table) where table.fields.isEmpty: table.items
    default: [self]
    }
  }

  /// As error texts show it, cut short.
  var shown: String {
    switch self {
    case .nil: "nil"
    case .bool(let value): String(value)
    case .integer(let value): String(value)
    case .number(let value): String(value)
    case .string(let text): text.count > 40 ? "\"\(text.prefix(40))…\"" : "\"\(text)\""
    case .table(let table): table.isEmpty ? "an empty table" : "a table"
    default: "aeiou".contains(kind.prefix(1)) ? "an \(kind)" : "a \(kind)"
    }
  }
}

extension ScriptRecord {
  func text(_ name: String) -> String? { self[name]?.string }
  func number(_ name: String) -> Double? { self[name]?.number }
  func flag(_ name: String) -> Bool { self[name]?.bool ?? false }
}
