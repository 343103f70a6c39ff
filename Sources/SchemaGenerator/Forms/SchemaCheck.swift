/// What both forms demand of a schema as a whole.
enum SchemaCheck {
  static func check(_ schema: Schema, file: String) throws {
    var ids: [UInt32: String] = [:]
    var names: Set<String> = []
    for definition in schema.definitions {
      if let other = ids.updateValue(definition.name, forKey: definition.id) {
        throw SchemaError(file: file, "\(definition.name) and \(other) have the same id")
      }
      try check(definition, file: file)
    }
    for definition in schema.constructors where !names.insert(definition.name).inserted {
      throw SchemaError(file: file, "\(definition.name) is defined twice")
    }
    names = []
    for definition in schema.methods where !names.insert(definition.name).inserted {
      throw SchemaError(file: file, "the method \(definition.name) is defined twice")
    }
    let types = Set(schema.constructors.compactMap { $0.result.boxedName })
    let known = types.union(["Bool", "Object", "FutureSalts"])
    for definition in schema.definitions {
      let mentioned = definition.parameters.map(\.type) + [definition.result]
      for type in mentioned.compactMap(\.boxedName) where !known.contains(type) {
        throw SchemaError(
          file: file, "\(definition.name) uses the type \(type), which has no constructor")
      }
    }
  }

  private static func check(_ definition: Definition, file: String) throws {
    var words: Set<String> = []
    for parameter in definition.parameters {
      if parameter.type == .flags {
        words.insert(parameter.name)
      }
      let place = "\(definition.name).\(parameter.name)"
      if let condition = parameter.condition {
        guard words.contains(condition.word) else {
          throw SchemaError(
            file: file, "\(place): no flags word '\(condition.word)' stands before it")
        }
        guard (0...31).contains(condition.bit) else {
          throw SchemaError(file: file, "\(place): a flags word has no bit \(condition.bit)")
        }
      } else if parameter.type == .yes {
        throw SchemaError(file: file, "\(place): 'true' needs a flag")
      }
    }
    guard words.count <= 2 else {
      throw SchemaError(file: file, "\(definition.name): more than two flags words")
    }
  }
}

extension TypeName {
  /// The boxed type's name, also that of a vector's elements.
  package var boxedName: String? {
    switch self {
    case .boxed(let name): name
    case .vector(let element), .bareVector(let element): element.boxedName
    default: nil
    }
  }
}
