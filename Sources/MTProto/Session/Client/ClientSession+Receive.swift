internal import TL
internal import TelegramSchema

extension ClientSession {
  /// Takes a packet from the server.
  package mutating func receive(_ packet: [UInt8], at moment: Moment) {
    let message: EnvelopeMessage
    do throws(EnvelopeError) {
      message = try Envelope.open(packet, with: key, from: .server)
    } catch {
      return close(.damagedPacket)
    }
    // Not ours, or not a server's: ignored without a sign (points 10 and 11 of the guidelines).
    guard message.sessionID == sessionID, message.messageID & 1 == 1 else { return }
    let outer = IncomingMessage(
      id: message.messageID, sequenceNumber: message.sequenceNumber, body: message.body)
    let items = MessageUnpacker.unpack(outer)
    guard isTimely(outer.id, items, at: moment) else { return }
    health.heard(at: moment.monotonic)
    for item in items {
      switch item {
      case .message(let message):
        accept(message, at: moment)
      case .container(let id, _, _):
        _ = received.insert(id)
      case .malformed(let id, let sequenceNumber):
        // Acknowledged, or the server would send it for ever. What was in it may have been an update.
        guard received.insert(id) else { continue }
        if sequenceNumber & 1 == 1 { acks.add(id, at: moment.monotonic) }
        actions.append(.updatesMayBeMissing)
      }
    }
    if isSessionBroken { beginNewSession() }
  }

  private mutating func accept(_ message: IncomingMessage, at moment: Moment) {
    guard message.id & 1 == 1 else { return }
    let isNew = received.insert(message.id)
    if message.isContent { acks.add(message.id, at: moment.monotonic) }
    guard isNew else { return }
    do throws(TLError) {
      guard let service = try ServiceMessage(message.body) else {
        actions.append(.update(message.body))
        return
      }
      dispatch(service, of: message, at: moment)
    } catch {
      // A damaged service message says nothing that could be acted upon.
      return
    }
  }

  private mutating func dispatch(
    _ service: ServiceMessage, of message: IncomingMessage, at moment: Moment
  ) {
    switch service {
    case .result(let result):
      finish(result)
    case .acks(let ids):
      for id in ids { acknowledge(id) }
    case .badMessage(let id, let code):
      refused(id, code: code, by: message.id, at: moment)
    case .badSalt(let id, let salt):
      guard isOpen(id) else { return }
      adopt(salt, from: message.id)
      if freshness.salt.overtaken >= Self.maximumRefusals { loseClock() }
      resend(id)
    case .newSession(let session):
      begin(session, by: message.id)
    case .pong(let pong):
      health.pong(pong.pingId)
      _ = sent.take(pong.msgId)
    case .stateRequest(let ids):
      answerStateRequest(ids, id: message.id)
    case .stateInfo(let request, let states):
      guard case .stateRequest(let ids)? = sent.take(request) else { return }
      learn(states, of: ids)
    case .allInfo(let ids, let states):
      learn(unasked: states, of: ids)
    case .detailedInfo(let request, let answer):
      learnOfAnswer(answer, to: request, at: moment)
    case .resendRequest(let ids), .resendAnswers(let ids):
      // We answer nothing, so only messages can be meant.
      repeatOnRequest(ids, id: message.id)
    case .futureSalts(let answer):
      learn(answer)
    case .destroyedSession, .ping, .getFutureSalts, .dropAnswer, .destroySession, .httpWait:
      // Answers that nobody waits for, and requests that only clients make.
      break
    }
  }

  private mutating func adopt(_ salt: Int64, from notice: Int64) {
    guard freshness.salt.admits(notice) else { return }
    if salts.adopt(salt) { saltsRequested = nil }
    announceSalt()
  }

  private mutating func begin(_ session: MT.NewSession, by notice: Int64) {
    guard !knownSessions.contains(session.uniqueId) else { return }
    knownSessions = knownSessions.suffix(15) + [session.uniqueId]
    // One that was overtaken by another tells of a session that is gone.
    guard freshness.session.admits(notice) else { return }
    adopt(session.serverSalt, from: notice)
    // Whoever has forgotten the session may have forgotten with it who calls.
    isIntroduced = false
    for call in calls.values where (call.packetID ?? .max) < session.firstMsgId {
      if let id = call.messageID { resend(id) }
    }
    actions.append(.updatesMayBeMissing)
  }

  private mutating func answerStateRequest(_ ids: [Int64], id: Int64) {
    guard ids.count <= SessionLimits.ackCount else { return }
    let states = MessageState.of(ids, in: received)
    notices.append(.reply(MT.MsgsStateInfo(reqMsgId: id, info: states).encoded()))
  }

  private mutating func learnOfAnswer(_ answer: Int64, to request: Int64?, at moment: Moment) {
    guard answer & 1 == 1 else { return }
    let isWanted = request.map { owners[$0] != nil } ?? true
    if received.contains(answer) || !isWanted {
      acks.add(answer, at: moment.monotonic)
    } else {
      notices.append(
        .request(MT.MsgResendReq.msgResendReq(.init(msgIds: [answer])).encoded()))
    }
  }

  private mutating func learn(_ answer: MT.FutureSalts) {
    guard case .saltRequest? = sent.take(answer.reqMsgId) else { return }
    salts.learn(
      answer.salts.map {
        FutureSalt(
          validSince: .seconds(Int64($0.validSince)), validUntil: .seconds(Int64($0.validUntil)),
          salt: $0.salt)
      })
  }
}
