internal import CLua

/// Writes values straight in the code in which they cross into Lua, without making a ``ScriptValue`` of
/// each: for what is made for every message.
///
/// ```swift
/// let arguments = EncodedValues(count: 1) { writer in
///   writer.record(messageShape) { message in
///     message.field("id", 5)
///     message.field("chat") { $0.record(chatShape) { $0.field("title", "Book club") } }
///   }
/// }
/// ```
package struct ValueWriter: ~Copyable {
  private var bytes: UnsafeMutableRawPointer
  private var capacity: Int
  private(set) var count = 0

  fileprivate init(capacity: Int) {
    self.capacity = capacity
    bytes = .allocate(byteCount: capacity, alignment: 1)
  }

  deinit { bytes.deallocate() }

  fileprivate var written: [UInt8] { Array(UnsafeRawBufferPointer(start: bytes, count: count)) }

  package mutating func value(_ integer: Int64?) {
    guard let integer else { return null() }
    append(UInt8(CLUA_INTEGER), integer)
  }

  package mutating func value(_ number: Double?) {
    guard let number else { return null() }
    append(UInt8(CLUA_NUMBER), number)
  }

  package mutating func value(_ flag: Bool) { append(UInt8(flag ? CLUA_TRUE : CLUA_FALSE)) }

  package mutating func value(_ text: String?) {
    guard var text else { return null() }
    text.withUTF8 { text in
      append(UInt8(CLUA_STRING), UInt32(clamping: text.count))
      append(UnsafeRawBufferPointer(text))
    }
  }

  package mutating func null() { append(UInt8(CLUA_NIL)) }

  /// A read-only object of a class: each of its fields, in their order.
  package mutating func record(_ shape: RecordShape, _ fields: (inout Fields) -> Void) {
    let start = count
    shape.start.withUnsafeBytes { append($0) }
    var body = Fields(shape, writer: self)
    fields(&body)
    assert(body.count == shape.fields.count, "\(shape.className) lacks fields")
    self = body.writer
    endTable(at: start)
  }

  /// A plain table of items, which the script may change.
  package mutating func array<Item>(
    _ items: some Collection<Item>, _ write: (Item, inout ValueWriter) -> Void
  ) {
    let start = count
    append(UInt8(CLUA_TABLE), UInt32(0))
    append(UInt32(clamping: items.count), UInt32(0))
    for item in items { write(item, &self) }
    endTable(at: start)
  }

  /// The fields of one record.
  package struct Fields: ~Copyable {
    fileprivate var writer: ValueWriter
    fileprivate private(set) var count = 0
    private let shape: RecordShape

    fileprivate init(_ shape: RecordShape, writer: consuming ValueWriter) {
      self.shape = shape
      self.writer = writer
    }

    package mutating func field(_ name: StaticString, _ value: Int64?) {
      note(name)
      writer.value(value)
    }

    package mutating func field(_ name: StaticString, _ value: Double?) {
      note(name)
      writer.value(value)
    }

    package mutating func field(_ name: StaticString, _ value: Bool) {
      note(name)
      writer.value(value)
    }

    package mutating func field(_ name: StaticString, _ value: String?) {
      note(name)
      writer.value(value)
    }

    /// A field with a value of its own kind, of which exactly one is to be written.
    package mutating func field(_ name: StaticString, _ write: (inout ValueWriter) -> Void) {
      note(name)
      write(&writer)
    }

    /// The names are for those who read the code; that they are the shape's is a matter of the code alone.
    private mutating func note(_ name: StaticString) {
      assert(
        count < shape.fields.count && shape.fields[count] == "\(name)",
        "\(shape.className).\(name) is not the next field")
      count += 1
    }
  }

  // MARK: Bytes

  /// Fills in the size of what follows the size.
  private func endTable(at start: Int) {
    bytes.storeBytes(
      of: UInt32(clamping: count - start - 5), toByteOffset: start + 1, as: UInt32.self)
  }

  @inline(__always)
  private mutating func append<First: BitwiseCopyable>(_ first: First) {
    reserve(MemoryLayout<First>.size)
    bytes.storeBytes(of: first, toByteOffset: count, as: First.self)
    count += MemoryLayout<First>.size
  }

  @inline(__always)
  private mutating func append<First: BitwiseCopyable, Second: BitwiseCopyable>(
    _ first: First, _ second: Second
  ) {
    reserve(MemoryLayout<First>.size + MemoryLayout<Second>.size)
    bytes.storeBytes(of: first, toByteOffset: count, as: First.self)
    bytes.storeBytes(of: second, toByteOffset: count + MemoryLayout<First>.size, as: Second.self)
    count += MemoryLayout<First>.size + MemoryLayout<Second>.size
  }

  private mutating func append(_ raw: UnsafeRawBufferPointer) {
    reserve(raw.count)
    guard let source = raw.baseAddress else { return }
    (bytes + count).copyMemory(from: source, byteCount: raw.count)
    count += raw.count
  }

  @inline(__always)
  private mutating func reserve(_ more: Int) {
    if capacity - count < more { grow(by: more) }
  }

  @inline(never)
  private mutating func grow(by more: Int) {
    capacity = 2 * (count + more)
    let larger = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 1)
    larger.copyMemory(from: bytes, byteCount: count)
    bytes.deallocate()
    bytes = larger
  }
}

extension EncodedValues {
  /// - Parameter count: how many values `write` writes.
  package init(count: Int, _ write: (inout ValueWriter) -> Void) {
    var writer = ValueWriter(capacity: 1024)
    writer.begin(count)
    write(&writer)
    self.init(written: writer.written)
  }
}

extension ValueWriter {
  fileprivate mutating func begin(_ count: Int) { append(UInt32(clamping: count)) }
}
