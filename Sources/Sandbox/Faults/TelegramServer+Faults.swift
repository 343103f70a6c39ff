import MTProto

/// Faults, by name.
extension TelegramServer {
  /// From now on the server does this wrong.
  @discardableResult
  package func add(_ fault: Fault) -> FaultID {
    let id = faults.add(fault)
    if fault.kind.occasion == .standing { clockMoved() }
    return id
  }

  /// Takes a fault back.
  ///
  /// - Returns: false if it was gone already.
  @discardableResult
  package func remove(_ id: FaultID) -> Bool {
    let skew = faults.clockSkew
    defer { if faults.clockSkew != skew { clockMoved() } }
    return faults.remove(id)
  }

  /// Takes all faults back; what they hold back stays held.
  package func clearFaults() {
    let skew = faults.clockSkew
    faults.clear()
    if skew != .zero { clockMoved() }
  }

  /// The faults in force, in the order in which they were added.
  package func activeFaults() -> [ActiveFault] { faults.active }

  /// Strikes from now on, in their order.
  package nonisolated func faultStrikes() -> AsyncStream<FaultStrike> { strikeStreams.listen() }

  /// The next `times` calls of a method (`messages.sendMessage`) fail in this way.
  package func plan(_ kind: FaultKind, for method: String, times: Int = 1) {
    add(Fault(kind, method: method, times: times))
  }

  /// Sends the answers and updates that were held back without a time.
  package func releaseAnswers() {
    let answers = held
    held.removeAll()
    for answer in answers { release(.answer(answer)) }
    for key in detained.keys { releaseUpdates(of: key) }
  }

  // MARK: Inside

  /// The server's time, wrong if a fault says so.
  func moment() -> Moment {
    var moment = configuration.moment()
    moment.unix += faults.clockSkew
    return moment
  }

  func strike(
    _ occasion: FaultKind.Occasion, method: String? = nil, in key: SessionKey? = nil
  ) -> FaultKind? {
    guard faults.concerns(occasion) else { return nil }
    let account = key.flatMap { gateway.authorizations[gateway.owner(of: $0)] }
    guard let strike = faults.take(occasion, method: method, account: account) else { return nil }
    strikeStreams.send(strike)
    return strike.kind
  }

  private func clockMoved() {
    clockMovedAt = configuration.moment().monotonic
    toldOfClock = [:]
    for key in sessions.keys { sessions[key]?.session.clockMoved() }
  }

  /// What a client cannot know at once when the server's clock has jumped: what it sent by its old time may
  /// still come, and until it is sent something it has no other. What it received by that time it
  /// acknowledges later.
  func excusedRules(of key: SessionKey) -> Set<ConductRule> {
    let now = configuration.moment().monotonic
    let isFresh = forgottenAt.map { now - $0 < .seconds(1) } ?? false
    guard let clockMovedAt else { return isFresh ? [.ackUnknown] : [] }
    let told = toldOfClock[gateway.owner(of: key)]
    guard now - max(told ?? now, clockMovedAt) < SessionLimits.idsBehind else {
      return isFresh ? [.ackUnknown] : []
    }
    return [.idTooOld, .idTooNew, .numberTooLow, .numberTooHigh, .ackUnknown]
  }

  /// Something was sent to a client.
  func noteTold(_ key: SessionKey) {
    guard clockMovedAt != nil else { return }
    let owner = gateway.owner(of: key)
    if toldOfClock[owner] == nil { toldOfClock[owner] = configuration.moment().monotonic }
  }
}
