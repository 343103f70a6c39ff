import Foundation
import Scripting

/// JSON for scripts. An empty table is an object; null is nil, so in a list it is left out.
enum JSONText {
  static func encode(_ value: ScriptValue) throws(GrammarError) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      return String(decoding: try encoder.encode(try JSONValue(value)), as: UTF8.self)
    } catch let error as GrammarError {
      throw error
    } catch {
      throw GrammarError(message: "a number is not finite")
    }
  }

  static func decode(_ text: String) throws(GrammarError) -> ScriptValue {
    try JSONReader.read(text)
  }
}

private enum JSONValue: Encodable {
  case null
  case bool(Bool)
  case integer(Int64)
  case number(Double)
  case text(String)
  case list([JSONValue])
  case object([String: JSONValue])

  init(_ value: ScriptValue) throws(GrammarError) {
    switch value {
    case .nil: self = .null
    case .bool(let value): self = .bool(value)
    case .integer(let value): self = .integer(value)
    case .number(let value): self = .number(value)
    case .string(let text): self = .text(text)
    case .table(let table): self = try Self.of(table.items, table.fields)
    case .record(let record): self = try Self.of(record.items, record.fields)
    case .bytes, .handle, .function:
      throw GrammarError(message: "a \(value.kind) has no form in JSON")
    }
  }

  private static func of(
    _ items: [ScriptValue], _ fields: [ScriptTable.Field]
  ) throws(GrammarError) -> JSONValue {
    guard items.isEmpty || fields.isEmpty else {
      throw GrammarError(message: "a table with both items and keys has no form in JSON")
    }
    if !items.isEmpty {
      var list: [JSONValue] = []
      for item in items { list.append(try JSONValue(item)) }
      return .list(list)
    }
    var object: [String: JSONValue] = [:]
    for field in fields {
      guard case .name(let name) = field.key else {
        throw GrammarError(message: "a list with holes has no form in JSON")
      }
      // Names are the same in JSON if they look the same, however their accents are written.
      guard object.updateValue(try JSONValue(field.value), forKey: name) == nil else {
        throw GrammarError("two keys of the table are both \"\(name)\" but for their bytes")
      }
    }
    return .object(object)
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .null: try container.encodeNil()
    case .bool(let value): try container.encode(value)
    case .integer(let value): try container.encode(value)
    case .number(let value): try container.encode(value)
    case .text(let value): try container.encode(value)
    case .list(let value): try container.encode(value)
    case .object(let value): try container.encode(value)
    }
  }
}
