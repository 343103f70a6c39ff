internal import Cryptography
internal import TL
internal import TelegramSchema

extension ClientSession {
  /// What is to be done now, in order. Sends everything that waits in as few packets as possible.
  package mutating func poll(at moment: Moment) -> [Action] {
    if isConnected { checkHealth(at: moment) }
    if isConnected { send(at: moment) }
    defer { actions.removeAll() }
    return actions
  }

  private mutating func checkHealth(at moment: Moment) {
    let now = moment.monotonic
    if let death = health.deathDue(configuration), now >= death {
      return close(.silentPeer)
    }
    if now >= health.pingDue(configuration) {
      let id = random.int64()
      notices.append(.ping(id))
      health.pinged(id, at: now)
    }
    if now >= lastDoubt + configuration.doubtAfter {
      lastDoubt = now
      askForUnconfirmed(at: moment)
    }
    let isOld = saltsRequested.map { now >= $0 + configuration.saltInterval } ?? true
    if isOld, !salts.hasFuture, received.greatest != nil, isBound {
      saltsRequested = now
      notices.append(.saltRequest)
    }
    if case .requested(let since)? = binding?.state, now >= since + configuration.doubtAfter {
      requestBinding()
    }
  }

  mutating func close(_ reason: CloseReason) {
    isConnected = false
    actions.append(.close(reason))
  }

  private mutating func send(at moment: Moment) {
    let serverTime = clock.now(moment)
    let waiting = calls.values.filter {
      isBound && ($0.phase == .repeating || $0.phase == .waiting && !isHolding)
    }
    let acksAreDue = acks.deadline.map { moment.monotonic >= $0 } ?? false
    guard !waiting.isEmpty || !notices.isEmpty || acksAreDue else { return }

    // What is repeated has lower ids than all that is new.
    var messages: [OutgoingMessage] = []
    for call in waiting.filter({ $0.phase == .repeating }).sorted(by: { $0.id < $1.id }) {
      messages.append(repeated(call))
    }
    for notice in acks.take().map(Notice.acks) + notices {
      messages.append(message(for: notice, at: serverTime, now: moment.monotonic))
    }
    notices = []
    for call in waiting.filter({ $0.phase == .waiting }).sorted(by: { $0.id < $1.id }) {
      messages.append(message(for: call.id, at: serverTime, now: moment.monotonic))
    }
    let salt = salts.salt(at: serverTime)
    announceSalt()
    for packet in OutgoingPacket.split(messages) {
      seal(packet, salt: salt, at: serverTime)
    }
  }

  private mutating func repeated(_ call: PendingCall) -> OutgoingMessage {
    calls[call.id]?.phase = .sent
    return OutgoingMessage(
      id: call.messageID ?? 0, sequenceNumber: call.sequenceNumber, body: call.sentBody,
      isRepeated: true)
  }

  private mutating func message(
    for notice: Notice, at serverTime: Duration, now: Duration
  ) -> OutgoingMessage {
    let id = ids.next(.client, at: serverTime)
    let body =
      switch notice {
      case .acks(let ids): MT.MsgsAck(msgIds: ids).encoded()
      case .ping(let id):
        MT.Methods.PingDelayDisconnect(
          pingId: id, disconnectDelay: configuration.disconnectDelay
        ).encoded()
      case .stateRequest(let ids): MT.MsgsStateReq(msgIds: ids).encoded()
      case .reply(let body), .request(let body): body
      case .saltRequest: MT.Methods.GetFutureSalts(num: 16).encoded()
      case .bind: bindingRequest(id: id, now: now)
      }
    sent.add(notice, id: id)
    return OutgoingMessage(
      id: id, sequenceNumber: sequence.next(isContent: notice.isContent), body: body)
  }

  private mutating func bindingRequest(id: Int64, now: Duration) -> [UInt8] {
    binding?.state = .requested(now)
    return binding?.request(for: key, sessionID: sessionID, messageID: id, random: random) ?? []
  }

  private mutating func message(
    for id: CallID, at serverTime: Duration, now: Duration
  ) -> OutgoingMessage {
    guard var call = calls[id] else {
      return OutgoingMessage(id: 0, sequenceNumber: 0, body: [])
    }
    let messageID = ids.next(.client, at: serverTime)
    call.messageID = messageID
    call.sentAt = now
    call.allIDs.append(messageID)
    call.sequenceNumber = sequence.next(isContent: true)
    call.phase = .sent
    call.wasSent = true
    call.isIntroducing = !isIntroduced && !introduction.isEmpty
    let body = call.isIntroducing ? introduction + call.body : call.body
    // A predecessor has a lower number, so it has its id by now.
    let predecessor = call.predecessor.flatMap { calls[$0]?.messageID }
    call.sentBody = Gzip.packed(Self.wrapped(body, after: predecessor))
    calls[id] = call
    owners[messageID] = id
    return OutgoingMessage(
      id: messageID, sequenceNumber: call.sequenceNumber, body: call.sentBody,
      isAlone: call.isAlone)
  }

  /// `invokeAfterMsg#cb9f372d msg_id:long query:!X`.
  private static func wrapped(_ body: [UInt8], after messageID: Int64?) -> [UInt8] {
    guard let messageID else { return body }
    var writer = TLWriter(capacity: body.count + 12)
    writer.constructor(0xcb9f_372d)
    writer.long(messageID)
    writer.raw(body)
    return writer.bytes
  }

  private mutating func seal(_ packet: OutgoingPacket, salt: Int64, at serverTime: Duration) {
    var id: Int64
    var number: Int32
    var body: [UInt8]
    if packet.needsContainer {
      id = ids.next(.client, at: serverTime)
      number = sequence.next(isContent: false)
      body = packet.containerBody
      sent.add(container: id, children: packet.messages.map(\.id))
    } else {
      (id, number, body) = (
        packet.messages[0].id, packet.messages[0].sequenceNumber, packet.messages[0].body
      )
    }
    for message in packet.messages {
      if let call = owners[message.id] { calls[call]?.packetID = id }
    }
    let envelope = EnvelopeMessage(
      salt: salt, sessionID: sessionID, messageID: id, sequenceNumber: number, body: body)
    actions.append(.send(Envelope.seal(envelope, with: key, from: .client, random: random)))
  }

  mutating func announceSalt() {
    guard salts.current != announcedSalt else { return }
    announcedSalt = salts.current
    actions.append(.saltChanged(announcedSalt))
  }
}
