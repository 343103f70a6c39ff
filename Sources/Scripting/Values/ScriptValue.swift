/// A value on its way into or out of a script.
///
/// Values are copies: a table handed to Swift is a snapshot, and a table handed to a script is the
/// script's own. What a script may read but not change travels as a ``ScriptRecord``.
package enum ScriptValue: Sendable, Hashable {
  case `nil`
  case bool(Bool)
  case integer(Int64)
  case number(Double)
  /// A Lua string that is valid UTF-8.
  case string(String)
  /// A Lua string that is not valid UTF-8. Only ever seen coming out of a script.
  case bytes([UInt8])
  /// A plain table: the script may change it.
  case table(ScriptTable)
  /// A read-only object such as a message, with a class that gives it methods.
  case record(ScriptRecord)
  /// An opaque host object: usable as an argument, not readable.
  case handle(ScriptHandle)
  /// A Lua function, kept alive by the state it belongs to.
  case function(FunctionReference)
}

extension ScriptValue {
  /// A table with positional items only.
  package static func array(_ items: [ScriptValue]) -> ScriptValue {
    .table(ScriptTable(items: items))
  }

  package var isNil: Bool { self == .nil }

  package var bool: Bool? { if case .bool(let value) = self { value } else { nil } }

  package var string: String? { if case .string(let value) = self { value } else { nil } }

  package var table: ScriptTable? { if case .table(let value) = self { value } else { nil } }

  package var record: ScriptRecord? { if case .record(let value) = self { value } else { nil } }

  package var handle: ScriptHandle? { if case .handle(let value) = self { value } else { nil } }

  package var function: FunctionReference? {
    if case .function(let value) = self { value } else { nil }
  }

  /// An integer, or a number without a fraction (`3.0` reads as 3).
  package var integer: Int64? {
    switch self {
    case .integer(let value): value
    case .number(let value): Int64(exactly: value)
    default: nil
    }
  }

  /// A number of either subtype.
  package var number: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .number(let value): value
    default: nil
    }
  }

  /// What a person calls the kind of this value: "string", "table", "message", ...
  package var kind: String {
    switch self {
    case .nil: "nil"
    case .bool: "boolean"
    case .integer: "integer"
    case .number: "number"
    case .string: "string"
    case .bytes: "binary string"
    case .table: "table"
    case .record(let record): record.className
    case .handle(let handle): handle.className
    case .function: "function"
    }
  }
}

extension ScriptValue: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, ExpressibleByStringLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  package init(nilLiteral: ()) { self = .nil }
  package init(booleanLiteral value: Bool) { self = .bool(value) }
  package init(integerLiteral value: Int64) { self = .integer(value) }
  package init(floatLiteral value: Double) { self = .number(value) }
  package init(stringLiteral value: String) { self = .string(value) }
  package init(arrayLiteral elements: ScriptValue...) { self = .array(elements) }
  package init(dictionaryLiteral elements: (String, ScriptValue)...) {
    self = .table(ScriptTable(fields: elements.map { .init(name: $0.0, value: $0.1) }))
  }
}
