extension SourceText {
  /// One type of the schema, with its constructors nested in it.
  mutating func type(_ type: TypedType, in model: TypedModel) {
    let parts = type.swiftName.split(separator: ".")
    let name = parts.last.map(String.init) ?? ""
    block("extension \(parts.dropLast().joined(separator: "."))") { source in
      if type.isStruct, let constructor = type.constructors.first {
        source.structure(
          name, for: constructor, conforming: "TLConstructor", isRecursive: type.isRecursive,
          in: model)
      } else {
        source.enumeration(name, for: type, in: model)
      }
    }
  }

  private mutating func enumeration(_ name: String, for type: TypedType, in model: TypedModel) {
    line("/// `\(type.name)`")
    block("package enum \(name): TLDecodable, TLEncodable") { source in
      for constructor in type.constructors {
        let payload = type.payload(constructor).map { "(\($0))" } ?? ""
        let prefix = type.boxed.contains(constructor.name) ? "indirect " : ""
        source.line("\(prefix)case \(SwiftName.member(constructor.name))\(payload)")
      }
      if type.hasRawCase {
        source.line("/// A constructor that has no Swift type.")
        source.line("case raw(TLRaw)")
      }
      source.enumerationDecoder(type, in: model)
      source.enumerationEncoder(type)
      for constructor in type.constructors where !constructor.parameters.isEmpty {
        source.line()
        source.structure(
          SwiftName.upperCamel(constructor.name), for: constructor, conforming: "Sendable",
          in: model)
      }
    }
  }

  private mutating func enumerationDecoder(_ type: TypedType, in model: TypedModel) {
    line()
    block("package init(from reader: inout TLReader) throws(TLError)") { source in
      if type.isRecursive {
        source.line("try reader.enter()")
      }
      if type.hasRawCase {
        source.line("let id = try reader.peekConstructor()")
      } else {
        source.line("let id = try reader.constructor()")
      }
      source.line("switch id {")
      for constructor in type.constructors {
        let name = SwiftName.member(constructor.name)
        source.line("case 0x\(Hex.text(constructor.id)):")
        if type.hasRawCase {
          source.line("  _ = try reader.constructor()")
        }
        if let payload = type.payload(constructor) {
          source.line("  self = .\(name)(try \(payload)(body: &reader))")
        } else {
          source.line("  self = .\(name)")
        }
      }
      source.line("default:")
      if type.hasRawCase {
        source.line("  self = .raw(try reader.raw(type: \(model.typeIndex[type.name] ?? 0)))")
      } else {
        source.line("  throw reader.unknown(id, in: \"\(type.name)\")")
      }
      source.line("}")
      if type.isRecursive {
        source.line("reader.leave()")
      }
    }
  }

  private mutating func enumerationEncoder(_ type: TypedType) {
    line()
    block("package func encode(to writer: inout TLWriter)") { source in
      source.line("switch self {")
      for constructor in type.constructors {
        let name = SwiftName.member(constructor.name)
        if type.payload(constructor) == nil {
          source.line("case .\(name): writer.constructor(0x\(Hex.text(constructor.id)))")
        } else {
          source.line(
            "case .\(name)(let value): writer.constructor(0x\(Hex.text(constructor.id))); "
              + "value.encodeBody(to: &writer)")
        }
      }
      if type.hasRawCase {
        source.line("case .raw(let value): value.encode(to: &writer)")
      }
      source.line("}")
    }
  }
}

extension TypedType {
  /// The Swift type that a case carries; nil for a constructor without parameters.
  func payload(_ constructor: Definition) -> String? {
    constructor.parameters.isEmpty
      ? nil : "\(swiftName).\(SwiftName.upperCamel(constructor.name))"
  }
}
