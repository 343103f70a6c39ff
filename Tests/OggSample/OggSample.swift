/// Ogg files with Opus, made up: the container is right, the sound is not (RFC 3533, RFC 7845).
package enum OggSample {
  private static let preSkip = 312

  /// Packets of 20 ms each; `size` gives their bytes.
  package static func file(packets: Int, size: (Int) -> Int = { 40 + $0 % 100 }) -> [UInt8] {
    var head = Array("OpusHead".utf8) + [1, 1]
    head += [UInt8(preSkip & 0xFF), UInt8(preSkip >> 8), 0x80, 0xBB, 0, 0, 0, 0, 0]
    var file = page([head], granule: 0, number: 0)
    file += page([Array("OpusTags".utf8) + [UInt8](repeating: 0, count: 8)], granule: 0, number: 1)
    var index = 0
    var number: UInt32 = 2
    while index < packets {
      let last = min(index + 50, packets)
      let bodies = (index..<last).map { [UInt8](repeating: 0x48, count: size($0)) }
      file += page(bodies, granule: Int64(last * 960 + preSkip), number: number)
      index = last
      number += 1
    }
    return file
  }

  private static func page(_ packets: [[UInt8]], granule: Int64, number: UInt32) -> [UInt8] {
    var page = Array("OggS".utf8) + [0, number == 0 ? 2 : 0]
    page += (0..<8).map { UInt8(truncatingIfNeeded: granule >> (8 * $0)) }
    page += [7, 0, 0, 0] + (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    page += [0, 0, 0, 0]
    let lacing = packets.flatMap { packet in
      [UInt8](repeating: 255, count: packet.count / 255) + [UInt8(packet.count % 255)]
    }
    return page + [UInt8(lacing.count)] + lacing + packets.flatMap { $0 }
  }
}
