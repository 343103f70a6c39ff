/// Voice notes of the sandbox's own: valid Ogg files with Opus (RFC 3533, RFC 6716, RFC 7845) that last as
/// long as their text would take to say, are silent, and hold the text among their comments, so that the
/// sandbox can hear what it has spoken.
package enum SpokenOgg {
  private static let preSkip: UInt16 = 312
  private static let samplesPerPacket: Int64 = 960
  private static let tag = "DESCRIPTION="
  private static let magic = Array("OpusTags".utf8)

  /// - Parameter seed: what the loudness is drawn from, as far as sizes of packets tell it.
  package static func file(saying text: String, seed: UInt64 = 0) -> [UInt8] {
    // Twelve characters a second, in packets of 20 ms; one second to two minutes.
    let count = min(max(text.count * 50 / 12, 50), 6000)
    var head = Array("OpusHead".utf8) + [1, 1]
    head += little(preSkip) + little(UInt32(48_000)) + [0, 0, 0]
    var file = page([head], flags: 2, granule: 0, number: 0)
    let comment = Array((tag + text).utf8.prefix(40_000))
    var tags = magic + little(UInt32(7)) + Array("sandbox".utf8) + little(UInt32(1))
    tags += little(UInt32(comment.count)) + comment
    file += page([tags], flags: 0, granule: 0, number: 1)
    var state = seed ^ 0x9E37_79B9_7F4A_7C15
    var index = 0
    var number: UInt32 = 2
    while index < count {
      let end = min(index + 50, count)
      let packets = (index..<end).map { _ -> [UInt8] in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return packet(padding: UInt8(state >> 58))
      }
      file += page(
        packets, flags: end == count ? 4 : 0,
        granule: Int64(end) * samplesPerPacket + Int64(preSkip), number: number)
      index = end
      number += 1
    }
    return file
  }

  /// What a file of ``file(saying:seed:)`` says; nil for any other.
  package static func text(in file: [UInt8]) -> String? {
    guard file.starts(with: Array("OggS".utf8)) else { return nil }
    let head = file.prefix(60_000)
    guard let start = head.firstRange(of: magic)?.upperBound else { return nil }
    func number(at index: Int) -> Int? {
      guard index >= 0, index + 4 <= file.count else { return nil }
      return (0..<4).reduce(0) { $0 | Int(file[index + $1]) << (8 * $1) }
    }
    guard let vendor = number(at: start), vendor < 1000, let count = number(at: start + 4 + vendor),
      count == 1, let length = number(at: start + 8 + vendor)
    else { return nil }
    let from = start + 12 + vendor
    guard length <= 40_000, from + length <= file.count else { return nil }
    let comment = String(decoding: file[from..<from + length], as: UTF8.self)
    return comment.hasPrefix(tag) ? String(comment.dropFirst(tag.count)) : nil
  }

  /// 20 ms of silence in full band, one frame, padded to a size (RFC 6716, 3.2.5).
  private static func packet(padding: UInt8) -> [UInt8] {
    [0xFB, 0x41, padding, 0xFF, 0xFE] + [UInt8](repeating: 0, count: Int(padding))
  }

  private static func page(
    _ packets: [[UInt8]], flags: UInt8, granule: Int64, number: UInt32
  ) -> [UInt8] {
    let lacing = packets.flatMap { packet in
      [UInt8](repeating: 255, count: packet.count / 255) + [UInt8(packet.count % 255)]
    }
    var page = Array("OggS".utf8) + [0, flags] + little(UInt64(bitPattern: granule))
    page += little(UInt32(1)) + little(number) + [0, 0, 0, 0, UInt8(lacing.count)]
    page += lacing + packets.flatMap { $0 }
    page.replaceSubrange(22..<26, with: little(checksum(page)))
    return page
  }

  /// CRC-32 as Ogg has it: polynomial 04C11DB7, not reflected, from zero (RFC 3533, 6).
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    bytes.reduce(0) { sum, byte in
      (0..<8).reduce(sum ^ UInt32(byte) << 24) { value, _ in
        value & 0x8000_0000 != 0 ? value << 1 ^ 0x04C1_1DB7 : value << 1
      }
    }
  }

  private static func little<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
    (0..<MemoryLayout<Number>.size).map { UInt8(truncatingIfNeeded: number >> Number(8 * $0)) }
  }
}
