internal import Model
internal import TelegramSchema

/// The layer by names: made from the schema's table when it is first needed, some milliseconds' work.
struct SchemaCatalog: Sendable {
  static let layer = SchemaCatalog()

  private let methods: [String: SchemaTable.Entry]
  private let constructors: [String: SchemaTable.Entry]
  private let constructorsByType: [String: [SchemaTable.Entry]]

  private init() {
    var methods: [String: SchemaTable.Entry] = [:]
    var constructors: [String: SchemaTable.Entry] = [:]
    var byType: [String: [SchemaTable.Entry]] = [:]
    for entry in SchemaTable.entries {
      if entry.isMethod {
        // MTProto's own methods are the session's business; nobody calls them by hand.
        if !entry.isService { methods[entry.name] = entry }
        continue
      }
      constructors[entry.name] = entry
      if let type = entry.typeName { byType[type, default: []].append(entry) }
    }
    self.methods = methods
    self.constructors = constructors
    constructorsByType = byType.mapValues { $0.sorted { $0.name < $1.name } }
  }

  var methodNames: [String] { methods.keys.sorted() }

  func method(_ name: String) -> RawDefinition? { Self.find(name, methods) }

  func constructor(_ name: String) -> RawDefinition? { Self.find(name, constructors) }

  /// Nil if the layer has neither a constructor nor a method of this id.
  func definition(_ id: UInt32) -> RawDefinition? {
    SchemaTable.entry(id).flatMap(RawDefinition.init)
  }

  /// The constructors of a type, sorted by name; empty if there is no such type.
  func constructors(of type: String) -> [RawDefinition] {
    (constructorsByType[type] ?? []).compactMap(RawDefinition.init)
  }

  func constructorNames(of type: String) -> [String] {
    (constructorsByType[type] ?? []).map(\.name)
  }

  /// `; did you mean messages.sendMessage?`, for the name of a method; or nothing.
  func suggestion(forMethod name: String) -> String {
    if let near = Suggestion.nearest(to: name, among: methodNames) {
      return "; did you mean \(near)?"
    }
    // People know the last part of a name rather than its namespace.
    let last = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
    let same = methodNames.filter { $0.split(separator: ".").last?.lowercased() == last }
    return same.isEmpty ? "" : "; did you mean \(same.prefix(3).joined(separator: " or "))?"
  }

  func suggestion(forConstructor name: String, of type: String?) -> String {
    let names = type.map { constructorNames(of: $0) } ?? constructors.keys.sorted()
    return Suggestion.clause(for: name, among: names)
  }

  func suggestion(forAny name: String) -> String {
    Suggestion.clause(
      for: name, among: methodNames + constructors.keys.sorted() + constructorsByType.keys.sorted())
  }

  private static func find(
    _ name: String, _ entries: [String: SchemaTable.Entry]
  ) -> RawDefinition? {
    entries[name].flatMap(RawDefinition.init)
  }
}
