package import Model

extension UpdateBox {
  /// Takes the answer to ``DifferenceRequest/state``.
  package mutating func receive(state: UpdatePosition, at now: Timestamp) -> Outcome {
    var outcome = Outcome()
    noteCompared(at: now)
    hasState = true
    date = max(date, state.date)
    account.answered(isFinal: true, at: now)
    // What was delivered while the state was on its way counts as the start; what lies between is
    // asked for.
    if let reached = pts.position, reached < state.pts { account.want() }
    if pts.position == nil { outcome.add(pts.move(to: state.pts)) }
    if qts.position == nil { outcome.add(qts.move(to: state.qts)) }
    outcome.add(seq.move(to: max(seq.position ?? 0, state.seq)))
    noteHoles(at: now)
    finish(&outcome)
    return outcome
  }

  package mutating func receive(
    _ difference: AccountDifference<Payload>, at now: Timestamp
  ) -> Outcome {
    var outcome = Outcome()
    noteCompared(at: now)
    if case .tooLong = difference { tooLongInRow += 1 } else { tooLongInRow = 0 }
    switch difference {
    case .empty(let date, let seq):
      self.date = max(self.date, date)
      account.answered(isFinal: true, at: now)
      settle(pts: pts.position, qts: qts.position, seq: seq, &outcome)
    case .updates(let entries, let state, let isFinal):
      deliver(entries, ofChannel: nil, at: now, &outcome)
      if isFinal || isProgress(state) {
        account.answered(isFinal: isFinal, at: now)
      } else {
        stall(at: now, &outcome)
      }
      date = max(date, state.date)
      if isFinal {
        settle(pts: state.pts, qts: state.qts, seq: state.seq, &outcome)
      } else {
        // What waits belongs behind the last slice, so the lines move without it.
        pts.advance(to: max(state.pts, pts.position ?? 0))
        qts.advance(to: max(state.qts, qts.position ?? 0))
      }
    case .tooLong(let pts):
      outcome.items.append(.gap(.account))
      self.pts.advance(to: pts)
      if tooLongInRow == 1 {
        account.answered(isFinal: false, at: now)
      } else {
        stall(at: now, &outcome)
      }
    }
    noteHoles(at: now)
    finish(&outcome)
    return outcome
  }

  package mutating func receive(
    _ difference: ChannelDifference<Payload>, ofChannel id: Int64, at now: Timestamp
  ) -> Outcome {
    var outcome = Outcome()
    guard var channel = channels[id] else { return outcome }
    let reached: Int32
    let isLast: Bool
    switch difference {
    case .empty(let pts, let isFinal): (reached, isLast) = (pts, isFinal)
    case .updates(let entries, let pts, let isFinal):
      deliver(entries, ofChannel: id, at: now, &outcome)
      (reached, isLast) = (pts, isFinal)
    case .tooLong(let entries, let pts, let isFinal):
      deliver(entries, ofChannel: id, at: now, &outcome)
      outcome.items.append(.gap(.channel(id)))
      (reached, isLast) = (pts, isFinal)
    }
    if isLast || reached > channel.line.position ?? 0 {
      channel.phase.answered(isFinal: isLast, at: now)
    } else if !channel.phase.failed(usable: false, at: now) {
      channel.isBehind = false
      outcome.items.append(.gap(.channel(id)))
      outcome.add(channel.line.skipHoles())
      put(channel, id)
      finish(&outcome)
      return outcome
    }
    if isLast { channel.date = max(channel.date, date) }
    if isLast, !channel.phase.holdsBack { channel.isBehind = false }
    if channel.phase.holdsBack {
      channel.line.advance(to: reached)
    } else {
      outcome.add(channel.line.move(to: reached))
      if channel.line.hasDropped { channel.phase.want() }
      channel.line.forgetDropped()
      if channel.line.hasPending { channel.phase.noticeHole(at: now) }
    }
    put(channel, id)
    noteHoles(at: now)
    finish(&outcome)
    return outcome
  }

  /// Takes the news that a request was not answered.
  package mutating func fail(
    _ request: DifferenceRequest, because failure: DifferenceFailure, at now: Timestamp
  ) -> Outcome {
    var outcome = Outcome()
    switch request {
    case .state, .account:
      // Without a state there is nothing to go on with, so it is asked for until it comes.
      let isUsable = failure != .unusable || request == .state
      if !account.failed(usable: isUsable, at: now) { giveUp(&outcome) }
    case .channel(let id, _):
      guard var channel = channels[id] else { break }
      if failure == .gone {
        // What did arrive counts, even if nobody will say what came before it.
        if channel.line.hasPending { outcome.items.append(.gap(.channel(id))) }
        outcome.add(channel.line.skipHoles())
        put(nil, id)
        if channel.reportedBehind {
          outcome.positions.append(UpdatePosition(sequence: .channel(id), pts: 0))
        }
        break
      }
      if !channel.phase.failed(usable: failure != .unusable, at: now) {
        channel.isBehind = false
        outcome.items.append(.gap(.channel(id)))
        outcome.add(channel.line.skipHoles())
      }
      put(channel, id)
    }
    finish(&outcome)
    return outcome
  }

  /// How often in a row a request like this one has failed.
  package func failures(of request: DifferenceRequest) -> Int {
    switch request {
    case .state, .account: account.failures
    case .channel(let id, _): channels[id]?.phase.failures ?? 0
    }
  }

  /// Whether a slice brings the account on.
  private func isProgress(_ state: UpdatePosition) -> Bool {
    state.pts > pts.position ?? 0 || state.qts > qts.position ?? 0
  }

  /// An answer that leads nowhere: asked for again with pauses, and not for ever.
  private mutating func stall(at now: Timestamp, _ outcome: inout Outcome) {
    if !account.failed(usable: false, at: now) { giveUp(&outcome) }
  }

  private mutating func giveUp(_ outcome: inout Outcome) {
    outcome.items.append(.gap(.account))
    outcome.add(pts.skipHoles() + qts.skipHoles() + seq.skipHoles())
  }

  /// The account's difference is complete: moves the lines and delivers what waited.
  private mutating func settle(
    pts newPts: Int32?, qts newQts: Int32?, seq newSeq: Int32, _ outcome: inout Outcome
  ) {
    let dropped = pts.hasDropped || qts.hasDropped || seq.hasDropped
    if let newPts { outcome.add(pts.move(to: newPts)) }
    if let newQts { outcome.add(qts.move(to: newQts)) }
    outcome.add(seq.move(to: newSeq))
    pts.forgetDropped()
    qts.forgetDropped()
    seq.forgetDropped()
    if dropped { account.want() }
  }

  /// Updates out of a difference: those of the line that the difference covers are in order already;
  /// those of others take their place on their own lines.
  private mutating func deliver(
    _ entries: [Entry], ofChannel covered: Int64?, at now: Timestamp, _ outcome: inout Outcome
  ) {
    for entry in entries {
      switch entry.order {
      case .channel(let id, _, _) where id != covered, .channelMark(let id, _) where id != covered:
        outcome.add(take(entry, at: now))
      case .common where covered != nil, .secondary where covered != nil:
        outcome.add(take(entry, at: now))
      case .none, .common, .secondary, .channel, .channelMark:
        if let payload = entry.payload { outcome.add([payload]) }
      }
    }
  }
}
