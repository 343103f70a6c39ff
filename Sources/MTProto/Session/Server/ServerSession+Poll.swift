internal import TL
internal import TelegramSchema

extension ServerSession {
  /// What is to be done now, in order.
  package mutating func poll(at moment: Moment) -> [Action] {
    if isConnected {
      if let due = disconnectAt, moment.monotonic >= due {
        isConnected = false
        disconnectAt = nil
        actions.append(.close)
      } else {
        send(at: moment)
      }
    }
    defer { actions.removeAll() }
    return actions
  }

  private mutating func send(at moment: Moment) {
    var messages: [OutgoingMessage] = []
    var repeated: Set<Int64> = []
    for case .again(let old) in waiting where repeated.insert(old.id).inserted {
      // It may have been acknowledged since it was put in line.
      guard unacknowledged.message(old.id) != nil else { continue }
      messages.append(old)
      watch.sent(old.id, at: moment.monotonic)
    }
    if configuration.acknowledges {
      for ids in acks.take() {
        messages.append(
          fresh(MT.MsgsAck(msgIds: ids).encoded(), isContent: false, .serverNotice, at: moment))
      }
    }
    for case .fresh(let body, let isContent, let kind, let request) in waiting {
      let message = fresh(body, isContent: isContent, kind, at: moment)
      messages.append(message)
      guard isContent else { continue }
      var kept = message
      kept.isRepeated = true
      unacknowledged.add(kept, request: request, limit: configuration.keptMessages)
      watch.sent(message.id, at: moment.monotonic)
    }
    waiting = []
    for packet in OutgoingPacket.split(messages) {
      seal(packet, at: moment)
    }
  }

  private mutating func fresh(
    _ body: [UInt8], isContent: Bool, _ kind: MessageIDGenerator.Kind, at moment: Moment
  ) -> OutgoingMessage {
    OutgoingMessage(
      id: ids.next(kind, at: moment.unix), sequenceNumber: sequence.next(isContent: isContent),
      body: body)
  }

  private mutating func seal(_ packet: OutgoingPacket, at moment: Moment) {
    var message = packet.messages[0]
    if packet.needsContainer {
      message = fresh(packet.containerBody, isContent: false, .serverNotice, at: moment)
    }
    let envelope = EnvelopeMessage(
      salt: salt, sessionID: sessionID, messageID: message.id,
      sequenceNumber: message.sequenceNumber, body: message.body)
    actions.append(.send(Envelope.seal(envelope, with: key, from: .server, random: random)))
  }
}
