/// Strings on the wire are UTF-8 by convention only. So that no byte is lost, a byte that is not
/// part of valid UTF-8 becomes one scalar of U+10FF80...U+10FFFF (its value plus U+10FF00, the end of
/// the last private-use plane), and such a scalar becomes that byte again when it is written.
/// Text that holds one of these scalars itself is escaped byte by byte on the way in, so the mapping has
/// no ambiguous case: what was read is written back unchanged.
@usableFromInline package enum TLText {
  /// The first byte of the UTF-8 form of every escape scalar; text without it takes the fast path.
  @usableFromInline static let escapeLead: UInt8 = 0xf4

  @inlinable
  package static func decode(_ bytes: ArraySlice<UInt8>) -> String {
    if let text = String(validating: bytes, as: UTF8.self), !bytes.contains(escapeLead) {
      return text
    }
    return decodeWithEscapes(bytes)
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
  @inlinable
  package static func escaping(_ text: String) -> String {
    text.utf8.contains(escapeLead) ? decodeWithEscapes(Array(text.utf8)[...]) : text
  }

  @usableFromInline
  static func decodeWithEscapes(_ bytes: ArraySlice<UInt8>) -> String {
    var scalars = String.UnicodeScalarView()
    var rest = bytes
    while let first = rest.first {
      if let scalar = leadingScalar(rest), !isEscape(scalar) {
        scalars.append(scalar)
        rest = rest.dropFirst(UTF8.width(scalar))
      } else {
        scalars.append(escape(first))
        rest = rest.dropFirst()
      }
    }
    return String(scalars)
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

  /// `byte` is 0x80 or more: ASCII is always valid UTF-8.
  private static func escape(_ byte: UInt8) -> Unicode.Scalar {
    Unicode.Scalar(0x10ff00 + UInt32(byte)) ?? "\u{fffd}"
  }

  /// The valid UTF-8 scalar that the bytes begin with, if they do.
  private static func leadingScalar(_ bytes: ArraySlice<UInt8>) -> Unicode.Scalar? {
    var decoder = UTF8()
    var iterator = bytes.prefix(4).makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return nil }
    return scalar
  }
}
