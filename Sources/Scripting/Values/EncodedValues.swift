internal import CLua

/// Values in the form in which they cross into Lua. Encoding is the dearer half of the crossing, so
/// a message that many rules look at is encoded once.
package struct EncodedValues: Sendable {
  /// A count, then the values in the code of CLua.h.
  private(set) var bytes: [UInt8]
  /// Why the values cannot cross; told when they are used.
  private(set) var problem: String?
  /// The state of the functions among the values.
  private(set) var functionsOf: UInt64?

  /// Deeper nesting is refused: the other side walks values recursively.
  private static let maximalDepth = 64

  package init(_ values: [ScriptValue]) {
    bytes = []
    bytes.reserveCapacity(64 + 64 * values.count)
    append(UInt32(clamping: values.count))
    for value in values { append(value, depth: 0) }
  }

  /// What a ``ValueWriter`` has written.
  init(written bytes: [UInt8]) { self.bytes = bytes }

  private mutating func append(_ value: ScriptValue, depth: Int) {
    switch value {
    case .nil: tag(CLUA_NIL)
    case .bool(let flag): tag(flag ? CLUA_TRUE : CLUA_FALSE)
    case .integer(let integer):
      tag(CLUA_INTEGER)
      append(integer)
    case .number(let number):
      tag(CLUA_NUMBER)
      append(number)
    case .string(let string): append(string)
    case .bytes(let raw):
      tag(CLUA_STRING)
      append(UInt32(clamping: raw.count))
      bytes.append(contentsOf: raw)
    case .table(let table):
      tag(CLUA_TABLE)
      appendBody(items: table.items, fields: table.fields, className: nil, depth: depth + 1)
    case .record(let record):
      tag(CLUA_RECORD)
      appendBody(
        items: record.items, fields: record.fields, className: record.className, depth: depth + 1)
    case .handle(let handle):
      tag(CLUA_HANDLE)
      append(handle.id)
      append(handle.className)
    case .function(let function): append(function)
    }
  }

  private mutating func appendBody(
    items: [ScriptValue], fields: [ScriptTable.Field], className: String?, depth: Int
  ) {
    let start = bytes.count
    append(UInt32(0))
    append(UInt32(clamping: items.count))
    append(UInt32(clamping: fields.count))
    if let className { append(className) }
    if depth > Self.maximalDepth {
      problem = "a value from the host is nested deeper than \(Self.maximalDepth) tables"
      return
    }
    for item in items { append(item, depth: depth) }
    for field in fields {
      switch field.key {
      case .integer(let key):
        tag(CLUA_INTEGER)
        append(key)
      case .name(let name): append(name)
      }
      append(field.value, depth: depth)
    }
    let size = UInt32(clamping: bytes.count - start - 4)
    withUnsafeBytes(of: size) { bytes.replaceSubrange(start..<start + 4, with: $0) }
  }

  private mutating func append(_ function: FunctionReference) {
    if let functionsOf, functionsOf != function.state {
      problem = "functions of two states stand in one value"
    }
    functionsOf = function.state
    tag(CLUA_FUNCTION)
    append(function.id)
    append(UInt32(clamping: function.location.line))
    append(function.location.file)
  }

  private mutating func append(_ string: String) {
    tag(CLUA_STRING)
    append(UInt32(clamping: string.utf8.count))
    bytes.append(contentsOf: string.utf8)
  }

  private mutating func tag<Tag: BinaryInteger>(_ tag: Tag) {
    bytes.append(UInt8(truncatingIfNeeded: tag))
  }

  private mutating func append<Word: BitwiseCopyable>(_ word: Word) {
    withUnsafeBytes(of: word) { bytes.append(contentsOf: $0) }
  }
}

extension EncodedValues {
  /// Why the values cannot enter the state, nil when they can.
  func problem(for state: UInt64, limits: ScriptLimits) -> String? {
    if let problem { return problem }
    if let functionsOf, functionsOf != state { return "the function is of another state" }
    if bytes.count > limits.valueBytes {
      return "a value from the host is larger than \(limits.valueBytes) bytes"
    }
    return nil
  }
}
