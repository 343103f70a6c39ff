import Cryptography
import Scripting

/// Equal texts for equal values: what hashes of rules are made from.
enum CanonicalText {
  static func of(_ value: ScriptValue) -> String {
    switch value {
    case .nil: "nil"
    case .bool(let value): "\(value)"
    case .integer(let value): "\(value)"
    case .number(let value): "\(value)"
    case .string(let text): quoted(text)
    case .bytes(let bytes): "b\(bytes)"
    case .table(let table): of(items: table.items, fields: table.fields)
    case .record(let record):
      "\(quoted(record.className))\(of(items: record.items, fields: record.fields))"
    case .handle(let handle): "\(quoted(handle.className))#\(handle.id)"
    // What a function does depends on its file, which is hashed beside it.
    case .function(let function): "function@\(function.location)"
    }
  }

  static func of(_ table: ScriptTable) -> String { of(.table(table)) }

  /// SHA-256 in hexadecimal, of parts that cannot run into each other.
  static func hash(_ parts: some Sequence<String>) -> String {
    hash(bytes: parts.map { Array($0.utf8) })
  }

  static func hash(bytes parts: some Sequence<[UInt8]>) -> String {
    var context = HashContext(.sha256)
    for part in parts {
      context.update(Array("\(part.count):".utf8))
      context.update(part)
    }
    return context.finish().map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0\(digits)" : digits
    }.joined()
  }

  private static func of(items: [ScriptValue], fields: [ScriptTable.Field]) -> String {
    let parts = items.map(of) + fields.map { "\(quoted($0.key.description))=\(of($0.value))" }
    return "{\(parts.joined(separator: ","))}"
  }

  private static func quoted(_ text: String) -> String { "\(text.utf8.count):\(text)" }
}
