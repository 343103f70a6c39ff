import CZlib
import TL

@testable import MTProto

/// gzip, alone and within containers and itself: never more comes out than is allowed.
struct GzipTarget: FuzzTarget {
  static let name = "gzip"

  private static let limits = [0, 1, 100, 4096, 1 << 20]

  static func seeds() -> [[UInt8]] {
    let words = Array(String(repeating: "the quick brown fox ", count: 40).utf8)
    let zeros = [UInt8](repeating: 0, count: 200_000)
    let packed = Gzip.packed(words)
    let child = OutgoingMessage(id: 9, sequenceNumber: 1, body: packed)
    let other = OutgoingMessage(id: 13, sequenceNumber: 2, body: [1, 2, 3, 4])
    let container = OutgoingPacket(messages: [child, other]).containerBody
    return [
      [0, 4] + deflated(words), [0, 2] + deflated(zeros), [1] + packed,
      [1] + wrapped(wrapped(wrapped([UInt8](repeating: 1, count: 64)))), [2] + container,
      [2] + wrapped(container + zeros), [3] + words, [3] + zeros.prefix(600),
    ]
  }

  private static func deflated(_ data: [UInt8]) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: data.count + 128) { buffer, count in
      count = cz_deflate(data, data.count, buffer.baseAddress, data.count + 128)
    }
  }

  private static func wrapped(_ data: [UInt8]) -> [UInt8] {
    var writer = TLWriter()
    writer.constructor(TLID.gzipPacked)
    writer.bytes(deflated(data))
    return writer.bytes
  }

  func run(_ bytes: [UInt8]) {
    var choices = Choices(bytes)
    switch choices.number(below: 4) {
    case 0:
      let limit = choices.element(of: Self.limits)
      guard let plain = Gzip.unpacked(choices.remainder(), limit: limit) else { return }
      demand(plain.count <= limit, "more came out than is allowed")
    case 1:
      var budget = 1 << 20
      let body = choices.remainder()
      guard let plain = Gzip.stripped(body, budget: &budget) else { return }
      demand(budget >= 0, "more came out than is allowed")
      demand(
        plain.count <= max(body.count, 1 << 20), "more came out than is allowed")
    case 2: unpack(choices.remainder())
    default:
      let body = choices.remainder()
      let packed = Gzip.packed(body)
      guard packed != body else { return }
      demand(packed.count < body.count, "what was packed is longer")
      var reader = TLReader(packed)
      demand(
        (try? reader.expect(TLID.gzipPacked)) != nil
          && (try? reader.bytes()).flatMap { Gzip.unpacked($0, limit: body.count) } == body,
        "what was packed is not what is unpacked")
    }
  }

  private func unpack(_ body: [UInt8]) {
    let items = MessageUnpacker.unpack(IncomingMessage(id: 1, sequenceNumber: 1, body: body))
    var size = 0
    for item in items {
      guard case .message(let message) = item else { continue }
      size += message.body.count
      _ = try? ServiceMessage(message.body)
    }
    demand(
      size <= body.count + SessionLimits.unpackedSize, "more came out than may be unpacked")
    // A container has 8 bytes and each child 16: there cannot be more of them than that.
    demand(
      items.count <= 2 + (body.count + SessionLimits.unpackedSize) / 8, "too many items came out")
  }
}
