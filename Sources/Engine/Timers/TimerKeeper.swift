import Model
import Rules
import Store
import Synchronization

/// Runs the timers of the rules when they are due. When that is stands in the store, and here once more so
/// that nobody has to look.
final class TimerKeeper: Sendable {
  private let parts: EngineParts
  private let book: RuleBook
  private let notices: Notices
  private let presence: OwnerPresence
  private let breakers: Breakers
  private let ages: FileAges
  private let purse: Purse
  private let due = Mutex<[String: Timestamp]>([:])

  /// A timer that is this much late has missed its time.
  private static let patience = Duration.seconds(60)

  init(
    parts: EngineParts, book: RuleBook, notices: Notices, presence: OwnerPresence,
    breakers: Breakers, ages: FileAges, purse: Purse
  ) {
    self.parts = parts
    self.book = book
    self.notices = notices
    self.presence = presence
    self.breakers = breakers
    self.ages = ages
    self.purse = purse
  }

  /// Takes over the timers of the rules in force.
  func reconcile() async throws {
    let now = parts.clock.now
    let wanted = book.current.timers.compactMap { timer in
      // The first time of an interval is one interval from now.
      timer.next(after: now, anchor: now).map {
        TimerRow(id: timer.id, schedule: timer.schedule, next: $0)
      }
    }
    let rows = try await parts.store.reconcileTimers(wanted, account: parts.account)
    due.withLock { $0 = Dictionary(rows.map { ($0.id, $0.next) }) { first, _ in first } }
  }

  /// - Returns: the timers that are due, and when the next is.
  func agenda(at now: Timestamp) -> (due: [String], next: Timestamp?) {
    due.withLock { due in
      (
        due.filter { $0.value <= now }.keys.sorted(),
        due.values.filter { $0 > now && $0.milliseconds < .max }.min()
      )
    }
  }

  func run(_ id: String) async throws {
    let rules = book.current
    guard let due = due.withLock({ $0[id] }), let timer = rules.timers.first(where: { $0.id == id })
    else { return self.due.withLock { $0[id] = nil } }
    let now = parts.clock.now
    if due.duration(to: now) > Self.patience, !timer.makesUp {
      let next = timer.next(after: now.advanced(by: .zero - Self.patience), anchor: due)
      let missed = TimerRun(
        id: id, due: due, at: now, reason: "its time was missed, and misfire is skip",
        isMissed: true)
      try await record(missed, next: next, Ruling(reason: missed.reason))
      return
    }
    let next = timer.next(after: now, anchor: due)
    let ruling = await rules.fire(
      id,
      TimerInput(
        account: parts.account, owner: parts.owner, due: due, now: now,
        ownerPresence: presence.current),
      host: DecisionHost(
        message: MessageReference(
          account: parts.account, chat: .user(parts.account.rawValue), id: 0), parts: parts,
        breakers: breakers, ages: ages, rules: rules, purse: purse))
    try Task.checkCancellation()
    let run = TimerRun(
      id: id, due: due, at: now, plan: ruling.plan, reason: ruling.reason, notes: ruling.notes,
      problems: ruling.problems.map(\.description))
    try await record(run, next: next, ruling)
    for problem in ruling.problems {
      parts.emit(.error(EngineEvent.Problem(chat: nil, message: problem.description)))
      try await notices.post(
        "a timer failed: \(problem)",
        once: "problem:\(rules.fingerprint):\(problem.file):\(problem.line ?? 0)")
    }
  }

  private func record(_ run: TimerRun, next: Timestamp?, _ ruling: Ruling) async throws {
    let items = ruling.plan.claims.map { claim in
      var text = ""
      if case .notify(let line) = claim.action { text = line }
      return NewOutboxItem(
        target: .user(parts.account.rawValue), lane: .notice, message: nil, rule: run.id,
        action: claim.action, randomID: parts.randomID(), due: run.at, text: Notices.text(text))
    }
    let outcome = try await parts.store.record(
      run, next: next, items: items, state: ruling.state, account: parts.account)
    switch outcome {
    case .recorded(let stored):
      due.withLock { $0[run.id] = next ?? Timestamp(milliseconds: .max) }
      for item in stored {
        parts.emit(.notice(EngineEvent.Notice(text: item.text ?? "", rule: item.rule)))
      }
    case .overtaken: try await reconcile()
    case .outdated: break
    }
  }
}
