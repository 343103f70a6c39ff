/// A constructor's or method's parameters as a Swift struct sees them.
struct Fields {
  var stored: [Field] = []
  /// `true` flags whose bit also announces values: whether the values are there.
  var implied: [(name: String, bit: Condition)] = []
  /// The flags words in order.
  var words: [String] = []
  /// In the order of the wire: flags words and fields.
  var layout: [Item] = []

  struct Field {
    var name: String
    var swiftType: String
    var type: TypeName
    var condition: Condition?

    var isFlag: Bool { type == .yes }
    var isOptional: Bool { condition != nil && !isFlag }
  }

  enum Item {
    case word(String)
    case field(Field)
  }

  init(_ definition: Definition, in model: TypedModel) {
    for parameter in definition.parameters {
      let name = SwiftName.member(parameter.name)
      if parameter.type == .flags {
        words.append(parameter.name)
        layout.append(.word(parameter.name))
        continue
      }
      if parameter.type == .yes, let bit = parameter.condition,
        definition.parameters.contains(where: { $0.condition == bit && $0.type != .yes })
      {
        implied.append((name, bit))
        continue
      }
      let type = model.swiftType(parameter.type)
      let field = Field(
        name: name,
        swiftType: parameter.type == .yes ? "Bool" : parameter.condition == nil ? type : type + "?",
        type: parameter.type, condition: parameter.condition)
      stored.append(field)
      if !field.isFlag {
        layout.append(.field(field))
      }
    }
  }

  /// The values that this bit announces together.
  func values(of bit: Condition) -> [Field] {
    stored.filter { $0.condition == bit && !$0.isFlag }
  }

  /// The bits in use of a flags word, ascending.
  func bits(of word: String) -> [Condition] {
    Set(stored.compactMap(\.condition)).filter { $0.word == word }.sorted { $0.bit < $1.bit }
  }

  /// An expression that is true when the bit is to be set.
  func isSet(_ bit: Condition) -> String {
    let values = values(of: bit)
    if values.isEmpty {
      return stored.filter { $0.condition == bit }.map(\.name).joined(separator: " || ")
    }
    return values.map { "\($0.name) != nil" }.joined(separator: " && ")
  }
}

extension TypedModel {
  func swiftType(_ type: TypeName) -> String {
    switch type {
    case .int: "Int32"
    case .long: "Int64"
    case .double: "Double"
    case .int128: "TLInt128"
    case .int256: "TLInt256"
    case .string: "String"
    case .bytes: "[UInt8]"
    case .flags: "UInt32"
    case .yes, .boxed("Bool"): "Bool"
    case .query: "Query"
    case .boxed("Object"): "TLRest"
    case .boxed("FutureSalts"): "MT.FutureSalts"
    case .boxed(let name): types[name]?.swiftName ?? "TLRaw"
    case .vector(let element), .bareVector(let element): "[\(swiftType(element))]"
    }
  }

  /// An expression that reads a value of the type.
  func readExpression(_ type: TypeName) -> String {
    switch type {
    case .int: return "reader.int()"
    case .long: return "reader.long()"
    case .double: return "reader.double()"
    case .int128: return "reader.int128()"
    case .int256: return "reader.int256()"
    case .string: return "reader.string()"
    case .bytes: return "reader.bytes()"
    case .flags: return "reader.uint()"
    case .boxed("Bool"): return "reader.bool()"
    case .vector(.bytes): return "reader.vectorOfBytes()"
    case .vector(.boxed(let name)) where isRaw(name):
      return "reader.rawVector(type: \(typeIndex[name] ?? 0))"
    case .vector: return "reader.vector()"
    case .bareVector: return "reader.bareVector()"
    case .boxed(let name) where isRaw(name): return "reader.raw(type: \(typeIndex[name] ?? 0))"
    case .yes, .query, .boxed: return "\(swiftType(type))(from: &reader)"
    }
  }

  func writeStatement(_ type: TypeName, _ value: String) -> String {
    switch type {
    case .int: "writer.int(\(value))"
    case .long: "writer.long(\(value))"
    case .double: "writer.double(\(value))"
    case .int128: "writer.int128(\(value))"
    case .int256: "writer.int256(\(value))"
    case .string: "writer.string(\(value))"
    case .bytes: "writer.bytes(\(value))"
    case .flags: "writer.uint(\(value))"
    case .boxed("Bool"): "writer.bool(\(value))"
    case .vector(.bytes): "writer.vectorOfBytes(\(value))"
    case .vector: "writer.vector(\(value))"
    case .bareVector: "writer.bareVector(\(value))"
    case .yes, .query, .boxed: "\(value).encode(to: &writer)"
    }
  }

  private func isRaw(_ name: String) -> Bool {
    types[name] == nil && !["Bool", "Object", "FutureSalts"].contains(name)
  }
}
