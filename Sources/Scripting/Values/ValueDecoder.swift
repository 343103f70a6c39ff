internal import CLua

/// Reads what the C side has encoded. It is our own code on the other side; should it be wrong all
/// the same, values come out as `.nil` and nothing is read out of bounds.
struct ValueDecoder {
  private let bytes: UnsafeRawBufferPointer
  private let state: UInt64
  /// Of the classes that declare them.
  private let declared: [String: [String]]
  private var at = 0
  /// A key was no UTF-8: two such could not be told apart.
  private(set) var hasBinaryKey = false

  init(
    _ start: UnsafePointer<UInt8>?, count: Int, state: UInt64, fields declared: [String: [String]]
  ) {
    bytes = UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count)
    self.state = state
    self.declared = declared
  }

  mutating func sequence() -> [ScriptValue] {
    let count = Int(word(UInt32.self) ?? 0)
    var values: [ScriptValue] = []
    values.reserveCapacity(min(count, bytes.count))
    for _ in 0..<count where at < bytes.count { values.append(value()) }
    return values
  }

  private mutating func value() -> ScriptValue {
    switch Int(word(UInt8.self) ?? 0) {
    case CLUA_FALSE: return .bool(false)
    case CLUA_TRUE: return .bool(true)
    case CLUA_INTEGER: return .integer(word(Int64.self) ?? 0)
    case CLUA_NUMBER: return .number(word(Double.self) ?? 0)
    case CLUA_STRING: return string()
    case CLUA_TABLE:
      let counts = self.counts()
      let items = items(counts.items)
      var fields = fields(counts.fields)
      if fields.count > 1 { fields.sort(by: precedes) }
      return .table(ScriptTable(items: items, fields: fields))
    case CLUA_RECORD:
      let counts = self.counts()
      let name = name()
      let items = items(counts.items)
      return .record(ScriptRecord(name, fields: fields(counts.fields), items: items))
    case CLUA_OBJECT:
      let counts = self.counts()
      let name = name()
      let items = items(counts.items)
      return .record(
        ScriptRecord(name, fields: values(counts.fields, of: declared[name] ?? []), items: items))
    case CLUA_HANDLE:
      let id = word(UInt64.self) ?? 0
      return .handle(ScriptHandle(name(), id: id))
    case CLUA_FUNCTION:
      let id = word(UInt32.self) ?? 0
      let numbers = word(UInt32.self) ?? 0
      return .function(
        FunctionReference(
          id: id, state: state,
          location: ScriptLocation(file: name(), line: Int(numbers & 0xFF_FFFF)),
          parameters: Int(numbers >> 24)))
    default: return .nil
    }
  }

  private func precedes(_ a: ScriptTable.Field, _ b: ScriptTable.Field) -> Bool { a.key < b.key }

  private mutating func counts() -> (items: Int, fields: Int) {
    _ = word(UInt32.self)
    let items = Int(word(UInt32.self) ?? 0)
    return (items, Int(word(UInt32.self) ?? 0))
  }

  private mutating func items(_ count: Int) -> [ScriptValue] {
    var items: [ScriptValue] = []
    items.reserveCapacity(min(count, bytes.count))
    for _ in 0..<count where at < bytes.count { items.append(value()) }
    return items
  }

  private mutating func fields(_ count: Int) -> [ScriptTable.Field] {
    var fields: [ScriptTable.Field] = []
    fields.reserveCapacity(min(count, bytes.count))
    for _ in 0..<count where at < bytes.count {
      let key = value()
      let value = value()
      switch key {
      case .integer(let integer): fields.append(.init(key: .integer(integer), value: value))
      case .string(let name): fields.append(.init(name: name, value: value))
      case .bytes: hasBinaryKey = true
      default: continue
      }
    }
    return fields
  }

  /// Fields that stand there without their names.
  private mutating func values(_ count: Int, of names: [String]) -> [ScriptTable.Field] {
    var fields: [ScriptTable.Field] = []
    fields.reserveCapacity(min(count, names.count))
    for name in names.prefix(count) where at < bytes.count {
      fields.append(.init(name: name, value: value()))
    }
    return fields
  }

  private mutating func string() -> ScriptValue {
    let count = Int(word(UInt32.self) ?? 0)
    guard at + count <= bytes.count else { return .nil }
    let raw = UnsafeRawBufferPointer(rebasing: bytes[at..<at + count])
    at += count
    do {
      return .string(String(copying: try UTF8Span(validating: raw.bindMemory(to: UInt8.self).span)))
    } catch {
      return .bytes([UInt8](raw))
    }
  }

  private mutating func name() -> String {
    switch value() {
    case .string(let string): string
    case .bytes(let raw): String(decoding: raw, as: UTF8.self)
    default: ""
    }
  }

  private mutating func word<Word: BitwiseCopyable>(_ type: Word.Type) -> Word? {
    let size = MemoryLayout<Word>.size
    guard at + size <= bytes.count else { return nil }
    defer { at += size }
    return bytes.loadUnaligned(fromByteOffset: at, as: type)
  }
}
