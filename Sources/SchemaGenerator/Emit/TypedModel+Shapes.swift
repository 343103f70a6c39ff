extension TypedModel {
  /// Payloads larger than this are kept on the heap, so that an array of the type stays compact and
  /// copying a value is one retain.
  private static let largestInlinePayload = 32

  mutating func findShapes(file: String) throws {
    let all = edges { $0.type.boxedName }
    let direct = edges { parameter in
      if case .boxed(let name) = parameter.type { name } else { nil }
    }
    for var type in sortedTypes {
      defer { types[type.name] = type }
      type.isRecursive = reaches(type.name, from: type.name, in: all)
      if type.isStruct {
        if reaches(
          type.name, from: type.name, in: direct.filter { types[$0.key]?.isStruct == true })
        {
          throw SchemaError(file: file, "the struct \(type.name) would hold itself")
        }
        continue
      }
      for constructor in type.constructors {
        let held = constructor.parameters.compactMap { parameter in
          if case .boxed(let name) = parameter.type { name } else { nil }
        }
        let holdsItself = held.contains {
          $0 == type.name || reaches(type.name, from: $0, in: direct)
        }
        if holdsItself || size(of: constructor) > Self.largestInlinePayload {
          type.boxed.insert(constructor.name)
        }
      }
    }
  }

  /// From each typed type to the typed types that its constructors' parameters name.
  private func edges(_ target: (Parameter) -> String?) -> [String: Set<String>] {
    types.mapValues { type in
      Set(type.constructors.flatMap(\.parameters).compactMap(target)).filter { types[$0] != nil }
    }
  }

  private func reaches(
    _ target: String, from start: String, in edges: [String: Set<String>]
  ) -> Bool {
    var seen: Set<String> = []
    var waiting = Array(edges[start] ?? [])
    while let name = waiting.popLast() {
      if name == target { return true }
      if seen.insert(name).inserted {
        waiting += edges[name] ?? []
      }
    }
    return false
  }

  /// An estimate of the payload's size in memory, in bytes.
  private func size(of constructor: Definition, depth: Int = 0) -> Int {
    constructor.parameters.reduce(0) { sum, parameter in
      guard parameter.type != .flags else { return sum }
      return sum + size(of: parameter.type, depth: depth) + (parameter.condition == nil ? 0 : 1)
    }
  }

  private func size(of type: TypeName, depth: Int) -> Int {
    switch type {
    case .yes: 0
    case .int, .flags: 4
    case .long, .double, .bytes, .vector, .bareVector: 8
    case .int128, .string: 16
    case .int256: 32
    case .query: 64
    case .boxed(let name):
      if let typed = types[name], typed.isStruct, let constructor = typed.constructors.first,
        depth < 8
      {
        size(of: constructor, depth: depth + 1)
      } else {
        8
      }
    }
  }
}
