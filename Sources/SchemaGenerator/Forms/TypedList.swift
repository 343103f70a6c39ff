/// The checked-in list of what gets Swift types; everything else is skipped by the table and kept raw.
///
///     method auth.sendCode auth.signIn
///     type Peer
///     type MessageMedia messageMediaEmpty messageMediaPhoto
///     bytes msgs_state_info.info
///
/// `method` names methods. `type` names a type, with all its constructors or with those that
/// follow. `bytes` names parameters that are published as `string` and hold no text. `#` begins a comment.
package struct TypedList: Equatable, Sendable {
  package var methods: [String] = []
  package var types: [String: Selection] = [:]
  /// `constructor.parameter`.
  package var bytes: Set<String> = []

  /// Which constructors of a type.
  package enum Selection: Equatable, Sendable {
    case all
    case only(Set<String>)
  }

  package init() {}

  package static func parse(_ text: String, file: String) throws -> TypedList {
    var list = TypedList()
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let words = line.prefix { $0 != "#" }.split(separator: " ")
      guard let keyword = words.first else { continue }
      let names = words.dropFirst().map(String.init)
      guard let first = names.first else {
        throw SchemaError(file: file, line: index + 1, "'\(keyword)' names nothing")
      }
      switch keyword {
      case "method":
        list.methods += names
      case "type":
        guard list.types[first] == nil else {
          throw SchemaError(file: file, line: index + 1, "\(first) is listed twice")
        }
        list.types[first] = names.count == 1 ? .all : .only(Set(names.dropFirst()))
      case "bytes":
        list.bytes.formUnion(names)
      default:
        throw SchemaError(
          file: file, line: index + 1, "'\(keyword)' is none of method, type, bytes")
      }
    }
    return list
  }
}
