/// The same bytes in pieces of many sizes, as a socket may give them.
enum Splits {
  /// `pattern` is 0 for one piece; else it decides the sizes, 1 byte to some hundred.
  static func pieces(_ bytes: [UInt8], pattern: UInt8) -> [[UInt8]] {
    guard pattern > 0 else { return bytes.isEmpty ? [] : [bytes] }
    var pieces: [[UInt8]] = []
    var rest = bytes[...]
    var state = UInt32(pattern)
    while !rest.isEmpty {
      state = state &* 1_664_525 &+ 1_013_904_223
      let size = pattern == 1 ? 1 : 1 + Int(state >> 24) % (2 << (Int(pattern) % 8))
      pieces.append(Array(rest.prefix(size)))
      rest = rest.dropFirst(size)
    }
    return pieces
  }
}
