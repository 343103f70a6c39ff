internal import CZlib
internal import TL

/// `gzip_packed#3072cfa1 packed_data:bytes`.
enum Gzip {
  /// The body as gzip_packed where that is shorter, else as it is.
  static func packed(_ body: [UInt8]) -> [UInt8] {
    guard body.count >= SessionLimits.compressedFrom else { return body }
    // Constructor and length take 8 bytes; what saves less than that is not worth the unpacking.
    let room = body.count - 16
    let data = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      count = cz_deflate(body, body.count, buffer.baseAddress, room)
    }
    guard !data.isEmpty else { return body }
    var writer = TLWriter(capacity: data.count + 8)
    writer.constructor(TLID.gzipPacked)
    writer.bytes(data)
    return writer.bytes
  }

  /// What the data unpacks to; nil if it is damaged or unpacks to more than `limit` bytes.
  static func unpacked(_ data: [UInt8], limit: Int) -> [UInt8]? {
    var out: UnsafeMutablePointer<UInt8>?
    let count = cz_inflate(data, data.count, max(0, limit), &out)
    guard count >= 0, let out else { return nil }
    defer { cz_free(out) }
    return Array(UnsafeBufferPointer(start: out, count: count))
  }

  /// Removes all layers of gzip_packed around a value. `budget` is what may still be unpacked.
  static func stripped(_ body: [UInt8], budget: inout Int) -> [UInt8]? {
    var body = body
    for _ in 0...SessionLimits.nesting {
      var reader = TLReader(body)
      guard (try? reader.peekConstructor()) == TLID.gzipPacked else { return body }
      guard (try? reader.expect(TLID.gzipPacked)) != nil, let data = try? reader.bytes(),
        let plain = unpacked(data, limit: budget)
      else { return nil }
      budget -= plain.count
      body = plain
    }
    return nil
  }
}
