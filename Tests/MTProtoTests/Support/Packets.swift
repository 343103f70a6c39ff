import Cryptography

@testable import MTProto

/// Packets with the outer form of real ones, on which some transports rely.
enum Packets {
  /// A plain message, 24 bytes or more.
  static func plain(_ size: Int, _ random: RandomSource) -> [UInt8] {
    PlainMessage(
      messageID: random.int64(), body: random.bytes(size - PlainMessage.headerSize)
    ).packet
  }

  /// An encrypted one, as an outsider sees it.
  static func sealed(_ blocks: Int, _ random: RandomSource) -> [UInt8] {
    [1] + random.bytes(Envelope.outerSize - 1 + 16 * blocks)
  }
}
