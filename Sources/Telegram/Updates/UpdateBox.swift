package import Model

/// Puts the account's updates in order, finds what is missing and says what to ask for.
///
/// No I/O and no clock: its driver hands in what arrives, with the time, carries out
/// ``takeRequests(at:)`` and comes back at ``deadline`` at the latest. What comes out is each update
/// once, in the server's order, with the positions to be stored together with it. Rules:
/// core.telegram.org/api/updates.
package struct UpdateBox<Payload: Sendable>: Sendable {
  package typealias Outcome = UpdateOutcome<Payload>
  package typealias Entry = UpdateEntry<Payload>

  struct Channel: Sendable {
    var line: UpdateLine<Payload>
    var phase = DifferencePhase()
    var reported: Int32?
    /// The server's time when the line came to where it is; zero: not known.
    var date: Int32 = 0
    /// It was told to have news, once and for all, that were not fetched yet. So this is stored.
    var isBehind = false
    var reportedBehind = false
  }

  /// Differences of channels that are asked for side by side.
  package static var maximumChannelRequests: Int { 8 }
  /// What may wait behind the holes of all channels together; beyond it, it is fetched again.
  package static var maximumPending: Int { 10_000 }
  /// core.telegram.org/api/updates asks for a difference after 15 minutes without updates. We ask every 15
  /// minutes in any case: channels have numbers of their own, so that of one never seen before nothing
  /// but the account's difference tells that an update was lost.
  package static var maximumTrust: Duration { .seconds(15 * 60) }

  var pts: UpdateLine<Payload>
  var qts: UpdateLine<Payload>
  var seq: UpdateLine<Payload>
  /// By which the server tells which channels have news. So it must not move past anything that may
  /// still be missing: it follows the seq and the differences, not whatever arrives.
  var date: Int32
  /// The same as it may be stored: while a channel waits for its difference, a process that ended and
  /// asked from a later date would never be told of that channel.
  private var settledDate: Int32
  var account = DifferencePhase()
  private(set) var channels: [Int64: Channel] = [:]
  /// Those that wait for something, and those whose position is to be told: thousands are quiet.
  private var busy: Set<Int64> = []
  private var moved: Set<Int64> = []
  /// The server's state is known; until then it is what is asked for.
  var hasState: Bool
  private(set) var pendingInChannels = 0
  /// Differences in a row that were too long.
  var tooLongInRow = 0
  private var reported: UpdatePosition?
  /// When the server last told where the account stands.
  private var lastCompared: Timestamp?

  /// - Parameter positions: as they were stored; empty when the account is followed for the first time.
  package init(positions: [UpdatePosition] = []) {
    let own = positions.first { $0.sequence == .account }
    pts = UpdateLine(position: own?.pts)
    qts = UpdateLine(position: own?.qts)
    seq = UpdateLine(position: own?.seq)
    date = own?.date ?? 0
    settledDate = date
    hasState = own != nil
    reported = own
    for position in positions where position.pts > 0 {
      if case .channel(let id) = position.sequence {
        var channel = Channel(
          line: UpdateLine(position: position.pts), reported: position.pts, date: position.date,
          isBehind: position.isBehind, reportedBehind: position.isBehind)
        if channel.isBehind {
          channel.phase.want()
          busy.insert(id)
        }
        channels[id] = channel
      }
    }
    account.want()
  }

  // MARK: What the driver asks

  /// When to call ``takeRequests(at:)`` again at the latest.
  package var deadline: Timestamp? {
    var earliest = account.deadline ?? lastCompared?.advanced(by: Self.maximumTrust)
    for case let deadline? in busy.map({ channels[$0]?.phase.deadline }) {
      earliest = min(earliest ?? deadline, deadline)
    }
    return earliest
  }

  /// What to ask of the server now; each is answered by one of the `receive` functions or by
  /// ``fail(_:because:at:)``.
  package mutating func takeRequests(at now: Timestamp) -> [DifferenceRequest] {
    if let lastCompared, lastCompared.advanced(by: Self.maximumTrust) <= now {
      self.lastCompared = now
      account.want()
    }
    var requests: [DifferenceRequest] = []
    if account.takeRequest(at: now) {
      if hasState, let pts = pts.position {
        requests.append(.account(pts: pts, qts: qts.position ?? 0, date: date))
      } else {
        requests.append(.state)
      }
    }
    var free = Self.maximumChannelRequests - busy.count { channels[$0]?.phase.isAsked == true }
    for id in busy.sorted() where free > 0 {
      guard let pts = channels[id]?.line.position,
        channels[id]?.phase.takeRequest(at: now) == true
      else { continue }
      requests.append(.channel(id, pts: pts))
      free -= 1
    }
    return requests
  }

  /// The account must be brought up to date: updatesTooLong, a new session, an update that could not be
  /// read or whose people are unknown.
  package mutating func requireDifference() { account.want() }

  /// The same for a channel: updateChannelTooLong. `pts` is what the server told with it. A channel
  /// never seen before starts right before that, or at its beginning, which the server cuts short.
  ///
  /// - Parameters:
  ///   - first: of a channel never seen before: its pts before what was missed.
  ///   - since: of a channel never seen before: what was written from then on is missed.
  package mutating func requireDifference(
    ofChannel id: Int64, pts: Int32? = nil, first: Int32? = nil, since: Int32 = 0
  ) {
    let start = since > 0 ? 1 : max(first ?? (pts ?? 2) &- 1, 1)
    var channel = channels[id] ?? Channel(line: UpdateLine(position: start), date: since)
    if let pts, let position = channel.line.position, pts <= position { return }
    channel.phase.want()
    channel.isBehind = true
    put(channel, id)
  }

  /// The session is new, so updates may have been lost with the old one: the account's difference
  /// is wanted, and pauses after failures are over. Without a state there is nothing to compare with:
  /// the state that is asked for anyway is the session's own.
  package mutating func restart() {
    account.restart()
    if hasState { account.want() }
    for id in busy { channels[id]?.phase.restart() }
  }

  /// The server's time up to which everything is known that the request is about; zero: not known.
  package func knownDate(of request: DifferenceRequest) -> Int32 {
    switch request {
    case .state: 0
    case .account(_, _, let date): date
    case .channel(let id, _): channels[id]?.date ?? 0
    }
  }

  // MARK: Putting together what comes out

  mutating func noteCompared(at now: Timestamp) { lastCompared = now }

  /// Waits for holes that opened, and no longer for those that closed.
  mutating func noteHoles(at now: Timestamp) {
    if pts.hasPending || qts.hasPending || seq.hasPending {
      account.noticeHole(at: now)
    } else {
      account.noticeFilled()
    }
    if pts.hasDropped || qts.hasDropped || seq.hasDropped { account.want() }
  }

  mutating func finish(_ outcome: inout Outcome) {
    if busy.isEmpty || settledDate == 0 { settledDate = date }
    if let pts = pts.position, hasState {
      let position = UpdatePosition(
        sequence: .account, pts: pts, qts: qts.position ?? 0, seq: seq.position ?? 0,
        date: settledDate)
      // A date that moved alone is not worth a write.
      var known = reported ?? position
      known.date = settledDate
      if reported == nil || known != position {
        reported = position
        outcome.positions.append(position)
      }
    }
    for id in moved.sorted() {
      guard let channel = channels[id], let pts = channel.line.position,
        pts != channel.reported || channel.isBehind != channel.reportedBehind
      else { continue }
      channels[id]?.reported = pts
      channels[id]?.reportedBehind = channel.isBehind
      outcome.positions.append(
        UpdatePosition(
          sequence: .channel(id), pts: pts, date: channel.date, isBehind: channel.isBehind))
    }
    moved = []
  }

  /// Stores a channel that was changed; nil forgets it.
  mutating func put(_ channel: Channel?, _ id: Int64) {
    let before = channels[id]?.line.pendingCount ?? 0
    pendingInChannels += (channel?.line.pendingCount ?? 0) - before
    channels[id] = channel
    if let channel, !channel.phase.isIdle {
      busy.insert(id)
    } else {
      busy.remove(id)
    }
    moved.insert(id)
  }
}

extension UpdateOutcome {
  mutating func add(_ payloads: [Payload]) { items += payloads.map { .update($0) } }
}
