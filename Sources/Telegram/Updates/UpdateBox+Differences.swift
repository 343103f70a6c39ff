package import Model

extension UpdateBox {
  /// Takes the answer to ``DifferenceRequest/state``.
  package mutating func receive(state: UpdatePosition, at now: Timestamp) -> Outcome {
    var outcome = Outcome()
    noteHeard(at: now)
    hasState = true
    date = max(date, state.date)
    account.answered(isFinal: true)
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
    noteHeard(at: now)
    switch difference {
    case .empty(let date, let seq):
      self.date = max(self.date, date)
      account.answered(isFinal: true)
      settle(pts: pts.position, qts: qts.position, seq: seq, &outcome)
    case .updates(let entries, let state, let isFinal):
      account.answered(isFinal: isFinal)
      deliver(entries, ofChannel: nil, at: now, &outcome)
      date = max(date, state.date)
      if isFinal {
        settle(pts: state.pts, qts: state.qts, seq: state.seq, &outcome)
      } else {
        // What waits belongs behind the last slice, so the lines move without it.
        pts.advance(to: state.pts)
        qts.advance(to: state.qts)
      }
    case .tooLong(let pts):
      outcome.items.append(.gap(.account))
      account.answered(isFinal: false)
      self.pts.advance(to: pts)
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
    switch difference {
    case .empty(let pts, let isFinal):
      channel.phase.answered(isFinal: isFinal)
      reached = pts
    case .updates(let entries, let pts, let isFinal):
      deliver(entries, ofChannel: id, at: now, &outcome)
      channel.phase.answered(isFinal: isFinal)
      reached = pts
    case .tooLong(let entries, let pts, let isFinal):
      outcome.items.append(.gap(.channel(id)))
      deliver(entries, ofChannel: id, at: now, &outcome)
      channel.phase.answered(isFinal: isFinal)
      reached = pts
    }
    if channel.phase.holdsBack {
      channel.line.advance(to: reached)
    } else {
      outcome.add(channel.line.move(to: reached))
      if channel.line.hasDropped { channel.phase.want() }
      channel.line.forgetDropped()
      if channel.line.hasPending { channel.phase.noticeHole(at: now) }
    }
    put(channel, id)
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
      guard !account.failed(usable: isUsable, at: now) else { break }
      outcome.items.append(.gap(.account))
      outcome.add(pts.skipHoles() + qts.skipHoles() + seq.skipHoles())
    case .channel(let id, _):
      guard var channel = channels[id] else { break }
      if failure == .gone {
        put(nil, id)
        break
      }
      if !channel.phase.failed(usable: failure != .unusable, at: now) {
        outcome.items.append(.gap(.channel(id)))
        outcome.add(channel.line.skipHoles())
      }
      put(channel, id)
    }
    finish(&outcome)
    return outcome
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
      case .channel(let id, _, _) where id != covered:
        outcome.add(take(entry, at: now))
      case .common where covered != nil, .secondary where covered != nil:
        outcome.add(take(entry, at: now))
      case .none, .common, .secondary, .channel:
        if let payload = entry.payload { outcome.add([payload]) }
      }
    }
  }
}
