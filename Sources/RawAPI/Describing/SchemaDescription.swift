/// The layer in words for the person who writes a call.
package enum SchemaDescription {
  /// The methods whose name holds the pattern, each with its fields: `users.getUsers id → Vector<User>`.
  ///
  /// - Parameter pattern: letters in any case; `*` stands for anything.
  package static func methods(matching pattern: String?) -> [String] {
    let catalog = SchemaCatalog.layer
    let parts = (pattern ?? "").lowercased().split(separator: "*")
    return catalog.methodNames.filter { holds($0.lowercased(), parts) }.compactMap { name in
      catalog.method(name).map { method in
        let fields = method.visibleFields.map { $0.name + ($0.isOptional ? "?" : "") }
        return ([name] + fields).joined(separator: " ") + " → " + method.result.published
      }
    }
  }

  /// A method, a type with its constructors, or a constructor, a field a line.
  ///
  /// - Throws: ``RawError`` if the layer has none of this name.
  package static func describe(_ name: String) throws(RawError) -> String {
    let catalog = SchemaCatalog.layer
    if let method = catalog.method(name) { return text(method) }
    let constructors = catalog.constructors(of: name)
    if !constructors.isEmpty {
      let heading = "\(name) is \(constructors.count == 1 ? "this" : "one of these"):"
      return ([heading] + constructors.map(text)).joined(separator: "\n\n")
    }
    if let constructor = catalog.constructor(name) { return text(constructor) }
    throw RawError(
      .unknownName,
      "The layer has no method, type or constructor \"\(name.prefix(80))\""
        + catalog.suggestion(forAny: name))
  }

  private static func holds(_ name: String, _ parts: [Substring]) -> Bool {
    var rest = name[...]
    for part in parts {
      guard let range = rest.firstRange(of: part) else { return false }
      rest = rest[range.upperBound...]
    }
    return true
  }

  private static func text(_ definition: RawDefinition) -> String {
    let relation = definition.isMethod ? "answers" : "of type"
    let fields = definition.visibleFields
    let width = fields.map(\.name.count).max() ?? 0
    let lines = fields.map { field in
      "  " + field.name + String(repeating: " ", count: width - field.name.count) + "  "
        + note(field)
    }
    let heading = "\(definition.name), \(relation) \(definition.result.published)"
    return ([fields.isEmpty ? heading + ", has no fields" : heading] + lines)
      .joined(separator: "\n")
  }

  private static func note(_ field: RawDefinition.Field) -> String {
    if field.type == .yes { return "true or false (default: false)" }
    var note = field.type.published
    if field.condition != nil { note += ", optional" }
    if field.name == "random_id", field.condition == nil, field.type != .bytes {
      note += ", drawn if left out"
    }
    if case .boxed(let type) = field.type, PeerType(rawValue: type) != nil {
      note += ", or \"@name\", \"me\", an id"
    }
    return note
  }
}
