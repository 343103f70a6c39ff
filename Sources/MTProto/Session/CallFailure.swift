/// Names a call within one session.
package struct CallID: Hashable, Sendable, Comparable {
  let number: UInt64

  package static func < (a: Self, b: Self) -> Bool { a.number < b.number }
}

extension CallID: CustomStringConvertible {
  package var description: String { "call \(number)" }
}

/// Why a call has no result.
package enum CallFailure: Error, Hashable, Sendable {
  /// The server answered with an error.
  case rpc(RPCError)
  /// The protocol did not let the call through.
  case session(SessionError)
}

extension CallFailure: CustomStringConvertible {
  package var description: String {
    switch self {
    case .rpc(let error): error.description
    case .session(let error): error.description
    }
  }
}

package struct SessionError: Error, Hashable, Sendable {
  package enum Code: Hashable, Sendable {
    /// The server refused the message again and again, with this bad_msg_notification code last.
    case refused(Int32)
    /// The call is longer than a packet can be.
    case tooLong(Int)
    /// The answer cannot be unpacked: damaged, or larger than `SessionLimits.unpackedSize`.
    case malformedAnswer
  }

  package var code: Code
}

extension SessionError: CustomStringConvertible {
  package var description: String {
    switch code {
    case .refused(let code):
      "The server refused the message repeatedly (bad_msg_notification \(code))."
    case .tooLong(let length):
      "A call of \(length) bytes is too long; \(SessionLimits.bodySize) are possible."
    case .malformedAnswer:
      "The server's answer cannot be unpacked."
    }
  }
}

/// Bounds of a session, on either side. Sources: core.telegram.org/mtproto/service_messages
/// (containers), /service_messages_about_messages (acks), /security_guidelines (ids).
package enum SessionLimits {
  /// Messages in a container.
  package static let containerCount = 1020
  /// Bytes in a container.
  package static let containerSize = 1 << 20
  /// Bytes in one message, so that its packet fits a frame.
  package static let bodySize = TransportCodec.maximumLength - 2048
  /// Ids in one msgs_ack.
  package static let ackCount = 8192
  /// Acks that wait for company before they go out alone.
  package static let waitingAcks = 16
  /// How long an ack waits for company.
  package static let ackDelay: Duration = .seconds(30)
  /// Ids that are remembered against replays.
  package static let replayWindow = 1000
  /// How far a message id may be ahead of the server's time, and behind it.
  package static let idsAhead: Duration = .seconds(30)
  package static let idsBehind: Duration = .seconds(300)
  /// Bytes that all that is compressed in one packet may unpack to.
  package static let unpackedSize = 16 << 20
  /// Levels of gzip and containers within each other.
  package static let nesting = 8
  /// Bodies below are not worth compressing.
  package static let compressedFrom = 512
}
