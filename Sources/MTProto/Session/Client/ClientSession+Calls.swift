internal import Cryptography
internal import TL
internal import TelegramSchema

// How calls end, and how they are sent again.
extension ClientSession {
  /// A refusal of the message itself is taken this often.
  static let maximumRefusals = 3
  /// New ids for one call, for whatever reasons.
  private static let maximumResends = 12

  mutating func finish(_ result: MT.RpcResult) {
    isEstablished = true
    guard let id = owners[result.reqMsgId], let call = calls[id] else {
      // Cancelled meanwhile, or the answer to a notice of ours.
      if case .bind? = sent.take(result.reqMsgId) { settleBinding(result) }
      return
    }
    var budget = SessionLimits.unpackedSize
    guard let body = Gzip.stripped(result.result.bytes, budget: &budget) else {
      return fail(id, SessionError(code: .malformedAnswer))
    }
    guard let error = try? MT.RpcError(bytes: body) else {
      forget(call)
      if call.isIntroducing { isIntroduced = true }
      return actions.append(.answer(id, .success(body)))
    }
    guard !rebind(for: call, after: error) else { return }
    forget(call)
    let failure = RPCError(code: error.errorCode, text: error.errorMessage)
    actions.append(.answer(id, .failure(.rpc(failure))))
  }

  mutating func acknowledge(_ messageID: Int64) {
    isEstablished = true
    if let id = owners[messageID] {
      if calls[id]?.messageID == messageID, calls[id]?.phase == .sent {
        calls[id]?.phase = .acknowledged
      }
    } else {
      for child in sent.children(of: messageID) ?? [] where owners[child] != nil {
        acknowledge(child)
      }
    }
  }

  mutating func forget(_ call: PendingCall) {
    calls[call.id] = nil
    for id in call.allIDs { owners[id] = nil }
  }

  private mutating func fail(_ id: CallID, _ error: SessionError) {
    if let call = calls[id] { forget(call) }
    actions.append(.answer(id, .failure(.session(error))))
  }

  /// Whether we sent a message with this id that may still matter.
  func isKnown(_ messageID: Int64) -> Bool {
    owners[messageID] != nil || sent.isKnown(messageID)
  }

  /// Whether it waits for its answer under this very id, or holds something that does. A refusal of
  /// anything else is stale: it must not move clock, salt or session.
  func isOpen(_ messageID: Int64) -> Bool {
    if let children = sent.children(of: messageID) { return children.contains(where: isOpen) }
    guard let id = owners[messageID], let call = calls[id] else { return sent.isKnown(messageID) }
    return call.messageID == messageID && call.phase != .waiting
  }

  /// Sends the message, or every message of the container, again under a new id.
  mutating func resend(_ messageID: Int64, refusal: Int32? = nil, alone: Bool = false) {
    if let children = sent.children(of: messageID) {
      for child in children { resend(child, refusal: refusal, alone: alone) }
      return
    }
    guard let id = owners[messageID] else { return resendNotice(messageID) }
    // An older id of a call that has long gone out under a new one.
    guard var call = calls[id], call.messageID == messageID, call.phase != .waiting else { return }
    call.resends += 1
    if let refusal {
      call.refusals += 1
      if call.refusals >= Self.maximumRefusals {
        return fail(id, SessionError(code: .refused(refusal)))
      }
    }
    if call.resends > Self.maximumResends {
      return fail(id, SessionError(code: .refused(refusal ?? 48)))
    }
    call.phase = .waiting
    call.isAlone = call.isAlone || alone
    calls[id] = call
  }

  private mutating func resendNotice(_ messageID: Int64) {
    switch sent.take(messageID) {
    case .acks(let ids)?: notices.append(.acks(ids))
    case .ping?: health.pingRefused()
    case .stateRequest(let ids)?: notices.append(.stateRequest(ids))
    case .request(let body)?: notices.append(.request(body))
    case .saltRequest?: notices.append(.saltRequest)
    case .bind?: requestBinding()
    case .reply?, nil: break
    }
  }

  /// bad_msg_notification (core.telegram.org/mtproto/service_messages_about_messages).
  mutating func refused(_ messageID: Int64, code: Int32, by notice: Int64, at moment: Moment) {
    guard isOpen(messageID) else { return }
    switch code {
    case 16, 17:
      if freshness.clock.admits(notice) {
        synchronise(serverTime: MessageID.time(of: notice), at: moment)
        let lead = MessageID.time(of: ids.last) - clock.now(moment)
        if code == 17, lead > SessionLimits.idsAhead {
          ids.reset()
          // Ids only rise within a session. Lower ones may follow where those that were too high were
          // never taken; if the server has taken any, its own clock went back.
          if isEstablished {
            isSessionBroken = true
            return
          }
        }
      } else if freshness.clock.overtaken >= Self.maximumRefusals {
        loseClock()
      }
      resend(messageID)
    case 32, 33:
      // At the end of the packet: its other messages still belong to the old session.
      isSessionBroken = true
    case 64:
      resend(messageID, refusal: code, alone: true)
    default:
      resend(messageID, refusal: code)
    }
  }

  /// The numbering is beyond repair: a session with a new id, into which all open calls move.
  mutating func beginNewSession() {
    isSessionBroken = false
    sessionID = random.int64()
    sequence = SequenceCounter()
    received.removeAll()
    acks.removeAll()
    notices.removeAll()
    sent.removeAll()
    health.pingRefused()
    freshness = NoticeOrder()
    isIntroduced = false
    isEstablished = false
    if binding?.isOwn == true {
      // The proof names the session.
      binding?.state = .needed
      requestBinding()
    }
    for call in calls.values {
      if let id = call.messageID { resend(id) }
    }
    // Their ids mean nothing any more, and may be given again.
    owners = [:]
    for id in calls.keys {
      calls[id]?.messageID = nil
      calls[id]?.packetID = nil
      calls[id]?.allIDs = []
    }
  }

  /// After a cut: what is young enough goes out as it was, of the rest the server is asked.
  mutating func repeatUnanswered(at moment: Moment) {
    let oldest = moment.monotonic - configuration.repeatWithin
    var doubtful: [Int64] = []
    for (id, call) in calls {
      guard let messageID = call.messageID, call.phase == .sent || call.phase == .acknowledged
      else { continue }
      if call.phase == .sent, call.sentAt >= oldest {
        calls[id]?.phase = .repeating
      } else {
        doubtful.append(messageID)
      }
    }
    ask(for: doubtful)
  }

  /// On a living connection: asks for messages that have been met with silence, whether they or their
  /// answers were lost.
  mutating func askForUnconfirmed(at moment: Moment) {
    let latest = moment.monotonic - configuration.doubtAfter
    ask(
      for: calls.values.filter { $0.phase == .sent || $0.phase == .acknowledged }
        .filter { $0.sentAt < latest }.compactMap(\.messageID))
  }

  private mutating func ask(for messageIDs: [Int64]) {
    let sorted = messageIDs.sorted()
    for start in stride(from: 0, to: sorted.count, by: SessionLimits.ackCount) {
      let end = min(start + SessionLimits.ackCount, sorted.count)
      notices.append(.stateRequest(Array(sorted[start..<end])))
    }
  }

  mutating func learn(_ states: [UInt8], of messageIDs: [Int64]) {
    guard states.count == messageIDs.count else { return }
    var answered: [Int64] = []
    for (id, byte) in zip(messageIDs, states) {
      switch MessageState(byte: byte) {
      case .received?:
        acknowledge(id)
        // We asked because the answer has not come; if there is one, it was lost.
        if byte & MessageState.isAnswered != 0, isOpen(id) { answered.append(id) }
      case .forgotten?, .notReceived?, .notYet?: resend(id)
      case nil: break
      }
    }
    guard !answered.isEmpty else { return }
    notices.append(.request(MT.MsgResendReq.msgResendAnsReq(.init(msgIds: answered)).encoded()))
  }

  /// What the server says by itself may have been overtaken by what we sent since: it is believed
  /// where it is good, and asked about where it is not.
  mutating func learn(unasked states: [UInt8], of messageIDs: [Int64]) {
    guard states.count == messageIDs.count else { return }
    var doubtful: [Int64] = []
    for (id, byte) in zip(messageIDs, states) where isOpen(id) {
      if MessageState(byte: byte) == .received { acknowledge(id) } else { doubtful.append(id) }
    }
    ask(for: doubtful)
  }

  mutating func repeatOnRequest(_ messageIDs: [Int64], id: Int64) {
    guard messageIDs.count <= SessionLimits.ackCount else { return }
    for messageID in messageIDs {
      guard let owner = owners[messageID], calls[owner]?.messageID == messageID,
        calls[owner]?.phase != .waiting
      else { continue }
      calls[owner]?.phase = .repeating
    }
    // Of those that we no longer have, the server learns that we do not.
    let states = messageIDs.map { owners[$0] == nil ? UInt8(1) : 4 }
    notices.append(.reply(MT.MsgsStateInfo(reqMsgId: id, info: states).encoded()))
  }
}
