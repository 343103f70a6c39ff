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
  let breakers: Breakers
  let ages: FileAges
  let purse: Purse

  /// How many messages the loop guard looks back.
  private static let trafficLength = 40

  enum Outcome: Sendable, Hashable {
    case decided
    case stopped(GuardStop.Kind)
    /// Its writer may go on; nothing was written.
    case settling(until: Timestamp)
  }

  func decide(_ reference: MessageReference) async throws -> Outcome {
    try await decide(reference, unheard: [:])
  }

  /// - Parameter unheard: why messages were listened to in vain.
  private func decide(
    _ reference: MessageReference, unheard: [SoundKey: String]
  ) async throws -> Outcome {
    let earlier =
      book.current.hasBursts ? try await parts.store.joined(with: reference) : []
    return try await decide(reference, joining: earlier, unheard: unheard)
  }

  /// - Parameter earlier: what the same person wrote just before, to be decided with it.
  private func decide(
    _ reference: MessageReference, joining earlier: [Message], unheard: [SoundKey: String]
  ) async throws -> Outcome {
    let rules = book.current
    let now = parts.clock.now
    let caps = Caps(rules.account.caps, in: reference.chat, at: now)
    guard
      let stored = try await parts.store.circumstances(
        of: reference, counting: caps.windows, traffic: Self.trafficLength)
    else {
      try await parts.store.forget(reference)
      return .decided
    }
    // Who had the lane before may have decided it since it was taken up.
    guard stored.isUndecided else { return .decided }
    let message = stored.message
    let situation = situation(stored, caps: caps, rules: rules, now: now)
    if let stop = HostGuards.stop(situation) {
      return try await record(stop, about: message, rules: rules)
    }
    var input = DecisionInput(
      message: message.joined(after: earlier), chat: situation.chat, sender: situation.sender,
      owner: parts.owner,
      now: situation.now, ownerLastWrote: situation.ownerMark?.at,
      ownerPresence: situation.ownerPresence)
    input.burst = earlier.count + 1
    input.firstDecided = stored.firstDecided
    input.tags = stored.tags
    input.isSeenBefore = stored.isSeenBefore
    if earlier.isEmpty, let settle = rules.settle(input) {
      let burst = Burst.front(of: try await parts.store.burst(from: message), settle: settle)
      // Telegram's clock may be ahead of ours.
      let end = min(Burst.end(of: burst, settle: settle) ?? now, now.advanced(by: settle))
      if end > now { return .settling(until: end) }
      if burst.count > 1, let last = burst.last {
        return try await decide(last.reference, joining: Array(burst.dropLast()), unheard: unheard)
      }
    }
    let sounds = sounds(of: earlier + [message], stored, situation, rules)
    let open = sounds.filter { $0.why == nil && unheard[$0.key] == nil }
    if !open.isEmpty {
      let policy = rules.memory(of: situation.chat, contact: stored.other, owner: parts.owner)
      let found = try await hear(open.map(\.message), learns: policy.learns)
      // Meanwhile anything may have happened; and what was heard is there now.
      return try await decide(
        reference, joining: try await reread(earlier), unheard: unheard.merging(found) { $1 })
    }
    if input.message.transcript == nil, let last = sounds.last {
      input.unheard = last.why ?? unheard[last.key]
    }
    var ruling = await rules.decide(
      input,
      host: DecisionHost(
        message: reference, parts: parts, breakers: breakers, ages: ages, rules: rules,
        purse: purse))
    try Task.checkCancellation()
    let (considered, omitted) = rules.considerations(of: ruling, about: input)
    ruling.considered = considered
    if omitted > 0 { ruling.notes.append("host: \(omitted) more rules do not fit the message") }
    try await report(ruling.problems, rules: rules, about: reference)
    try await breakers.keep(in: parts.store, account: parts.account, at: parts.clock.now)
    for line in breakers.takeNews() { try await notices.post(line, once: nil, about: reference) }
    return try await record(
      ruling, in: situation, firstAt: stored.firstDecided, joining: earlier, rules: rules)
  }

  private func situation(
    _ stored: Circumstances, caps: Caps, rules: any Rulings, now: Timestamp
  ) -> Situation {
    let message = stored.message
    let chat = stored.chat ?? Chat(unknown: message.chat, account: parts.account)
    return Situation(
      message: message, chat: chat, sender: stored.sender, now: now, settings: rules.account,
      monitor: rules.monitor(of: message, in: chat, contact: stored.other, owner: parts.owner),
      isSenderNamed: isNamed(stored, in: chat, rules),
      haltedAt: stored.haltedAt, resumedAt: stored.resumedAt, ownerMark: stored.ownerMark,
      ownerPresence: presence.current,
      isAnswered: stored.isAnswered, spentCaps: caps.spent(stored.answerCounts),
      traffic: stored.traffic)
  }

  /// Of bots alone anybody asks.
  private func isNamed(_ stored: Circumstances, in chat: Chat, _ rules: any Rulings) -> Bool {
    guard let sender = stored.sender, sender.isBot else { return false }
    return rules.names(
      sender, of: stored.message, in: chat, contact: stored.other, owner: parts.owner)
  }

  private func record(
    _ ruling: Ruling, in situation: Situation, firstAt: Timestamp?, joining earlier: [Message],
    rules: any Rulings
  ) async throws -> Outcome {
    let message = situation.message
    var decision = Decision(
      message: message.reference, at: parts.clock.now, plan: ruling.plan, reason: ruling.reason,
      considered: ruling.considered, notes: ruling.notes, ruleSet: rules.fingerprint)
    decision.firstAt = firstAt
    if !ruling.shadow.isEmpty { decision.shadow = ruling.shadow }
    if !earlier.isEmpty { decision.joined = earlier.map(\.id) }
    if situation.chat.isPaid || message.paidStars > 0,
      let plan = ruling.plan.withoutSpending(in: situation.chat)
    {
      decision.plan = plan
      decision.notes.append("host: an answer here costs Stars, so it is left as a draft")
    }
    let targets = try await parts.forwardTargets(of: decision.plan)
    let lost = decision.plan.lost(targets)
    decision.notes += lost.map { "host: \($0)" }
    let planner = OutboxPlanner(
      chat: situation.chat, message: message, joined: earlier, targets: targets,
      hashes: rules.ruleHashes, randomID: parts.randomID)
    let items = planner.items(for: decision.plan, at: decision.at)
    try await parts.onStep(.beforeStore, message.reference)
    let joined = earlier.map { one in
      Decision(
        message: one.reference, at: decision.at, reason: Burst.reason(message),
        ruleSet: rules.fingerprint)
    }
    let outcome = try await commit(decision) {
      try await parts.store.record(
        decision, items: items, sender: message.sender, seen: message,
        standing: rules.standingRules, joined: joined, state: ruling.state)
    }
    try await parts.onStep(.afterStore, message.reference)
    switch outcome {
    case .recorded(let stored, _):
      if book.current.fingerprint != rules.fingerprint {
        // A reload came while the rules decided.
        _ = try await reconciler.reconcile(stored.filter { $0.lane == .speech })
      }
      for one in joined { parts.emit(.decision(EngineEvent.Verdict(one))) }
      for line in lost {
        try await notices.post(line, once: "target:\(rules.fingerprint):\(line.prefix(80))")
      }
      return .decided
    case .overtaken(let kind):
      return try await record(
        GuardStop(kind: kind, why: Self.overtaking(kind)), about: message, rules: rules)
    case .outdated: return .decided
    }
  }

  private func record(
    _ stop: GuardStop, about message: Message, rules: any Rulings
  ) async throws -> Outcome {
    let decision = Decision(
      message: message.reference, at: parts.clock.now, guardStop: stop, reason: stop.why,
      ruleSet: rules.fingerprint)
    _ = try await commit(decision) {
      try await parts.store.record(decision, sender: message.sender)
    }
    return .stopped(stop.kind)
  }

  /// Writes the decision and reports it before anything of it can be taken up.
  private func commit(
    _ decision: Decision, _ write: () async throws -> Recording
  ) async throws -> Recording {
    try await lanes.commit(decision.message.chat) {
      let outcome = try await write()
      guard case .recorded(let stored, let superseded) = outcome else { return outcome }
      parts.emitCancelled(superseded)
      parts.emit(.decision(EngineEvent.Verdict(decision)))
      for item in stored where item.isNews {
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

extension OutboxItem {
  /// A line to the owner that is said now.
  fileprivate var isNews: Bool {
    if case .escalate(let escalation) = action { escalation.step == 0 } else { lane == .notice }
  }
}
