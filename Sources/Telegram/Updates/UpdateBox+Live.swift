package import Model

extension UpdateBox {
  /// Takes updates as they arrive: pushed by the server, or in the answer to a call.
  package mutating func receive(
    _ container: UpdateContainer<Payload>, at now: Timestamp
  ) -> Outcome {
    var outcome = Outcome()
    // updateMessageID has no number and speaks of the message that follows it, so these come first.
    outcome.add(order(container.unnumbered, by: container))
    for entry in container.entries {
      if case .none = entry.order { continue }
      noteUnknownChannel(of: entry)
      outcome.add(take(entry, at: now))
    }
    if container.seq > 0, !account.holdsBack, seq.position == container.seq {
      date = max(date, container.date)
    }
    noteHoles(at: now)
    finish(&outcome)
    return outcome
  }

  /// While the account's difference is awaited, a channel never seen before may have been written in that
  /// it will tell of. What comes now is not the first then.
  private mutating func noteUnknownChannel(of entry: UpdateEntry<Payload>) {
    switch entry.order {
    case .channel(let id, let pts, _), .channelMark(let id, let pts):
      guard hasState, account.holdsBack, channels[id] == nil else { return }
      requireDifference(ofChannel: id, pts: pts, since: date)
    case .none, .common, .secondary: return
    }
  }

  /// What has no pts or qts of its own follows the container's seq.
  private mutating func order(
    _ payloads: [Payload], by container: UpdateContainer<Payload>
  ) -> [Payload] {
    guard container.seq > 0 else { return payloads }
    let first = container.firstSeq > 0 ? container.firstSeq : container.seq
    let step = UpdateLine<Payload>.Step(start: first - 1, end: container.seq, payloads: payloads)
    guard !account.holdsBack || !hasState else {
      seq.keep(step)
      return []
    }
    return seq.offer(step)
  }

  /// Puts one numbered update on its line.
  mutating func take(_ entry: Entry, at now: Timestamp) -> [Payload] {
    let payloads = entry.payload.map { [$0] } ?? []
    switch entry.order {
    case .none:
      return payloads
    case .common(let end, let count):
      let step = UpdateLine<Payload>.Step(start: end &- count, end: end, payloads: payloads)
      // Without a state nothing can be said to come first: what arrives is delivered.
      if account.holdsBack, hasState {
        pts.keep(step)
        return []
      }
      return pts.offer(step)
    case .secondary(let end):
      let step = UpdateLine<Payload>.Step(start: end &- 1, end: end, payloads: payloads)
      if account.holdsBack, hasState {
        qts.keep(step)
        return []
      }
      return qts.offer(step)
    case .channel(let id, let end, let count):
      let step = UpdateLine<Payload>.Step(start: end &- count, end: end, payloads: payloads)
      return take(step, ofChannel: id, at: now)
    case .channelMark(let id, let pts):
      // The number may show a hole; what it came with waits for nothing.
      let step = UpdateLine<Payload>.Step(start: pts, end: pts, payloads: [])
      return payloads + take(step, ofChannel: id, at: now)
    }
  }

  private mutating func take(
    _ step: UpdateLine<Payload>.Step, ofChannel id: Int64, at now: Timestamp
  ) -> [Payload] {
    var channel = channels[id] ?? Channel(line: UpdateLine())
    defer { put(channel, id) }
    let mayKeep = pendingInChannels < Self.maximumPending
    guard !channel.phase.holdsBack else {
      channel.line.keep(step, mayKeep: mayKeep)
      return []
    }
    let payloads = channel.line.offer(step, mayKeep: mayKeep)
    if channel.line.hasDropped {
      channel.phase.want()
    } else if channel.line.hasPending {
      channel.phase.noticeHole(at: now)
    } else {
      channel.phase.noticeFilled()
      channel.date = max(channel.date, date)
    }
    return payloads
  }
}

extension UpdateContainer {
  fileprivate var unnumbered: [Payload] {
    entries.compactMap { entry in
      if case .none = entry.order { entry.payload } else { nil }
    }
  }
}
