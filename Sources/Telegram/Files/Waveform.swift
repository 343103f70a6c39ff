/// How loud a voice note is along its length, in 100 steps of 0 to 31: the bars of its bubble
/// (core.telegram.org/constructor/documentAttributeAudio).
package struct Waveform: Sendable, Hashable {
  package static let count = 100
  package static let maximum: UInt8 = 31
  private static let bits = 5
  /// Longer ones than clients draw are not looked at.
  private static let longest = 1000

  package let values: [UInt8]

  /// - Parameter values: 0 to 31; what is more counts as 31.
  package init(_ values: [UInt8]) { self.values = values.map { min($0, Self.maximum) } }

  /// Of 5 bits each, the lowest first, without gaps.
  package init(packed bytes: [UInt8]) {
    let count = min(bytes.count * 8 / Self.bits, Self.longest)
    values = (0..<count).map { index in
      let (byte, shift) = (index * Self.bits / 8, index * Self.bits % 8)
      let next = byte + 1 < bytes.count ? UInt16(bytes[byte + 1]) : 0
      let word = UInt16(bytes[byte]) | next << 8
      return UInt8(truncatingIfNeeded: word >> shift) & Self.maximum
    }
  }

  package var packed: [UInt8] {
    var bytes = [UInt8](repeating: 0, count: (values.count * Self.bits + 7) / 8)
    for (index, value) in values.enumerated() {
      let (byte, shift) = (index * Self.bits / 8, index * Self.bits % 8)
      let word = UInt16(value) << shift
      bytes[byte] |= UInt8(truncatingIfNeeded: word)
      if byte + 1 < bytes.count { bytes[byte + 1] |= UInt8(truncatingIfNeeded: word >> 8) }
    }
    return bytes
  }
}
