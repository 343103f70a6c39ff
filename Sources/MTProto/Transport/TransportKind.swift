/// The forms of framing that both sides speak (core.telegram.org/mtproto/mtproto-transports).
package enum TransportKind: String, Hashable, Sendable, CaseIterable {
  /// Tag 0xef; lengths in words of 4 bytes, 1 byte or 4.
  case abridged
  /// Tag 0xeeeeeeee; lengths in 4 bytes.
  case intermediate
  /// Tag 0xdddddddd; as intermediate, with up to 15 random bytes behind each packet.
  case paddedIntermediate
  /// No tag; length, sequence number, payload, CRC-32.
  case full

  /// What a client sends once, before its first frame.
  var tag: [UInt8] {
    switch self {
    case .abridged: [0xef]
    case .intermediate: [0xee, 0xee, 0xee, 0xee]
    case .paddedIntermediate: [0xdd, 0xdd, 0xdd, 0xdd]
    case .full: []
    }
  }

  /// What names this form inside an obfuscated header; nil for the one that cannot be obfuscated.
  var obfuscatedTag: [UInt8]? {
    switch self {
    case .abridged: [0xef, 0xef, 0xef, 0xef]
    case .intermediate, .paddedIntermediate: tag
    case .full: nil
    }
  }

  /// Random bytes that may follow a packet.
  static let longestPadding = 15
  /// What a server adds at most: there are clients (Telethon) that cut off no more than this, which
  /// is what makes lengths no multiples of 4.
  static let longestServerPadding = 3
}
