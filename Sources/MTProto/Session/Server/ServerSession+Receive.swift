internal import Cryptography
internal import TL
internal import TelegramSchema

extension ServerSession {
  /// Takes a packet of this session, opened with `Envelope.open`.
  ///
  /// - Parameter judge: what becomes of each call that is new; all are taken without it.
  package mutating func receive(
    _ message: EnvelopeMessage, at moment: Moment, judge: (ServerCall) -> Admission = { _ in .take }
  ) {
    guard message.sessionID == sessionID else { return }
    if opening == 0 { opening = MessageID.first(at: moment.unix) }
    let outer = IncomingMessage(
      id: message.messageID, sequenceNumber: message.sequenceNumber, body: message.body)
    guard message.salt == currentSalt(at: moment.unix) else {
      return refuseSalt(outer)
    }
    let late = watch.overdue(at: moment.monotonic)
    let refusalsOfTime = self.refusalsOfTime
    defer { if refusalsOfTime == self.refusalsOfTime { noteMissing(late) } }
    let items = MessageUnpacker.unpack(outer)
    announce(items, outer: outer)
    var container: Int64?
    for item in items {
      switch item {
      case .container(let id, let number, let children):
        if container != nil { report.note(Breach(.containerNested, messageID: id)) }
        let holder = IncomingMessage(id: id, sequenceNumber: number, body: [])
        guard admit(container: holder, children: children, at: moment) else { return }
        if outer.body.count > SessionLimits.containerSize {
          report.note(
            Breach(.containerSize, messageID: id, detail: "It holds \(outer.body.count) bytes."))
        }
        container = id
      case .message(let message):
        admit(message, container: container, at: moment, judge)
      case .malformed(let id, _):
        report.note(Breach(.malformed, messageID: id))
        if container == nil { refuse(id, outer.sequenceNumber, code: 64) }
      }
    }
  }

  private mutating func noteMissing(_ acknowledgements: [Int64]) {
    for id in acknowledgements { report.note(Breach(.ackMissing, messageID: id)) }
  }

  /// The salt of this instant.
  private mutating func currentSalt(at now: Duration) -> Int64 {
    while let next = futureSalts.first, next.validSince <= now {
      salt = next.salt
      futureSalts.removeFirst()
    }
    return salt
  }

  private mutating func refuseSalt(_ message: IncomingMessage) {
    let body = MT.BadMsgNotification.badServerSalt(
      .init(
        badMsgId: message.id, badMsgSeqno: message.sequenceNumber, errorCode: 48,
        newServerSalt: salt))
    waiting.append(
      .fresh(body: body.encoded(), isContent: false, kind: .serverAnswer, request: nil))
  }

  private mutating func refuse(_ id: Int64, _ sequenceNumber: Int32, code: Int32) {
    if let rule = ConductRule(refusal: code) { report.note(Breach(rule, messageID: id)) }
    sayRefused(id, sequenceNumber, code: code)
  }

  private mutating func sayRefused(_ id: Int64, _ sequenceNumber: Int32, code: Int32) {
    if code == 16 || code == 17 {
      // By a wrong clock what was sent so far came from an impossible time, and was not to be believed
      // (core.telegram.org/mtproto/security_guidelines#checking-msg-id).
      refusalsOfTime += 1
      excuseAcknowledgements()
    }
    let body = MT.BadMsgNotification.badMsgNotification(
      .init(badMsgId: id, badMsgSeqno: sequenceNumber, errorCode: code))
    waiting.append(
      .fresh(body: body.encoded(), isContent: false, kind: .serverAnswer, request: nil))
  }

  /// The first packet with a right salt opens the session.
  private mutating func announce(_ items: [IncomingItem], outer: IncomingMessage) {
    guard !isAnnounced else { return }
    isAnnounced = true
    let first = items.reduce(outer.id) { least, item in
      if case .message(let message) = item { return min(least, message.id) }
      return least
    }
    let body = MT.NewSession(firstMsgId: first, uniqueId: random.int64(), serverSalt: salt)
    waiting.append(
      .fresh(body: body.encoded(), isContent: true, kind: .serverNotice, request: nil))
  }

  /// Sends an answer again, or where it is long tells of it, so that the client asks if it has to.
  private mutating func repeatAnswer(_ answer: OutgoingMessage, to request: Int64) {
    guard answer.body.count >= configuration.describedFrom else {
      return waiting.append(.again(answer))
    }
    let info = MT.MsgDetailedInfo.msgDetailedInfo(
      .init(
        msgId: request, answerMsgId: answer.id, bytes: Int32(clamping: answer.body.count), status: 0
      )
    )
    waiting.append(
      .fresh(body: info.encoded(), isContent: false, kind: .serverNotice, request: nil))
  }

  private mutating func admit(
    container: IncomingMessage, children: [Int64], at moment: Moment
  ) -> Bool {
    var judgement = conduct.judge(outer: container, isContainer: true, now: moment.unix)
    if judgement == .good {
      judgement = conduct.admit(container, mustBeContent: false)
    }
    if case .refused(let code) = judgement {
      refuse(container.id, container.sequenceNumber, code: code)
      return false
    }
    if children.count > SessionLimits.containerCount {
      report.note(
        Breach(
          .containerCount, messageID: container.id, detail: "It holds \(children.count)."))
    }
    return true
  }

  private mutating func admit(
    _ message: IncomingMessage, container: Int64?, at moment: Moment,
    _ judge: (ServerCall) -> Admission
  ) {
    var judgement =
      if let container {
        conduct.judge(child: message, container: container, now: moment.unix)
      } else {
        conduct.judge(outer: message, isContainer: false, now: moment.unix)
      }
    let service = try? ServiceMessage(message.body)
    if judgement == .good, service == nil {
      switch judge(ServerCall(messageID: message.id, body: message.body)) {
      case .take: break
      case .lose: return
      case .refuse(let code): return sayRefused(message.id, message.sequenceNumber, code: code)
      case .changeSalt:
        salt = random.int64()
        return refuseSalt(message)
      }
    }
    if judgement == .good {
      judgement = conduct.admit(message, mustBeContent: service.mustBeContent)
    }
    switch judgement {
    case .refused(let code):
      refuse(message.id, message.sequenceNumber, code: code)
    case .duplicate:
      if !conduct.isRepeat(message) { report.note(Breach(.idReused, messageID: message.id)) }
      if message.isContent { acks.add(message.id, at: moment.monotonic) }
      if let answer = unacknowledged.answer(to: message.id) { repeatAnswer(answer, to: message.id) }
    case .good:
      if message.isContent { acks.add(message.id, at: moment.monotonic) }
      if let service {
        dispatch(service, of: message, at: moment)
      } else {
        progress.open(message.id)
        actions.append(.call(ServerCall(messageID: message.id, body: message.body)))
      }
    }
  }
}

extension ServiceMessage? {
  /// Calls are content and acks are not; of the rest, clients have it either way.
  fileprivate var mustBeContent: Bool? {
    switch self {
    case nil: true
    case .acks?: false
    default: nil
    }
  }
}
