/// What a client has to keep to, as far as its server can see.
package enum ConductRule: String, CaseIterable, Hashable, Sendable, Codable {
  // Ids and numbers. Telegram's servers answer breaches with bad_msg_notification.
  case idTooOld
  case idTooNew
  case idAlignment
  case containerIDRepeated
  case idForgotten
  case idReused
  case numberTooLow
  case numberTooHigh
  case numberEven
  case numberOdd
  // Containers and messages.
  case containerOrder
  case containerNested
  case containerCount
  case containerSize
  case malformed
  case serversMessage
  case saltCount
  // Acknowledgements.
  case ackCount
  case ackUnknown
  case ackOwn
  case ackMissing
  // Packets and keys.
  case packetDamaged
  case keyExchange
  case innerPadding
  case innerWithoutDC
  case unboundKey
  case permanentKeyInUse
  // The API's frame.
  case initConnectionMissing
  // Servers of the content delivery network.
  case cdnMethod
  case cdnIdentity

  /// What has to be done, as one sentence.
  package var sentence: String {
    switch self {
    case .idTooOld: "A message id is at most 300 s behind the server's time."
    case .idTooNew: "A message id is at most 30 s ahead of the server's time."
    case .idAlignment: "A client's message ids are divisible by 4."
    case .containerIDRepeated: "A container's id is used once."
    case .idForgotten: "A message is not older than all those that are remembered."
    case .idReused: "A message that is sent again under its id is the same, number and all."
    case .numberTooLow: "A later content message has a higher msg_seqno."
    case .numberTooHigh: "An earlier content message has a lower msg_seqno."
    case .numberEven: "What needs no acknowledgement has an even msg_seqno."
    case .numberOdd: "What needs an acknowledgement has an odd msg_seqno."
    case .containerOrder: "A container's id is above those of its messages."
    case .containerNested: "A container holds no containers."
    case .containerCount: "A container holds at most 1,020 messages."
    case .containerSize: "A container holds at most 1 MiB."
    case .malformed: "A message is one whole TL value."
    case .serversMessage: "What only servers say is not said by clients."
    case .saltCount: "get_future_salts asks for 1 to 64 salts."
    case .ackCount: "One msgs_ack names at most 8,192 messages."
    case .ackUnknown: "Only what was received is acknowledged."
    case .ackOwn: "Only the server's messages are acknowledged, not the client's own."
    case .ackMissing: "What needs an acknowledgement gets it within a minute."
    case .packetDamaged: "Packets are encrypted, padded and addressed as MTProto 2.0 says."
    case .keyExchange: "The key exchange goes by the book."
    case .innerPadding: "p_q_inner_data is encrypted with RSA_PAD, not with a SHA-1 before it."
    case .innerWithoutDC: "p_q_inner_data names the data center."
    case .unboundKey: "A temporary key carries no calls before it is bound."
    case .permanentKeyInUse:
      "A permanent key to which temporary keys were bound carries no messages any more."
    case .initConnectionMissing: "A session's calls begin with initConnection."
    case .cdnMethod: "A delivery server is asked for parts of files and for nothing else."
    case .cdnIdentity: "A delivery server is not told who calls."
    }
  }

  /// Where the rule stands, below core.telegram.org.
  package var source: String {
    switch self {
    case .idTooOld, .idTooNew, .containerIDRepeated, .idForgotten, .numberTooLow, .numberTooHigh,
      .numberEven, .numberOdd:
      "mtproto/service_messages_about_messages#notice-of-ignored-error-message"
    case .idAlignment, .idReused: "mtproto/description#message-identifier-msg-id"
    case .containerOrder, .containerNested, .containerCount, .containerSize:
      "mtproto/service_messages#containers"
    case .malformed: "mtproto/serialize"
    case .serversMessage: "mtproto/service_messages"
    case .saltCount: "mtproto/service_messages#request-for-several-future-salts"
    case .ackCount, .ackUnknown, .ackOwn, .ackMissing:
      "mtproto/service_messages_about_messages#acknowledgment-of-receipt"
    case .packetDamaged: "mtproto/security_guidelines"
    case .keyExchange, .innerPadding, .innerWithoutDC: "mtproto/auth_key"
    case .unboundKey, .permanentKeyInUse: "api/pfs"
    case .initConnectionMissing: "api/invoking#saving-client-info"
    case .cdnMethod, .cdnIdentity: "cdn#how-cdn-dcs-are-different-from-the-master-dcs"
    }
  }

  /// The rule behind a bad_msg_notification code.
  init?(refusal code: Int32) {
    switch code {
    case 16: self = .idTooOld
    case 17: self = .idTooNew
    case 18: self = .idAlignment
    case 19: self = .containerIDRepeated
    case 20: self = .idForgotten
    case 32: self = .numberTooLow
    case 33: self = .numberTooHigh
    case 34: self = .numberEven
    case 35: self = .numberOdd
    case 64: self = .containerOrder
    default: return nil
    }
  }

  /// What Telethon 1.45 and kurigram 2.2.26 break without harm: they are served, and it is noted.
  package static let brokenByForeignClients: Set<ConductRule> = [
    .ackOwn, .initConnectionMissing, .innerPadding, .innerWithoutDC,
  ]
}
