/// Writes TL values: little-endian, bytes and strings padded with zeros to a multiple of 4.
@usableFromInline package struct TLWriter: Sendable {
  @usableFromInline package var bytes: [UInt8]
  /// Whether strings may hold escaped bytes (see `TLText`). Not those that people and programs have written:
  /// they are their own UTF-8, even where they look like escapes.
  @usableFromInline let understandsEscapes: Bool

  @inlinable
  package init(capacity: Int = 64, understandsEscapes: Bool = true) {
    self.understandsEscapes = understandsEscapes
    bytes = []
    bytes.reserveCapacity(capacity)
  }

  @inlinable
  package mutating func uint(_ value: UInt32) {
    append(value.littleEndian)
  }

  @inlinable
  package mutating func int(_ value: Int32) {
    append(value.littleEndian)
  }

  @inlinable
  package mutating func long(_ value: Int64) {
    append(value.littleEndian)
  }

  @inlinable
  package mutating func double(_ value: Double) {
    append(value.bitPattern.littleEndian)
  }

  @inlinable
  package mutating func int128(_ value: TLInt128) {
    append(value.words)
  }

  @inlinable
  package mutating func int256(_ value: TLInt256) {
    append(value.words)
  }

  @inlinable
  package mutating func bool(_ value: Bool) {
    uint(value ? TLID.boolTrue : TLID.boolFalse)
  }

  /// The id in front of a boxed value.
  @inlinable
  package mutating func constructor(_ id: UInt32) {
    uint(id)
  }

  /// Bytes as they are, without a length: a value that was encoded before.
  @inlinable
  package mutating func raw(_ encoded: [UInt8]) {
    bytes.append(contentsOf: encoded)
  }

  /// One byte of length, or 254 and three bytes of it; from 16 MiB on 255 and seven, a form that only
  /// Telegram's own library knows and that no frame we send has room for.
  @inlinable
  package mutating func bytes(_ value: [UInt8]) {
    let length = value.count
    let header = length < 254 ? 1 : length < 1 << 24 ? 4 : 8
    switch header {
    case 1: bytes.append(UInt8(length))
    case 4: uint(UInt32(length) << 8 | 254)
    default: append((UInt64(length) << 8 | 255).littleEndian)
    }
    bytes.append(contentsOf: value)
    for _ in 0..<((4 - (header + length) & 3) & 3) {
      bytes.append(0)
    }
  }

  @inlinable
  package mutating func string(_ value: String) {
    bytes(understandsEscapes ? TLText.encode(value) : Array(value.utf8))
  }

  /// A boxed vector of boxed values.
  @inlinable
  package mutating func vector<Element: TLEncodable>(_ values: [Element]) {
    constructor(TLID.vector)
    bareVector(values)
  }

  @inlinable
  package mutating func bareVector<Element: TLEncodable>(_ values: [Element]) {
    uint(UInt32(values.count))
    for value in values {
      value.encode(to: &self)
    }
  }

  @inlinable
  package mutating func vectorOfBytes(_ values: [[UInt8]]) {
    constructor(TLID.vector)
    uint(UInt32(values.count))
    for value in values {
      bytes(value)
    }
  }

  @inlinable
  mutating func append<Value: BitwiseCopyable>(_ value: Value) {
    withUnsafeBytes(of: value) { bytes.append(contentsOf: $0) }
  }
}
