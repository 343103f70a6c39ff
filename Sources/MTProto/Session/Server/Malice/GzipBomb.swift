internal import CZlib
internal import TL

/// A small gzip_packed that unpacks to more than any client may hold for one packet.
package enum GzipBomb {
  /// Half as much again as ``SessionLimits/unpackedSize``, of zeros.
  package static let message: [UInt8] = {
    let zeros = [UInt8](repeating: 0, count: SessionLimits.unpackedSize / 2 * 3)
    let room = 1 << 16
    let data = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      count = cz_deflate(zeros, zeros.count, buffer.baseAddress, room)
    }
    var writer = TLWriter(capacity: data.count + 8)
    writer.constructor(TLID.gzipPacked)
    writer.bytes(data)
    return writer.bytes
  }()
}
