/// What gets Swift code: the types of the list with their shapes, and the methods.
struct TypedModel {
  /// `API` or `MT`.
  var space: String
  /// Where methods go: `Methods` or `MT.Methods`.
  var methodSpace: String
  var types: [String: TypedType] = [:]
  var methods: [Definition] = []
  /// Position of each type's name in the table.
  var typeIndex: [String: Int] = [:]

  /// The types in a fixed order.
  var sortedTypes: [TypedType] { types.values.sorted { $0.name < $1.name } }
}

struct TypedType {
  /// As published.
  var name: String
  /// With its space: `API.Auth.SentCode`.
  var swiftName: String
  /// The typed constructors, in the order of their names.
  var constructors: [Definition]
  /// Ids of the others, which are kept raw.
  var rawIDs: [UInt32]
  /// Whether the type has one constructor only, and so is a struct.
  var isStruct: Bool
  /// Whether a value can hold values of the same type at some depth.
  var isRecursive = false
  var hasRawCase: Bool { !rawIDs.isEmpty }
  /// Constructors whose payload lives on the heap: it is large, or may hold the type itself.
  var boxed: Set<String> = []
}

extension TypedModel {
  /// `list` nil: everything is typed.
  init(
    _ schema: Schema, list: TypedList, all: Bool, space: String, methodSpace: String,
    typeIndex: [String: Int], file: String
  ) throws {
    self.space = space
    self.methodSpace = methodSpace
    self.typeIndex = typeIndex
    let groups = Dictionary(grouping: schema.constructors) { $0.result.boxedName ?? "" }
    let wanted = all ? groups.mapValues { _ in TypedList.Selection.all } : list.types
    for (name, selection) in wanted {
      guard let group = groups[name] else {
        throw SchemaError(file: file, "the schema has no type \(name)")
      }
      types[name] = try TypedType(
        name: name, group: group, selection: selection, space: space, file: file)
    }
    if all {
      methods = schema.methods
    } else {
      methods = try list.methods.map { name in
        guard let method = schema.methods.first(where: { $0.name == name }) else {
          throw SchemaError(file: file, "the schema has no method \(name)")
        }
        return method
      }
    }
    methods.sort { $0.name < $1.name }
    applyByteParameters(list.bytes)
    try findShapes(file: file)
  }

  private mutating func applyByteParameters(_ places: Set<String>) {
    types = types.mapValues { type in
      var type = type
      type.constructors = type.constructors.map { constructor in
        var constructor = constructor
        for index in constructor.parameters.indices
        where places.contains("\(constructor.name).\(constructor.parameters[index].name)") {
          constructor.parameters[index].type = .bytes
        }
        return constructor
      }
      return type
    }
  }
}

extension TypedType {
  fileprivate init(
    name: String, group: [Definition], selection: TypedList.Selection, space: String, file: String
  ) throws {
    self.name = name
    swiftName =
      ([space] + [SwiftName.namespace(name), SwiftName.upperCamel(name)].compactMap(\.self))
      .joined(separator: ".")
    isStruct = group.count == 1
    constructors = group.sorted { $0.name < $1.name }
    if case .only(let chosen) = selection {
      for constructor in chosen.sorted() where !group.contains(where: { $0.name == constructor }) {
        throw SchemaError(file: file, "the type \(name) has no constructor \(constructor)")
      }
      constructors.removeAll { !chosen.contains($0.name) }
    }
    let chosen = Set(constructors.map(\.id))
    rawIDs = group.map(\.id).filter { !chosen.contains($0) }
  }
}
