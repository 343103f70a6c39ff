import Model

/// Whether and when a difference is to be asked for.
struct DifferencePhase: Sendable {
  private enum State: Sendable {
    case idle
    /// A hole may yet fill itself.
    case holed(until: Timestamp)
    case wanted
    case asked
    case pausing(until: Timestamp)
  }

  /// core.telegram.org/api/updates: "wait up to 0.5 seconds".
  static var patience: Duration { .milliseconds(500) }
  /// Answers that cannot be used are not asked for more often than this in a row.
  static var maximumUnusable: Int { 5 }
  /// The longest pause while the server goes on saying that there is more.
  private static var maximumBreath: Duration { .seconds(2) }

  private var state = State.idle
  /// Requests in a row that failed.
  private(set) var failures = 0
  private var unusable = 0
  /// Answers in a row during each of which another request was called for.
  private var repeats = 0
  /// Asked for again while a request was under way that may not cover it.
  private var isWantedAgain = false

  var isIdle: Bool { if case .idle = state { true } else { false } }
  var isAsked: Bool { if case .asked = state { true } else { false } }
  /// What comes in live must wait, as a difference will say first what comes before it.
  var holdsBack: Bool {
    switch state {
    case .idle, .holed: false
    case .wanted, .asked, .pausing: true
    }
  }

  /// When to look again.
  var deadline: Timestamp? {
    switch state {
    case .holed(let until), .pausing(let until): until
    case .idle, .wanted, .asked: nil
    }
  }

  mutating func noticeHole(at now: Timestamp) {
    if case .idle = state { state = .holed(until: now.advanced(by: Self.patience)) }
  }

  mutating func noticeFilled() {
    if case .holed = state { state = .idle }
  }

  mutating func want() {
    switch state {
    case .idle, .holed: state = .wanted
    // Whoever shouts does not shorten a pause: it would become a busy loop.
    case .wanted, .pausing: break
    case .asked: isWantedAgain = true
    }
  }

  /// True if a request is to go out now; it then counts as asked.
  mutating func takeRequest(at now: Timestamp) -> Bool {
    switch state {
    case .wanted: break
    case .holed(let until) where until <= now: break
    case .pausing(let until) where until <= now: break
    case .idle, .holed, .pausing, .asked: return false
    }
    state = .asked
    isWantedAgain = false
    return true
  }

  /// The answer came; `isFinal` false: the next slice is wanted.
  mutating func answered(isFinal: Bool, at now: Timestamp) {
    failures = 0
    unusable = 0
    defer { isWantedAgain = false }
    guard isFinal else {
      state = .wanted
      return
    }
    guard isWantedAgain else {
      repeats = 0
      state = .idle
      return
    }
    // The first time at once; then with growing breaths, however often it is called for.
    repeats += 1
    guard repeats > 1 else {
      state = .wanted
      return
    }
    let breath = min(Self.patience * (1 << min(repeats - 2, 4)), Self.maximumBreath)
    state = .pausing(until: now.advanced(by: breath))
  }

  /// - Returns: false if it is not worth asking again.
  mutating func failed(usable: Bool, at now: Timestamp) -> Bool {
    if !usable {
      unusable += 1
      if unusable >= Self.maximumUnusable {
        unusable = 0
        state = .idle
        return false
      }
    }
    let pause = Duration.seconds(1 << min(failures, 5))
    failures += 1
    state = .pausing(until: now.advanced(by: min(pause, .seconds(30))))
    return true
  }

  /// The connection is new, and what failed on the old one is worth trying at once. What was asked
  /// will still be answered: the session sends unanswered calls again.
  mutating func restart() {
    switch state {
    case .idle, .wanted, .asked: break
    case .holed, .pausing: state = .wanted
    }
  }
}
