extension SourceText {
  mutating func method(_ method: Definition, in model: TypedModel) {
    let name = SwiftName.upperCamel(method.name)
    let response =
      method.result == .query ? "Query.Response" : model.swiftType(method.result)
    structure(
      name + (method.isGeneric ? "<Query: TLQuery>" : ""), for: method, conforming: "TLMethod",
      in: model
    ) { source in
      source.line("package typealias Response = \(response)")
    }
  }

  /// An enum over everything that has its own id: methods by their structs, or types by their names.
  mutating func choice(_ name: String, comment: String, cases: [Choice], unknown: String?) {
    line("/// \(comment)")
    block("package indirect enum \(name): TLDecodable, TLEncodable") { source in
      for choice in cases {
        source.line("case \(choice.name)(\(choice.payload))")
      }
      if let unknown {
        source.line("/// \(unknown)")
        source.line("case unknown(TLRest)")
      }
      source.line()
      source.block("package init(from reader: inout TLReader) throws(TLError)") { source in
        source.line("let id = try reader.peekConstructor()")
        source.line("switch id {")
        for choice in cases {
          source.line("case \(choice.idList): self = .\(choice.name)(try .init(from: &reader))")
        }
        if unknown == nil {
          source.line("default: throw TLError(.unknownConstructor(id), offset: reader.position)")
        } else {
          source.line("default: self = .unknown(try TLRest(from: &reader))")
        }
        source.line("}")
      }
      source.line()
      source.block("package func encode(to writer: inout TLWriter)") { source in
        source.line("switch self {")
        for choice in cases {
          source.line("case .\(choice.name)(let value): value.encode(to: &writer)")
        }
        if unknown != nil {
          source.line("case .unknown(let value): value.encode(to: &writer)")
        }
        source.line("}")
      }
    }
  }
}

extension SourceText {
  /// A function over all types, where an enum over them would only cost compile time.
  mutating func typeLookup(_ model: TypedModel) {
    block("extension \(model.space)") { source in
      source.line("/// The type that has a constructor of this id, if it has Swift code.")
      source.block("package static func type(of id: UInt32) -> (any TLCodable.Type)?") { source in
        source.line("switch id {")
        for choice in model.typeChoices {
          // Without `return` the whole switch would be one expression to infer, which takes longer than
          // all else in the file.
          source.line("case \(choice.idList): return \(choice.payload).self")
        }
        source.line("default: return nil")
        source.line("}")
      }
    }
  }
}

/// One case of a generated choice.
struct Choice {
  var name: String
  var payload: String
  var ids: [UInt32]

  var idList: String { ids.map { "0x" + Hex.text($0) }.joined(separator: ", ") }
}

extension TypedModel {
  /// One case for each method, named with its namespace: `messagesSendMessage`.
  var methodChoices: [Choice] {
    methods.map { method in
      let name = method.swiftCaseName
      let type =
        ([methodSpace]
        + [SwiftName.namespace(method.name), SwiftName.upperCamel(method.name)]
        .compactMap(\.self)).joined(separator: ".")
      return Choice(
        name: name, payload: type + (method.isGeneric ? "<TLRest>" : ""), ids: [method.id])
    }
  }

  /// One case for each type.
  var typeChoices: [Choice] {
    sortedTypes.map { type in
      Choice(
        name: SwiftName.caseName(type.name), payload: type.swiftName,
        ids: type.constructors.map(\.id) + type.rawIDs)
    }
  }
}

extension Definition {
  fileprivate var swiftCaseName: String { SwiftName.caseName(name) }
}

extension SwiftName {
  /// `messages.sendMessage` -> `messagesSendMessage`.
  fileprivate static func caseName(_ name: String) -> String {
    member(name.split(separator: ".").map(String.init).joined(separator: "_"))
  }
}
