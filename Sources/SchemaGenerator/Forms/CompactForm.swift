/// The form that the repository holds: definitions grouped by result, types of one letter.
///
///     schema api 229
///     constructors
///     Peer
///      59511722 peerUser user_id:l
///     methods
///     [User]
///      0d91a548 users.getUsers id:[InputUser]
///
/// A definition stands under its result, indented by a space. Types: `i` int, `l` long, `d` double,
/// `o` int128, `h` int256, `s` string, `b` bytes, `!` the wrapped call, `[T]` a vector, `<T>` a bare
/// one, else a type's name. `#` is the flags word called `flags`, `#2` the one called `flags2`. A
/// parameter under a condition has its bit after its name: `name@3:s`, or `name@2.3:s` for a bit
/// of `flags2`; with no type it is a flag itself. `//` begins a comment line.
package enum CompactForm {
  static let letters: [(String, TypeName)] = [
    ("i", .int), ("l", .long), ("d", .double), ("o", .int128), ("h", .int256), ("s", .string),
    ("b", .bytes), ("!", .query),
  ]

  package static func write(_ schema: Schema) -> String {
    var lines = [
      "// TL definitions, made by Scripts/schema; the form is described in SchemaGenerator's CompactForm."
    ]
    lines.append("schema \(schema.name)" + (schema.layer.map { " \($0)" } ?? ""))
    lines.append("constructors")
    lines += group(schema.constructors)
    lines.append("methods")
    lines += group(schema.methods)
    return lines.joined(separator: "\n") + "\n"
  }

  private static func group(_ definitions: [Definition]) -> [String] {
    let groups = Dictionary(grouping: definitions) { text($0.result) }
    return groups.sorted { $0.key < $1.key }.flatMap { result, members in
      [result]
        + members.sorted { $0.name < $1.name }.map { member in
          " " + ([Hex.text(member.id)] + [text(member)]).joined(separator: " ")
        }
    }
  }

  /// Name and parameters, without id and result.
  static func text(_ definition: Definition) -> String {
    ([definition.name] + definition.parameters.map(text)).joined(separator: " ")
  }

  static func text(_ type: TypeName) -> String {
    switch type {
    case .boxed(let name): name
    case .vector(let element): "[\(text(element))]"
    case .bareVector(let element): "<\(text(element))>"
    default: letters.first { $0.1 == type }?.0 ?? type.published
    }
  }

  private static func text(_ parameter: Parameter) -> String {
    if parameter.type == .flags {
      return "#" + parameter.name.dropFirst("flags".count)
    }
    let condition = parameter.condition.map { condition in
      let word = condition.word.dropFirst("flags".count)
      return "@" + (word.isEmpty ? "" : word + ".") + String(condition.bit)
    }
    let type = parameter.type == .yes ? "" : ":" + text(parameter.type)
    return parameter.name + (condition ?? "") + type
  }
}

enum Hex {
  /// Eight digits.
  static func text(_ id: UInt32) -> String {
    let digits = String(id, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }
}
