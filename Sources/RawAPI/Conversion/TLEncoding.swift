internal import Model
internal import TL

/// Writes JSON as TL, by the definitions of the layer.
struct TLEncoding {
  /// How a peer is addressed; nil while that is not known.
  typealias PeerLookup = (PeerName) -> PeerReference?

  /// What Telegram takes in one call: a container's 1 MiB, less its own bytes
  /// (core.telegram.org/mtproto/service_messages#containers).
  static let maximumSize = 1 << 20 - 1024
  static var maximumDepth: Int { TLReader.maximumDepth }

  private let catalog = SchemaCatalog.layer
  private let lookup: PeerLookup
  /// The source of random ids that are left out.
  private let randomID: () -> Int64
  private var writer = TLWriter()
  private(set) var unknownPeers: [PeerName] = []

  init(lookup: @escaping PeerLookup, randomID: @escaping () -> Int64) {
    self.lookup = lookup
    self.randomID = randomID
  }

  var bytes: [UInt8] { writer.bytes }

  /// Writes a value of any constructor or method.
  mutating func write(
    _ definition: RawDefinition, _ members: [JSONValue.Member], at path: JSONPath, depth: Int = 0
  ) throws(RawError) {
    guard depth < Self.maximumDepth else {
      throw RawError(.tooLarge, at: path, "values are nested deeper than \(Self.maximumDepth)")
    }
    guard writer.bytes.count <= Self.maximumSize else {
      throw RawError(.tooLarge, "The call has more than \(Self.maximumSize) bytes.")
    }
    let values = try Self.values(members, of: definition, at: path)
    let bits = try FlagBits(definition, values, at: path)
    writer.constructor(definition.id)
    for field in definition.fields {
      if field.type.isFlags {
        writer.uint(bits.word(field.name))
        continue
      }
      if let condition = field.condition {
        guard bits.isSet(condition), field.type != .yes else { continue }
      }
      let place = path.member(field.name)
      guard let value = values[field.name] ?? replacement(for: field, values) else {
        throw RawError(
          .missingField, at: path,
          "\(definition.name) needs \"\(field.name)\" (\(field.type.published))")
      }
      try write(value, as: field.type, at: place, depth: depth + 1)
    }
  }

  /// The members that are there, by name; null is as good as absent.
  private static func values(
    _ members: [JSONValue.Member], of definition: RawDefinition, at path: JSONPath
  ) throws(RawError) -> [String: JSONValue] {
    var values: [String: JSONValue] = [:]
    let names = definition.visibleFields.map(\.name)
    for member in members where member.name != "_" {
      guard names.contains(member.name) else {
        let known = names.isEmpty ? "; it has none" : "; it has \(names.joined(separator: ", "))"
        let near = Suggestion.nearest(to: member.name, among: names)
        throw RawError(
          .unknownField, at: path,
          "\(definition.name) has no \"\(member.name.prefix(60))\""
            + (near.map { "; did you mean \"\($0)\"?" } ?? known))
      }
      if member.value != .null { values[member.name] = member.value }
    }
    return values
  }

  /// What stands for a required field that was left out: a random id, one for each thing sent.
  private func replacement(
    for field: RawDefinition.Field, _ values: [String: JSONValue]
  ) -> JSONValue? {
    guard field.name == "random_id" else { return nil }
    switch field.type {
    case .long: return .number(String(randomID()))
    case .int: return .number(String(Int32(truncatingIfNeeded: randomID())))
    case .vector(.long):
      guard case .array(let ids)? = values["id"] else { return nil }
      return .array(ids.map { _ in .number(String(randomID())) })
    default: return nil
    }
  }
}

// MARK: Values

extension TLEncoding {
  mutating func write(
    _ value: JSONValue, as type: FieldType, at path: JSONPath, depth: Int
  ) throws(RawError) {
    switch type {
    case .int: writer.int(try Scalars.int(value, at: path))
    case .long: writer.long(try Scalars.long(value, at: path))
    case .double: writer.double(try Scalars.double(value, at: path))
    case .int128: writer.raw(try Scalars.hexadecimal(value, count: 16, at: path))
    case .int256: writer.raw(try Scalars.hexadecimal(value, count: 32, at: path))
    case .string:
      guard case .string(let text) = value else { throw Scalars.wrong(value, "string", at: path) }
      writer.string(text)
    case .bytes: writer.bytes(try Scalars.bytes(value, at: path))
    case .bool:
      guard case .bool(let flag) = value else { throw Scalars.wrong(value, "Bool", at: path) }
      writer.bool(flag)
    case .flags, .yes: break
    case .query: try writeCall(value, at: path, depth: depth)
    case .object: try writeBoxed(value, of: nil, at: path, depth: depth)
    case .boxed(let name): try writeBoxed(value, of: name, at: path, depth: depth)
    case .vector(let element):
      writer.constructor(TLID.vector)
      try write(value, as: .bareVector(element), at: path, depth: depth)
    case .bareVector(let element):
      guard case .array(let elements) = value else {
        throw Scalars.wrong(value, type.published, at: path)
      }
      writer.uint(UInt32(elements.count))
      for (index, value) in elements.enumerated() {
        try write(value, as: element, at: path.element(index), depth: depth)
      }
    }
  }

  private mutating func writeBoxed(
    _ value: JSONValue, of type: String?, at path: JSONPath, depth: Int
  ) throws(RawError) {
    if let peer = type.flatMap(PeerType.init(rawValue:)), let name = Self.name(value) {
      try writePeer(name, as: peer, at: path, depth: depth)
      return
    }
    guard case .object(let members) = value else {
      throw Scalars.wrong(value, type ?? "Object", at: path)
    }
    let definition = try constructor(value["_"], of: type, at: path)
    try write(definition, members, at: path, depth: depth)
  }

  /// The constructor that the value names; a type's only one need not be named.
  private func constructor(
    _ name: JSONValue?, of type: String?, at path: JSONPath
  ) throws(RawError) -> RawDefinition {
    let names = type.map { catalog.constructorNames(of: $0) } ?? []
    guard let name else {
      if names.count == 1, let only = catalog.constructor(names[0]) { return only }
      throw RawError(
        .missingField, at: path,
        "\"_\" must name the constructor of \(type ?? "the value")\(Self.choice(names))")
    }
    guard case .string(let name) = name else {
      throw Scalars.wrong(name, "the constructor's name", at: path.member("_"))
    }
    guard let found = catalog.constructor(name) else {
      let near = catalog.suggestion(forConstructor: name, of: type)
      throw RawError(
        .unknownName, at: path.member("_"),
        "the layer has no constructor \"\(name.prefix(60))\""
          + (near.isEmpty ? Self.choice(names) : near))
    }
    guard type == nil || found.result == type.map(FieldType.boxed) else {
      throw RawError(
        .wrongType, at: path.member("_"),
        "\(found.name) is a constructor of \(found.result.published), not of \(type ?? "this")"
          + Self.choice(names))
    }
    return found
  }

  private static func choice(_ names: [String]) -> String {
    guard !names.isEmpty else { return "" }
    let shown = names.prefix(8).joined(separator: ", ")
    return "; one of \(shown)" + (names.count > 8 ? " and \(names.count - 8) more" : "")
  }

  private mutating func writeCall(
    _ value: JSONValue, at path: JSONPath, depth: Int
  ) throws(RawError) {
    guard case .object(let members) = value, case .string(let name)? = value["_"] else {
      throw RawError(
        .wrongType, at: path, "the wrapped call is an object whose \"_\" names its method")
    }
    guard let method = catalog.method(name) else {
      throw RawError(
        .unknownName, at: path.member("_"),
        "the layer has no method \"\(name.prefix(60))\"" + catalog.suggestion(forMethod: name))
    }
    try write(method, members, at: path, depth: depth)
  }
}

// MARK: Peers

extension TLEncoding {
  /// The name of a peer, if the value is one.
  private static func name(_ value: JSONValue) -> String? {
    switch value {
    case .string(let text): text
    case .number(let digits): digits
    default: nil
    }
  }

  private mutating func writePeer(
    _ text: String, as type: PeerType, at path: JSONPath, depth: Int
  ) throws(RawError) {
    if text == "me" || text == "self", let own = type.ownConstructor.flatMap(catalog.constructor) {
      try write(own, [], at: path, depth: depth)
      return
    }
    let name = PeerName(text: text, place: path.description)
    guard let reference = lookup(name) else {
      // Whatever else is wrong with the call is to be found before anybody is asked for the peer.
      unknownPeers.append(name)
      return
    }
    guard let (constructor, members) = type.fields(of: reference),
      let definition = catalog.constructor(constructor)
    else {
      let kind = type == .user ? "a user" : "a channel or supergroup"
      throw RawError(
        .wrongType, at: path, "\(type.rawValue) must be \(kind), and \(reference.peer) is none")
    }
    try write(definition, members, at: path, depth: depth)
  }
}
