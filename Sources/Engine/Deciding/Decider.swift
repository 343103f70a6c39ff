import Model
import Rules
import Store

/// Decides about one stored message: guards, then rules, then one write.
struct Decider: Sendable {
  let parts: EngineParts
  let book: RuleBook
  let lanes: Lanes
  let notices: Notices
  let reconciler: Reconciler
  let presence: OwnerPresence

  /// How many messages the loop guard looks back.
  private static let trafficLength = 40

  /// - Returns: the guard that stopped it, if one did.
  func decide(_ reference: MessageReference) async throws -> GuardStop.Kind? {
    let rules = book.current
    let now = parts.clock.now
    let caps = Caps(rules.account.caps, in: reference.chat, at: now)
    guard
      let stored = try await parts.store.circumstances(
        of: reference, counting: caps.windows, traffic: Self.trafficLength)
    else {
      try await parts.store.forget(reference)
      return nil
    }
    // Who had the lane before may have decided it since it was taken up.
    guard stored.isUndecided else { return nil }
    let message = stored.message
    let situation = situation(stored, caps: caps, rules: rules, now: now)
    if let stop = HostGuards.stop(situation) {
      return try await record(stop, about: message, rules: rules)
    }
    let input = DecisionInput(
      message: message, chat: situation.chat, sender: situation.sender, owner: parts.owner,
      now: situation.now, ownerLastWrote: situation.ownerMark?.at,
      ownerPresence: situation.ownerPresence)
    var ruling = await rules.decide(input, host: DecisionHost(message: reference, parts: parts))
    try Task.checkCancellation()
    let (considered, omitted) = rules.considerations(of: ruling, about: input)
    ruling.considered = considered
    if omitted > 0 { ruling.notes.append("host: \(omitted) more rules do not fit the message") }
    try await report(ruling.problems, rules: rules, about: reference)
    return try await record(ruling, in: situation, rules: rules)
  }

  private func situation(
    _ stored: Circumstances, caps: Caps, rules: any Rulings, now: Timestamp
  ) -> Situation {
    let message = stored.message
    let chat = stored.chat ?? Chat(unknown: message.chat, account: parts.account)
    return Situation(
      message: message, chat: chat, sender: stored.sender, now: now, settings: rules.account,
      monitor: rules.monitor(of: message, in: chat, contact: stored.other, owner: parts.owner),
      haltedAt: stored.haltedAt, resumedAt: stored.resumedAt, ownerMark: stored.ownerMark,
      ownerPresence: presence.current,
      isAnswered: stored.isAnswered, spentCaps: caps.spent(stored.answerCounts),
      traffic: stored.traffic)
  }

  private func record(
    _ ruling: Ruling, in situation: Situation, rules: any Rulings
  ) async throws -> GuardStop.Kind? {
    let message = situation.message
    var decision = Decision(
      message: message.reference, at: parts.clock.now, plan: ruling.plan, reason: ruling.reason,
      considered: ruling.considered, notes: ruling.notes, ruleSet: rules.fingerprint)
    if situation.chat.isPaid || message.paidStars > 0,
      let plan = ruling.plan.withoutSpending(in: situation.chat)
    {
      decision.plan = plan
      decision.notes.append("host: an answer here costs Stars, so it is left as a draft")
    }
    let planner = OutboxPlanner(
      chat: situation.chat, message: message, hashes: rules.ruleHashes, randomID: parts.randomID)
    let items = planner.items(for: decision.plan, at: decision.at)
    try await parts.onStep(.beforeStore, message.reference)
    let outcome = try await commit(
      decision, items: items, sender: message.sender, seen: message, state: ruling.state)
    try await parts.onStep(.afterStore, message.reference)
    switch outcome {
    case .recorded(let stored, _):
      if book.current.fingerprint != rules.fingerprint {
        // A reload came while the rules decided.
        _ = try await reconciler.reconcile(stored.filter { $0.lane == .speech })
      }
      return nil
    case .overtaken(let kind):
      return try await record(
        GuardStop(kind: kind, why: Self.overtaking(kind)), about: message, rules: rules)
    case .outdated: return nil
    }
  }

  private func record(
    _ stop: GuardStop, about message: Message, rules: any Rulings
  ) async throws -> GuardStop.Kind {
    let decision = Decision(
      message: message.reference, at: parts.clock.now, guardStop: stop, reason: stop.why,
      ruleSet: rules.fingerprint)
    _ = try await commit(decision, items: [], sender: message.sender)
    return stop.kind
  }

  /// Writes the decision and reports it before anything of it can be taken up.
  private func commit(
    _ decision: Decision, items: [NewOutboxItem], sender: PeerID?, seen: Message? = nil,
    state: StateDraft = StateDraft()
  ) async throws -> Recording {
    try await lanes.commit(decision.message.chat) {
      let outcome = try await parts.store.record(
        decision, items: items, sender: sender, seen: seen, state: state)
      guard case .recorded(let stored, let superseded) = outcome else { return outcome }
      parts.emitCancelled(superseded)
      parts.emit(.decision(EngineEvent.Verdict(decision)))
      for item in stored where item.lane == .notice {
        parts.emit(.notice(EngineEvent.Notice(text: item.text ?? "", rule: item.rule)))
      }
      return outcome
    }
  }

  private static func overtaking(_ kind: GuardStop.Kind) -> String {
    switch kind {
    case .killSwitch: "the kill switch came on while the rules were deciding"
    case .ownerWrote: "the owner wrote while the rules were deciding"
    case .deleted: "its writer deleted it while the rules were deciding"
    default: "it has its answer"
    }
  }

  /// A rule that fails is told to the owner once per rule set and place, however often it fails.
  private func report(
    _ problems: [RuleProblem], rules: any Rulings, about message: MessageReference
  ) async throws {
    for problem in problems {
      parts.emit(
        .error(EngineEvent.Problem(chat: message.chat, message: problem.description)))
      try await notices.post(
        "a rule failed: \(problem)",
        once: "problem:\(rules.fingerprint):\(problem.file):\(problem.line ?? 0)", about: message)
    }
  }
}
