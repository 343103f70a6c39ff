/// Reads TL values from bytes: little-endian, every access checked against the bytes left.
///
/// A value: copying it is cheap, and a copy reads ahead without moving the original. After an error
/// the position is undefined; read again from a copy made before.
@usableFromInline package struct TLReader: Sendable {
  /// Levels of nested values that may be read; the layer's own deepest types (page blocks, rich text)
  /// stay far below.
  @inlinable package static var maximumDepth: Int { 64 }

  @usableFromInline let storage: ArraySlice<UInt8>
  @usableFromInline let count: Int
  /// Bytes read so far.
  @inlinable package var position: Int { cursor }
  @usableFromInline var cursor = 0
  @usableFromInline var depth = 0

  @inlinable
  package init(_ bytes: [UInt8]) {
    self.init(bytes[...])
  }

  /// Reads the slice in place; offsets count from the slice's start.
  @inlinable
  package init(_ bytes: ArraySlice<UInt8>) {
    storage = bytes
    count = bytes.count
  }

  @inlinable package var remaining: Int { count - cursor }
  @inlinable package var isAtEnd: Bool { cursor == count }

  /// Throws unless every byte has been read.
  @inlinable
  package func expectEnd() throws(TLError) {
    guard isAtEnd else { throw TLError(.trailingBytes(remaining), offset: cursor) }
  }

  /// Moves on by `length` bytes, at least 0.
  @inlinable
  package mutating func advance(by length: Int) throws(TLError) {
    guard length <= remaining else { throw truncated(length) }
    cursor += length
  }

  /// The bytes between an earlier position and this one, not copied.
  @inlinable
  package func slice(from start: Int) -> ArraySlice<UInt8> {
    storage[(storage.startIndex + start)..<(storage.startIndex + cursor)]
  }

  /// All bytes left; the reader is at its end afterwards.
  @inlinable
  package mutating func rest() -> ArraySlice<UInt8> {
    let start = cursor
    cursor = count
    return slice(from: start)
  }

  /// Call before a value that can hold values of its own kind, and `leave` after it.
  @inlinable
  package mutating func enter() throws(TLError) {
    guard depth < Self.maximumDepth else { throw TLError(.tooDeep, offset: cursor) }
    depth += 1
  }

  @inlinable
  package mutating func leave() {
    depth -= 1
  }

  @usableFromInline
  func truncated(_ needed: Int) -> TLError {
    TLError(.truncated(needed: needed, left: remaining), offset: cursor)
  }
}

// MARK: Fixed-size values

extension TLReader {
  @inlinable
  mutating func load<Value: BitwiseCopyable>(
    _ type: Value.Type, size: Int
  ) throws(TLError) -> Value {
    guard size <= remaining else { throw truncated(size) }
    let value = storage.span.bytes.unsafeLoadUnaligned(fromByteOffset: cursor, as: type)
    cursor += size
    return value
  }

  /// `#`, a flags word, or any 32 bits without a sign.
  @inlinable
  package mutating func uint() throws(TLError) -> UInt32 {
    UInt32(littleEndian: try load(UInt32.self, size: 4))
  }

  @inlinable
  package mutating func int() throws(TLError) -> Int32 {
    Int32(littleEndian: try load(Int32.self, size: 4))
  }

  @inlinable
  package mutating func long() throws(TLError) -> Int64 {
    Int64(littleEndian: try load(Int64.self, size: 8))
  }

  @inlinable
  package mutating func double() throws(TLError) -> Double {
    Double(bitPattern: UInt64(littleEndian: try load(UInt64.self, size: 8)))
  }

  @inlinable
  package mutating func int128() throws(TLError) -> TLInt128 {
    TLInt128(words: try load(TLInt128.Words.self, size: 16))
  }

  @inlinable
  package mutating func int256() throws(TLError) -> TLInt256 {
    TLInt256(words: try load(TLInt256.Words.self, size: 32))
  }

  /// A boxed Bool.
  @inlinable
  package mutating func bool() throws(TLError) -> Bool {
    switch try uint() {
    case TLID.boolTrue: return true
    case TLID.boolFalse: return false
    case let id: throw unknown(id, in: "Bool")
    }
  }

  /// The id in front of a boxed value.
  @inlinable
  package mutating func constructor() throws(TLError) -> UInt32 {
    try uint()
  }

  /// The id in front of the next boxed value, not consumed.
  @inlinable
  package func peekConstructor() throws(TLError) -> UInt32 {
    var ahead = self
    return try ahead.uint()
  }

  /// Reads a constructor id and throws unless it is this one.
  @inlinable
  package mutating func expect(_ id: UInt32) throws(TLError) {
    let found = try uint()
    guard found == id else { throw unexpected(found, insteadOf: id) }
  }

  @usableFromInline
  func unexpected(_ found: UInt32, insteadOf id: UInt32) -> TLError {
    TLError(.unexpectedConstructor(found, expected: id), offset: cursor - 4)
  }

  /// The error for a constructor id that was just read and that the type does not have.
  @usableFromInline
  package func unknown(_ id: UInt32, in type: String? = nil) -> TLError {
    TLError(.unknownConstructor(id), offset: cursor - 4, type: type)
  }
}
