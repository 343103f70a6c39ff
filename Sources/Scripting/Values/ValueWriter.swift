internal import CLua

/// Writes values straight in the code in which they cross into Lua, without making a ``ScriptValue`` of
/// each: for what is made for every message.
///
/// ```swift
/// let arguments = EncodedValues(count: 1) { writer in
///   writer.record("message") { message in
///     message.field("id", 5)
///     message.field("chat") { $0.record("chat") { $0.field("title", "Book club") } }
///   }
/// }
/// ```
package struct ValueWriter: ~Copyable {
  private(set) var bytes: [UInt8]

  fileprivate init(_ bytes: consuming [UInt8]) { self.bytes = bytes }

  package mutating func value(_ integer: Int64?) {
    guard let integer else { return tag(CLUA_NIL) }
    tag(CLUA_INTEGER)
    append(integer)
  }

  package mutating func value(_ number: Double?) {
    guard let number else { return tag(CLUA_NIL) }
    tag(CLUA_NUMBER)
    append(number)
  }

  package mutating func value(_ flag: Bool) { tag(flag ? CLUA_TRUE : CLUA_FALSE) }

  package mutating func value(_ text: String?) {
    guard let text else { return tag(CLUA_NIL) }
    tag(CLUA_STRING)
    let start = bytes.count
    append(UInt32(0))
    bytes.append(contentsOf: text.utf8)
    patch(start, UInt32(clamping: bytes.count - start - 4))
  }

  package mutating func null() { tag(CLUA_NIL) }

  /// A read-only object of a class; see ``ScriptRecord``.
  package mutating func record(_ className: String, _ fields: (inout Fields) -> Void) {
    tag(CLUA_RECORD)
    let start = bytes.count
    append(UInt32(0))
    append(UInt32(0))
    append(UInt32(0))
    value(className)
    var body = Fields(ValueWriter(consumeBytes()))
    fields(&body)
    let count = body.count
    bytes = body.takeBytes()
    patch(start, UInt32(clamping: bytes.count - start - 4))
    patch(start + 8, count)
  }

  /// A plain table of items, which the script may change.
  package mutating func array<Item>(
    _ items: some Collection<Item>, _ write: (Item, inout ValueWriter) -> Void
  ) {
    tag(CLUA_TABLE)
    let start = bytes.count
    append(UInt32(0))
    append(UInt32(clamping: items.count))
    append(UInt32(0))
    for item in items { write(item, &self) }
    patch(start, UInt32(clamping: bytes.count - start - 4))
  }

  /// The fields of one record.
  package struct Fields: ~Copyable {
    private var writer: ValueWriter
    fileprivate private(set) var count: UInt32 = 0

    fileprivate init(_ writer: consuming ValueWriter) { self.writer = writer }

    package mutating func field(_ name: StaticString, _ value: Int64?) {
      key(name)
      writer.value(value)
    }

    package mutating func field(_ name: StaticString, _ value: Double?) {
      key(name)
      writer.value(value)
    }

    package mutating func field(_ name: StaticString, _ value: Bool) {
      key(name)
      writer.value(value)
    }

    package mutating func field(_ name: StaticString, _ value: String?) {
      key(name)
      writer.value(value)
    }

    /// A field with a value of its own kind, of which exactly one is to be written.
    package mutating func field(_ name: StaticString, _ write: (inout ValueWriter) -> Void) {
      key(name)
      write(&writer)
    }

    private mutating func key(_ name: StaticString) {
      count += 1
      writer.name(name)
    }

    fileprivate mutating func takeBytes() -> [UInt8] { writer.consumeBytes() }
  }

  // MARK: Bytes

  fileprivate mutating func consumeBytes() -> [UInt8] {
    var taken: [UInt8] = []
    swap(&taken, &bytes)
    return taken
  }

  fileprivate mutating func name(_ name: StaticString) {
    tag(CLUA_STRING)
    append(UInt32(clamping: name.utf8CodeUnitCount))
    name.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  private mutating func tag<Tag: BinaryInteger>(_ tag: Tag) {
    bytes.append(UInt8(truncatingIfNeeded: tag))
  }

  private mutating func append<Word: BitwiseCopyable>(_ word: Word) {
    withUnsafeBytes(of: word) { bytes.append(contentsOf: $0) }
  }

  private mutating func patch(_ index: Int, _ word: UInt32) {
    bytes.withUnsafeMutableBytes { $0.storeBytes(of: word, toByteOffset: index, as: UInt32.self) }
  }
}

extension EncodedValues {
  /// - Parameter count: how many values `write` writes.
  package init(count: Int, _ write: (inout ValueWriter) -> Void) {
    var start: [UInt8] = []
    start.reserveCapacity(2048)
    withUnsafeBytes(of: UInt32(clamping: count)) { start.append(contentsOf: $0) }
    var writer = ValueWriter(start)
    write(&writer)
    self.init(written: writer.bytes)
  }
}
