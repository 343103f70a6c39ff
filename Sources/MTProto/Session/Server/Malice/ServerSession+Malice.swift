internal import Cryptography
internal import TL
internal import TelegramSchema

// What a bad server says, and one whose clock moves.
extension ServerSession {
  /// A packet to be sent by itself, before or after any other.
  package mutating func hostilePacket(_ message: HostileMessage, at moment: Moment) -> [UInt8] {
    switch message {
    case .gzipBomb: return packet(with: GzipBomb.message, isContent: true, at: moment)
    case .deepContainer:
      // A pong at the bottom. Inner ids lie below outer ones, as they have to.
      var body = MT.Pong(msgId: 0, pingId: 0).encoded()
      for _ in 0...(SessionLimits.nesting + 2) {
        let child = OutgoingMessage(
          id: ids.next(.serverNotice, at: moment.unix),
          sequenceNumber: sequence.next(isContent: false), body: body)
        body = OutgoingPacket(messages: [child]).containerBody
      }
      return packet(with: body, isContent: false, at: moment)
    case .malformed: return packet(with: Self.malformedBody, isContent: true, at: moment)
    }
  }

  /// The packet with a damaged message in front of all that it holds, in one container.
  package mutating func spoiled(_ packet: [UInt8], at moment: Moment) -> [UInt8] {
    guard let message = try? Envelope.open(packet, with: key, from: .server) else { return packet }
    let damaged = OutgoingMessage(
      id: ids.next(.serverNotice, at: moment.unix),
      sequenceNumber: sequence.next(isContent: true), body: Self.malformedBody)
    let original = OutgoingMessage(
      id: message.messageID, sequenceNumber: message.sequenceNumber, body: message.body)
    var messages = [damaged]
    for item in MessageUnpacker.children(
      of: IncomingMessage(
        id: original.id, sequenceNumber: original.sequenceNumber, body: original.body))
    {
      messages.append(
        OutgoingMessage(id: item.id, sequenceNumber: item.sequenceNumber, body: item.body))
    }
    return self.packet(
      with: OutgoingPacket(messages: messages).containerBody, isContent: false, at: moment)
  }

  /// A message with `body` that breaks one of the rules by which clients know a server's messages.
  package func forgedPacket(_ forgery: Forgery, body: [UInt8], at moment: Moment) -> [UInt8] {
    var ids = ids
    var message = EnvelopeMessage(
      salt: salt, sessionID: sessionID, messageID: ids.next(.serverNotice, at: moment.unix),
      sequenceNumber: 1, body: body)
    switch forgery {
    case .foreignSession: message.sessionID = ~sessionID
    case .evenID: message.messageID = message.messageID & ~3 | 2
    case .idAhead: message.messageID = MessageID.first(at: moment.unix + .seconds(60)) | 3
    case .idBehind: message.messageID = MessageID.first(at: moment.unix - .seconds(600)) | 3
    }
    return Envelope.seal(message, with: key, from: .server, random: random)
  }

  /// The server's clock has jumped: ids begin at it again, and what came under the old time says
  /// nothing about the order of what comes under the new.
  package mutating func clockMoved() {
    opening = max(opening, ids.last | 3)
    ids.reset()
    conduct.forgetNumbers()
  }

  private mutating func packet(
    with body: [UInt8], isContent: Bool, at moment: Moment
  ) -> [UInt8] {
    let message = EnvelopeMessage(
      salt: salt, sessionID: sessionID, messageID: ids.next(.serverNotice, at: moment.unix),
      sequenceNumber: sequence.next(isContent: isContent), body: body)
    return Envelope.seal(message, with: key, from: .server, random: random)
  }

  /// msgs_ack of a thousand million ids, none of which are there.
  private static var malformedBody: [UInt8] {
    var writer = TLWriter(capacity: 12)
    writer.constructor(MT.MsgsAck.constructorID)
    writer.constructor(TLID.vector)
    writer.uint(1 << 30)
    return writer.bytes
  }
}
