/// What the server does wrong. Each kind has its ``occasion``: what has to happen for it to strike.
package enum FaultKind: Sendable, Hashable {
  // At a call.

  /// Lost before it is carried out or acknowledged, as if it had never arrived.
  case dropCall
  /// The same, and the connection is cut.
  case cutBeforeCall
  /// Not carried out; bad_msg_notification with this code is the answer
  /// (core.telegram.org/mtproto/service_messages_about_messages#notice-of-ignored-error-message).
  case badMessage(Int32)
  /// Not carried out; the session's salt changes, and bad_server_salt tells so.
  case badSalt
  /// Not carried out; this error is the answer.
  case refuse(Refusal)
  /// Carried out as far as the server can; this value of TL is the answer, whatever it would have said.
  case answer([UInt8])
  /// Carried out; the answer has a constructor that no schema knows.
  case unknownResult
  /// Carried out; the answer is a gzip bomb.
  case bombResult
  /// Carried out; the answer is lost for good.
  case loseAnswer
  /// Carried out; the connection is cut before the answer, which waits for the next connection.
  case cutBeforeAnswer
  /// Carried out; the answer waits for ``TelegramServer/releaseAnswers()``.
  case holdAnswer
  /// Carried out; the answer comes so much later, by the server's clock.
  case delayAnswer(Duration)

  // At an update that is pushed to a session.

  case loseUpdate
  case doubleUpdate
  /// It comes after the one that follows it.
  case reorderUpdate
  case delayUpdate(Duration)
  /// An update with a constructor that no schema knows comes in its place.
  case unknownUpdate

  // At an encrypted packet that the server sends.

  case losePacket
  case doublePacket
  /// A bit of its msg_key is flipped.
  case damagePacket
  /// A message for a session that there is not comes before it.
  case foreignSession
  /// A message with an id as only clients make them comes before it.
  case evenID
  /// A message of a minute ahead comes before it.
  case idAhead
  /// A message of ten minutes ago comes before it.
  case idBehind
  /// A message that unpacks to more than it may comes before it.
  case gzipBomb
  /// A message of containers within containers comes before it.
  case deepContainer
  /// It comes in a container, behind a message that is damaged inside.
  case malformedSibling
  /// A frame of random bytes comes before it.
  case junk
  /// The beginning of a frame that is too long comes in its place.
  case oversizedFrame
  /// Half of it is sent, then the connection is cut.
  case cutInPacket
  /// A code of the transport (-404, -429, -444) comes in its place, and the connection is closed.
  case transportError(Int32)
  /// From this packet on the connection is open and dead: nothing is sent, and what comes is not read.
  case silence

  // At a new connection, and at a packet of a key exchange.

  /// It is closed at once.
  case refuseConnection
  /// A code of the transport is the answer, and the connection is closed.
  case refuseExchange(Int32)

  // For as long as the fault is set.

  /// The server's clock is off by so much; positive: ahead.
  case clockSkew(Duration)
}

extension FaultKind {
  /// What has to happen for a fault to strike.
  package enum Occasion: String, Sendable, Hashable, CaseIterable {
    case call
    case update
    case packet
    case connection
    case exchange
    /// It is in force for as long as it is set.
    case standing
  }

  package var occasion: Occasion {
    switch self {
    case .dropCall, .cutBeforeCall, .badMessage, .badSalt, .refuse, .answer, .unknownResult,
      .bombResult, .loseAnswer, .cutBeforeAnswer, .holdAnswer, .delayAnswer:
      .call
    case .loseUpdate, .doubleUpdate, .reorderUpdate, .delayUpdate, .unknownUpdate: .update
    case .losePacket, .doublePacket, .damagePacket, .foreignSession, .evenID, .idAhead, .idBehind,
      .gzipBomb, .deepContainer, .malformedSibling, .junk, .oversizedFrame, .cutInPacket,
      .transportError, .silence:
      .packet
    case .refuseConnection: .connection
    case .refuseExchange: .exchange
    case .clockSkew: .standing
    }
  }
}

/// Refusals that mean something to every client (core.telegram.org/api/errors).
extension FaultKind {
  package enum Migration: String, Sendable, Hashable, CaseIterable {
    case phone = "PHONE"
    case user = "USER"
    case network = "NETWORK"
    case file = "FILE"
  }

  package enum Ending: String, Sendable, Hashable, CaseIterable {
    case unregistered = "AUTH_KEY_UNREGISTERED"
    case revoked = "SESSION_REVOKED"
    case deactivated = "USER_DEACTIVATED"
    case duplicated = "AUTH_KEY_DUPLICATED"
  }

  package static func floodWait(_ seconds: Int) -> Self {
    .refuse(Refusal(420, "FLOOD_WAIT_\(seconds)"))
  }

  package static func premiumWait(_ seconds: Int) -> Self {
    .refuse(Refusal(420, "FLOOD_PREMIUM_WAIT_\(seconds)"))
  }

  package static func slowmodeWait(_ seconds: Int) -> Self {
    .refuse(Refusal(420, "SLOWMODE_WAIT_\(seconds)"))
  }

  package static func migrate(_ what: Migration, to dc: Int) -> Self {
    .refuse(Refusal(303, "\(what.rawValue)_MIGRATE_\(dc)"))
  }

  /// The key or the account serves no longer. The server goes on knowing it:
  /// ``TelegramServer/revokeAuthorizations(of:)`` is the whole thing.
  package static func end(_ why: Ending) -> Self {
    .refuse(Refusal(why == .duplicated ? 406 : 401, why.rawValue))
  }

  package static let expiredReference = FaultKind.refuse(Refusal("FILE_REFERENCE_EXPIRED"))
}
