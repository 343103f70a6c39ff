internal import TL
internal import TelegramSchema

extension ServerSession {
  mutating func dispatch(
    _ service: ServiceMessage, of message: IncomingMessage, at moment: Moment
  ) {
    switch service {
    case .acks(let ids):
      acknowledge(ids, in: message.id)
    case .ping(let id, let delay):
      reply(MT.Pong(msgId: message.id, pingId: id), isContent: false)
      acks.remove(message.id)
      guard let delay else { break }
      disconnectAt = moment.monotonic + .seconds(Int64(max(0, delay)))
    case .getFutureSalts(let count):
      if !(1...64).contains(count) {
        report.note(
          Breach(.saltCount, messageID: message.id, detail: "It asked for \(count)."))
      }
      reply(salts(count, for: message.id, now: moment.unix), isContent: true)
      acks.remove(message.id)
    case .stateRequest(let ids):
      let states = states(of: ids)
      reply(MT.MsgsStateInfo(reqMsgId: message.id, info: states), isContent: false)
      acks.remove(message.id)
    case .resendRequest(let ids):
      for id in ids {
        if let old = unacknowledged.message(id) { waiting.append(.again(old)) }
      }
    case .resendAnswers(let ids):
      for id in ids {
        if let answer = unacknowledged.answer(to: id) { waiting.append(.again(answer)) }
      }
    case .dropAnswer(let id):
      drop(id, request: message.id)
    case .destroySession(let id):
      let answer =
        id == sessionID
        ? MT.DestroySessionRes.destroySessionNone(.init(sessionId: id))
        : .destroySessionOk(.init(sessionId: id))
      reply(answer, isContent: true)
      if id != sessionID { actions.append(.destroySession(id)) }
    case .result, .badMessage, .badSalt, .newSession, .pong, .futureSalts, .destroyedSession:
      report.note(Breach(.serversMessage, messageID: message.id))
    case .stateInfo, .allInfo, .detailedInfo, .httpWait:
      // Information that nothing here depends on.
      break
    }
  }

  private mutating func acknowledge(_ acknowledged: [Int64], in messageID: Int64) {
    if acknowledged.count > SessionLimits.ackCount {
      report.note(
        Breach(.ackCount, messageID: messageID, detail: "It names \(acknowledged.count)."))
    }
    for id in acknowledged.prefix(SessionLimits.ackCount) {
      if id & 1 == 0 {
        report.note(Breach(.ackOwn, messageID: messageID, detail: "It names \(id)."))
      } else if id > max(ids.last | 3, opening) {
        report.note(Breach(.ackUnknown, messageID: messageID, detail: "It names \(id)."))
      }
      watch.acknowledged(id)
      unacknowledged.remove(id)
    }
  }

  private func states(of ids: [Int64]) -> [UInt8] {
    zip(ids, MessageState.of(ids, in: conduct.received)).map { id, state in
      guard state == MessageState.received.rawValue, progress.isKnown(id) else { return state }
      let isAnswered = unacknowledged.answer(to: id) != nil
      return state | MessageState.isProcessed | (isAnswered ? MessageState.isAnswered : 0)
    }
  }

  private mutating func drop(_ id: Int64, request: Int64) {
    let answer: MT.RpcDropAnswer
    if progress.isOpen(id) {
      progress.close(id)
      actions.append(.dropped(messageID: id))
      answer = .rpcAnswerDroppedRunning
    } else if let old = unacknowledged.answer(to: id) {
      unacknowledged.remove(old.id)
      answer = .rpcAnswerDropped(
        .init(msgId: old.id, seqNo: old.sequenceNumber, bytes: Int32(old.body.count)))
    } else {
      answer = .rpcAnswerUnknown
    }
    progress.open(request)
    self.answer(request, with: answer.encoded())
  }

  private func salts(_ count: Int32, for request: Int64, now: Duration) -> MT.FutureSalts {
    func seconds(_ time: Duration) -> Int32 { Int32(truncatingIfNeeded: time.components.seconds) }
    let salts = futureSalts.prefix(Int(max(1, min(count, 64)))).map {
      MT.FutureSalt(
        validSince: seconds($0.validSince), validUntil: seconds($0.validUntil), salt: $0.salt)
    }
    return MT.FutureSalts(reqMsgId: request, now: seconds(now), salts: salts)
  }

  private mutating func reply(_ answer: some TLEncodable, isContent: Bool) {
    waiting.append(
      .fresh(body: answer.encoded(), isContent: isContent, kind: .serverAnswer, request: nil))
  }
}
