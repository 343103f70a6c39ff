/// Strings on the wire are UTF-8 by convention only. So that no byte is lost, a byte that is not
/// part of valid UTF-8 becomes one scalar of U+10FF80...U+10FFFF (its value plus U+10FF00, the end of
/// the last private-use plane), and such a scalar becomes that byte again when it is written.
/// Text that holds one of these scalars itself is escaped byte by byte on the way in, so the mapping has
/// no ambiguous case: what was read is written back unchanged.
@usableFromInline package enum TLText {
  /// The first byte of the UTF-8 form of every escape scalar; text without it takes the fast path.
  @usableFromInline static let escapeLead: UInt8 = 0xf4

  @usableFromInline
  package static func decode(_ bytes: ArraySlice<UInt8>) -> String {
    let span = bytes.span
    let valid = plainPrefix(of: span)
    guard valid < span.count else { return text(span) }
    return decodeWithEscapes(span, plain: valid)
  }

  /// The bytes to write for a string.
  @inlinable
  package static func encode(_ text: String) -> [UInt8] {
    let bytes = Array(text.utf8)
    return bytes.contains(escapeLead) ? encodeWithEscapes(text) : bytes
  }

  /// A string as it was read, for people: scalars that only looked like escapes are themselves again, what
  /// is no UTF-8 is U+FFFD. Offsets into the text count in this form.
  @inlinable
  package static func readable(_ text: String) -> String {
    text.utf8.contains(escapeLead)
      ? String(decoding: encodeWithEscapes(text), as: UTF8.self) : text
  }

  /// A text that means nothing but itself, in the form in which it would have been read: written, it is its
  /// own UTF-8, whatever it holds.
  package static func escaping(_ text: String) -> String {
    text.utf8.contains(escapeLead) ? decode(Array(text.utf8)[...]) : text
  }

  /// - Parameter plain: so many bytes at the beginning mean themselves.
  private static func decodeWithEscapes(_ bytes: Span<UInt8>, plain: Int) -> String {
    // Each byte of the rest becomes four at most.
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 4 * bytes.count - 3 * plain) { output in
      for position in 0..<plain { output[position] = bytes[position] }
      var position = plain
      var length = plain
      while position < bytes.count {
        let width = scalarWidth(bytes, at: position)
        if width > 0 {
          for offset in 0..<width { output[length + offset] = bytes[position + offset] }
          position += width
          length += width
        } else {
          putEscape(bytes[position], at: length, in: output)
          position += 1
          length += 4
        }
      }
      return text(output.extracting(0..<length).span)
    }
  }

  /// What is known to be UTF-8; nothing is checked again.
  private static func text(_ bytes: Span<UInt8>) -> String {
    String(copying: UTF8Span(unchecked: bytes))
  }

  @usableFromInline
  static func encodeWithEscapes(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      if isEscape(scalar) {
        bytes.append(UInt8(truncatingIfNeeded: scalar.value))
      } else {
        bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
    return bytes
  }

  private static func isEscape(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x10ff80
  }

  /// `byte` is 0x80 or more: ASCII is always valid UTF-8. So the scalar is F4 8F and two more.
  private static func putEscape(
    _ byte: UInt8, at position: Int, in output: UnsafeMutableBufferPointer<UInt8>
  ) {
    output[position] = escapeLead
    output[position + 1] = 0x8f
    output[position + 2] = 0xbe | byte >> 6 & 1
    output[position + 3] = 0x80 | byte & 0x3f
  }

  /// How many bytes at the beginning are UTF-8 without anything that could be an escape.
  private static func plainPrefix(of bytes: Span<UInt8>) -> Int {
    var position = 0
    while position < bytes.count {
      if bytes[position] < 0x80 {
        position += 1
        // Most texts are ASCII for most of their length.
        while position + 8 <= bytes.count, isASCII(bytes, at: position) { position += 8 }
        continue
      }
      guard bytes[position] != escapeLead else { break }
      let width = scalarWidth(bytes, at: position)
      if width == 0 { break }
      position += width
    }
    return position
  }

  /// The eight bytes there.
  private static func isASCII(_ bytes: Span<UInt8>, at position: Int) -> Bool {
    let eight = bytes.bytes.unsafeLoadUnaligned(fromByteOffset: position, as: UInt64.self)
    return eight & 0x8080_8080_8080_8080 == 0
  }

  /// Of the valid scalar that begins there and is no escape; 0 if there is none. The well-formed sequences
  /// are those of The Unicode Standard, table 3-7.
  private static func scalarWidth(_ bytes: Span<UInt8>, at position: Int) -> Int {
    let first = bytes[position]
    if first < 0x80 { return 1 }
    let width = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4
    guard (0xc2...0xf4).contains(first), position + width <= bytes.count else { return 0 }
    let second = bytes[position + 1]
    let bounds: ClosedRange<UInt8> =
      switch first {
      case 0xe0: 0xa0...0xbf
      case 0xed: 0x80...0x9f
      case 0xf0: 0x90...0xbf
      case 0xf4: 0x80...0x8f
      default: 0x80...0xbf
      }
    guard bounds.contains(second) else { return 0 }
    for offset in 2..<max(width, 2) where bytes[position + offset] & 0xc0 != 0x80 { return 0 }
    // U+10FF80 and above: F4 8F BE or BF.
    if first == 0xf4, second == 0x8f, bytes[position + 2] >= 0xbe { return 0 }
    return width
  }
}
