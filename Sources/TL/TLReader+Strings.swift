extension TLReader {
  /// The length of a bytes or string value that starts here; moves to its first byte.
  ///
  /// 1 byte of length below 254, or 254 and 3 bytes of length (core.telegram.org/mtproto/serialize).
  /// The published form needs the long header from 254 bytes on only, yet accepts it for less; so do
  /// we, and such a value is written back in the short form.
  @inlinable
  mutating func stringLength() throws(TLError) -> (length: Int, padding: Int) {
    guard remaining >= 4 else { throw truncated(4) }
    let header = Int(
      UInt32(
        littleEndian: storage.span.bytes.unsafeLoadUnaligned(
          fromByteOffset: cursor, as: UInt32.self)))
    let first = header & 0xff
    let isLong = first >= 254
    guard first != 255 else {
      throw TLError(.impossibleCount(255), offset: cursor, type: "string")
    }
    let length = isLong ? header >> 8 : first
    let headerSize = isLong ? 4 : 1
    let padding = (4 - (headerSize + length) & 3) & 3
    guard headerSize + length + padding <= remaining else {
      throw truncated(headerSize + length + padding)
    }
    cursor += headerSize
    return (length, padding)
  }

  /// A bytes value, without its padding.
  @inlinable
  package mutating func bytes() throws(TLError) -> [UInt8] {
    let (length, padding) = try stringLength()
    let start = storage.startIndex + cursor
    cursor += length + padding
    return Array(storage[start..<(start + length)])
  }

  /// A string value. Bytes that are not UTF-8 are kept as escapes (see `TLText`), so that writing the
  /// string again gives the same bytes.
  @inlinable
  package mutating func string() throws(TLError) -> String {
    let (length, padding) = try stringLength()
    let start = storage.startIndex + cursor
    cursor += length + padding
    return TLText.decode(storage[start..<(start + length)])
  }

  /// Moves past a bytes or string value.
  @inlinable
  package mutating func skipString() throws(TLError) {
    let (length, padding) = try stringLength()
    cursor += length + padding
  }
}
