internal import TelegramSchema

/// A constructor or method of the layer, read from its definition when it is needed.
struct RawDefinition: Sendable {
  struct Field: Sendable {
    var name: String
    /// The flag that says whether the field is there; nil: always.
    var condition: Condition?
    var type: FieldType

    /// Whether a person who writes the value may leave it out.
    var isOptional: Bool { condition != nil || type.isFlags }
  }

  struct Condition: Hashable, Sendable {
    /// The name of the flags word.
    var word: String
    var bit: Int
  }

  let id: UInt32
  let name: String
  let isMethod: Bool
  let fields: [Field]
  /// The type a constructor belongs to, or what a method answers with.
  let result: FieldType

  /// Nil if the table holds what this does not understand.
  init?(_ entry: SchemaTable.Entry) {
    let words = entry.definition.split(separator: " ")
    guard let name = words.first, words.count >= 3, words[words.count - 2] == "=",
      let result = FieldType(compact: words[words.count - 1])
    else { return nil }
    var fields: [Field] = []
    for word in words.dropFirst().dropLast(2) {
      guard let field = Self.field(word) else { return nil }
      fields.append(field)
    }
    id = entry.id
    self.name = String(name)
    isMethod = entry.isMethod
    self.fields = fields
    self.result = result
  }

  /// What a person writes and reads: all but the flags words.
  var visibleFields: [Field] { fields.filter { !$0.type.isFlags } }

  /// `name@2.3:type`; the form is described in SchemaGenerator's CompactForm.
  private static func field(_ word: Substring) -> Field? {
    if word.hasPrefix("#") {
      return Field(name: "flags" + word.dropFirst(), condition: nil, type: .flags)
    }
    let parts = word.split(separator: ":", maxSplits: 1)
    let head = parts[0].split(separator: "@", maxSplits: 1)
    var condition: Condition?
    if head.count == 2 {
      let place = head[1].split(separator: ".")
      guard let bit = place.last.flatMap({ Int($0) }) else { return nil }
      condition = Condition(word: place.count == 2 ? "flags\(place[0])" : "flags", bit: bit)
    }
    guard parts.count == 2 else {
      return Field(name: String(head[0]), condition: condition, type: .yes)
    }
    return FieldType(compact: parts[1]).map {
      Field(name: String(head[0]), condition: condition, type: $0)
    }
  }
}

indirect enum FieldType: Hashable, Sendable {
  case int, long, double, int128, int256, string, bytes, bool
  /// A word of flags.
  case flags
  /// `true`: takes no bytes; the flag is the value.
  case yes
  /// The wrapped call of a method that carries another, and its result.
  case query
  /// Any constructor.
  case object
  case boxed(String)
  case vector(FieldType)
  /// Without a constructor id in front of the count.
  case bareVector(FieldType)

  init?(compact word: Substring) {
    switch word {
    case "i": self = .int
    case "l": self = .long
    case "d": self = .double
    case "o": self = .int128
    case "h": self = .int256
    case "s": self = .string
    case "b": self = .bytes
    case "!": self = .query
    case "Bool": self = .bool
    case "Object": self = .object
    default:
      if word.hasPrefix("["), word.hasSuffix("]") {
        guard let element = FieldType(compact: word.dropFirst().dropLast()) else { return nil }
        self = .vector(element)
      } else if word.hasPrefix("<"), word.hasSuffix(">") {
        guard let element = FieldType(compact: word.dropFirst().dropLast()) else { return nil }
        self = .bareVector(element)
      } else {
        self = .boxed(String(word))
      }
    }
  }

  var isFlags: Bool { self == .flags }

  /// As the published schema writes it.
  var published: String {
    switch self {
    case .int: "int"
    case .long: "long"
    case .double: "double"
    case .int128: "int128"
    case .int256: "int256"
    case .string: "string"
    case .bytes: "bytes"
    case .bool: "Bool"
    case .flags: "#"
    case .yes: "true"
    case .query: "X"
    case .object: "Object"
    case .boxed(let name): name
    case .vector(let element): "Vector<\(element.published)>"
    case .bareVector(let element): "vector<\(element.published)>"
    }
  }
}
