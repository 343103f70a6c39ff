internal import TL
internal import TelegramSchema

/// Reads TL as JSON, by the definitions of the layer.
struct TLDecoding {
  private let catalog = SchemaCatalog.layer
  private var reader: TLReader
  /// Definitions that were met before: an answer has few kinds of values, and many of each.
  private var definitions: [UInt32: RawDefinition] = [:]

  init(_ bytes: [UInt8]) { reader = TLReader(bytes) }

  /// The one value that the bytes hold.
  mutating func whole(_ type: FieldType) throws(TLError) -> JSONValue {
    let value = try read(type)
    try reader.expectEnd()
    return value
  }

  private mutating func read(_ type: FieldType) throws(TLError) -> JSONValue {
    switch type {
    case .int: return .number(String(try reader.int()))
    case .long: return Scalars.json(try reader.long())
    case .double: return Scalars.json(try reader.double())
    case .int128: return Scalars.json(fixed: try reader.int128().bytes)
    case .int256: return Scalars.json(fixed: try reader.int256().bytes)
    case .string: return .string(try reader.string())
    case .bytes: return Scalars.json(bytes: try reader.bytes())
    case .bool: return .bool(try reader.bool())
    case .flags: return .number(String(try reader.uint()))
    case .yes: return .bool(true)
    case .query, .object: return try readBoxed(nil)
    case .boxed(let name): return try readBoxed(name)
    case .vector(let element):
      return try elements(of: element, count: reader.vectorCount())
    case .bareVector(let element):
      return try elements(of: element, count: reader.bareVectorCount())
    }
  }

  private mutating func elements(
    of type: FieldType, count: Int
  ) throws(TLError) -> JSONValue {
    var elements: [JSONValue] = []
    for _ in 0..<count { elements.append(try read(type)) }
    return .array(elements)
  }

  private mutating func readBoxed(_ type: String?) throws(TLError) -> JSONValue {
    let id = try reader.constructor()
    // Where anything may stand, a Bool or a vector may, too; of a vector the elements are not known.
    if type == nil, id == TLID.boolTrue || id == TLID.boolFalse {
      return .bool(id == TLID.boolTrue)
    }
    guard let definition = definition(id),
      type == nil || definition.result == type.map(FieldType.boxed)
    else { throw reader.unknown(id, in: type) }
    try reader.enter()
    let value = try readFields(definition)
    reader.leave()
    return value
  }

  private mutating func readFields(_ definition: RawDefinition) throws(TLError) -> JSONValue {
    var members = [JSONValue.Member("_", .string(definition.name))]
    var words: [String: UInt32] = [:]
    for field in definition.fields {
      if field.type.isFlags {
        words[field.name] = try reader.uint()
        continue
      }
      if let condition = field.condition,
        (words[condition.word] ?? 0) >> UInt32(condition.bit) & 1 == 0
      {
        continue
      }
      members.append(.init(field.name, try read(field.type)))
    }
    return .object(members)
  }

  private mutating func definition(_ id: UInt32) -> RawDefinition? {
    if let known = definitions[id] { return known }
    let definition = catalog.definition(id)
    definitions[id] = definition
    return definition
  }
}
