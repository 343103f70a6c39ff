import CZlib
import TL

@testable import MTProto

/// Compressed values for tests, without the thrift of `Gzip.packed`.
enum Bomb {
  static func deflate(_ data: [UInt8]) -> [UInt8] {
    let room = data.count + 128
    return [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      count = cz_deflate(data, data.count, buffer.baseAddress, room)
    }
  }

  static func gzip(_ data: [UInt8]) -> [UInt8] {
    var writer = TLWriter()
    writer.constructor(TLID.gzipPacked)
    writer.bytes(deflate(data))
    return writer.bytes
  }
}
