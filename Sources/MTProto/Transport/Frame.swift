/// What a transport delivers.
package enum Frame: Hashable, Sendable {
  /// One MTProto message, encrypted or plain.
  case packet([UInt8])
  /// The server has received the packet with this token; only ever for packets that asked for it.
  case quickAck(UInt32)
  /// The server refuses the connection or the key, in a frame of 4 bytes.
  case refusal(TransportRefusal)
}

/// An error code sent in place of a packet (core.telegram.org/mtproto/mtproto-transports).
package struct TransportRefusal: RawRepresentable, Hashable, Sendable {
  package let rawValue: Int32

  package init(rawValue: Int32) {
    self.rawValue = rawValue
  }

  /// The auth key is unknown, or something else that the packet names does not exist.
  package static let notFound = TransportRefusal(rawValue: -404)
  /// Too many connections or packets in a short time.
  package static let flood = TransportRefusal(rawValue: -429)
  /// The data centre does not serve this address: use the next one.
  package static let invalidDC = TransportRefusal(rawValue: -444)
}

extension TransportRefusal: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notFound: "The server does not know the authorization key (-404)."
    case .flood: "The server asks to slow down (-429)."
    case .invalidDC: "The server does not serve this data centre (-444)."
    default: "The server refused the packet with code \(rawValue)."
    }
  }
}

/// Why a connection's bytes make no frames. The connection has to be closed.
package struct TransportError: Error, Hashable, Sendable, CustomStringConvertible {
  package enum Code: Hashable, Sendable {
    /// A frame declares no bytes, or more than `TransportCodec.maximumLength`.
    case frameLength(Int)
    /// The client's first bytes name no transport that is spoken here.
    case unknownTransport
    /// Frames of the full transport do not count up from 0, or their checksum is wrong.
    case damagedFrame
  }

  package var code: Code

  package var description: String {
    switch code {
    case .frameLength(let length):
      "A frame declares \(length) bytes; no message is as short as that, or as long as that (at most "
        + "\(TransportCodec.maximumLength))."
    case .unknownTransport:
      "The first bytes are those of no known transport; this is no MTProto client, or it speaks "
        + "another form (known: abridged, intermediate, padded, full; obfuscated with the right "
        + "secret where there is one)."
    case .damagedFrame:
      "A frame arrived out of order or with a wrong checksum."
    }
  }
}
