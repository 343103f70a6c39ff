internal import TelegramSchema

// What is believed of the server's time
// (core.telegram.org/mtproto/security_guidelines#checking-msg-id).
extension ClientSession {
  /// Packets in a row from impossible times until the clocks are compared anew.
  private static let maximumImpossibleTimes = 8
  /// What two clocks may differ by before it is worth storing.
  private static let noticeable = Duration.seconds(5)

  /// Whether a packet from this time may be taken.
  ///
  /// What speaks of a message of our own is how the server's time is found out. Nobody could have said it
  /// before we sent that message; anything else may be old, or from a clock that is wrong. So an unknown
  /// clock follows such packets alone, and a known one is corrected by refusals of what is still open.
  mutating func isTimely(_ id: Int64, _ items: [IncomingItem], at moment: Moment) -> Bool {
    let time = MessageID.time(of: id)
    if !clock.isSynchronised, items.contains(where: speaksOfOurs) {
      synchronise(serverTime: time, at: moment)
    }
    let ahead = time - clock.now(moment)
    if ahead <= SessionLimits.idsAhead, ahead >= .zero - SessionLimits.idsBehind {
      impossibleTimes = 0
      return true
    }
    guard clock.isSynchronised else { return false }
    if items.contains(where: refusesOpenMessage) {
      impossibleTimes = 0
      return true
    }
    impossibleTimes += 1
    // The machine slept, or its clocks broke: not the server's fault every time.
    if impossibleTimes >= Self.maximumImpossibleTimes { loseClock() }
    return false
  }

  mutating func synchronise(serverTime: Duration, at moment: Moment) {
    let before = clock.now(moment)
    clock.synchronise(serverTime: serverTime, at: moment)
    let change = clock.now(moment) - before
    if max(change, .zero - change) > Self.noticeable { actions.append(.clockChanged) }
  }

  /// Nothing that was known of the server's time is believed any more.
  mutating func loseClock() {
    clock.forget()
    freshness = NoticeOrder()
    impossibleTimes = 0
    close(.clockLost)
  }

  private func refusesOpenMessage(_ item: IncomingItem) -> Bool {
    switch item.serviceMessage {
    case .badMessage(let id, _)?, .badSalt(let id, _)?: isOpen(id)
    default: false
    }
  }

  private func speaksOfOurs(_ item: IncomingItem) -> Bool {
    switch item.serviceMessage {
    case .result(let result)?: isKnown(result.reqMsgId)
    case .badMessage(let id, _)?, .badSalt(let id, _)?: isOpen(id)
    case .newSession(let session)?: isKnown(session.firstMsgId)
    case .pong(let pong)?: isKnown(pong.msgId)
    case .acks(let ids)?: ids.contains(where: isKnown)
    case .stateInfo(let request, _)?: isKnown(request)
    case .futureSalts(let answer)?: isKnown(answer.reqMsgId)
    case .detailedInfo(let request, _)?: request.map(isKnown) ?? false
    default: false
    }
  }
}

extension IncomingItem {
  /// Nil for all that does not concern the session, and what makes no sense.
  fileprivate var serviceMessage: ServiceMessage? {
    guard case .message(let message) = self else { return nil }
    return try? ServiceMessage(message.body)
  }
}
