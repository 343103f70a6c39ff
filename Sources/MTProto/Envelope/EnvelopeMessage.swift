/// What an encrypted packet carries.
package struct EnvelopeMessage: Hashable, Sendable {
  package var salt: Int64
  package var sessionID: Int64
  package var messageID: Int64
  package var sequenceNumber: Int32
  /// One boxed TL value: a container, a service message, a call, an answer, an update.
  package var body: [UInt8]

  package init(
    salt: Int64, sessionID: Int64, messageID: Int64, sequenceNumber: Int32, body: [UInt8]
  ) {
    self.salt = salt
    self.sessionID = sessionID
    self.messageID = messageID
    self.sequenceNumber = sequenceNumber
    self.body = body
  }
}

/// Who made a packet; keys are derived differently for the two directions.
package enum Side: Hashable, Sendable {
  case client
  case server

  /// The `x` of core.telegram.org/mtproto/description.
  var keyOffset: Int {
    switch self {
    case .client: 0
    case .server: 8
    }
  }
}

/// Why a packet was not opened. The connection has to be closed; all kinds of damage are told alike,
/// so that nothing can be learnt from the difference.
package struct EnvelopeError: Error, Hashable, Sendable, CustomStringConvertible {
  package enum Code: Hashable, Sendable {
    /// The packet names another auth key.
    case foreignKey
    /// Wrong size, message key, length or padding.
    case damaged
  }

  package var code: Code

  package var description: String {
    switch code {
    case .foreignKey: "A packet is encrypted with another authorization key."
    case .damaged: "A packet is damaged or was tampered with; it was dropped."
    }
  }
}
