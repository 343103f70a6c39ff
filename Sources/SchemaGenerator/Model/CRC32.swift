/// CRC-32 (IEEE 802.3), from which Telegram derives constructor ids.
enum CRC32 {
  static func checksum(_ text: String) -> UInt32 {
    var value: UInt32 = .max
    for byte in text.utf8 {
      value ^= UInt32(byte)
      for _ in 0..<8 {
        value = value & 1 == 0 ? value >> 1 : value >> 1 ^ 0xedb8_8320
      }
    }
    return ~value
  }
}
