import Model
import Scripting

/// One decision: asks the rules in their order and gathers the claims that win.
struct Decider {
  let set: RuleSet
  let shared: SharedInput
  let host: any RuleHost
  private var considered: [Consideration] = []
  private var claims: [Claim] = []
  private var notes: [String] = []
  private var problems: [RuleProblem] = []
  private var reason: String?
  /// The guard whose ignore() silences what follows.
  private var silencer: String?
  private var encoded: EncodedValues?
  /// What the rules have changed so far of what they keep.
  private var state = StateDraft()
  /// What rules in shadow would do.
  private var shadow: [Claim] = []

  init(set: RuleSet, input: SharedInput, host: any RuleHost) {
    self.set = set
    shared = input
    self.host = host
  }

  /// - Parameters:
  ///   - candidates: positions of the rules that may fit, in the order in which they are asked.
  mutating func decide(among candidates: [Int], _ context: MatchContext) async -> Ruling {
    for index in candidates {
      let rule = set.book.rules[index]
      if let failed = rule.conditions.first(where: { !$0.holds(context) }) {
        note(rule, .unmatched, failed.why)
        continue
      }
      if let silencer {
        note(rule, .skipped, "\(silencer) ignores the message")
        continue
      }
      if isBehindSpeech(rule) { continue }
      await ask(rule)
      if Task.isCancelled { return Ruling(reason: "the decision was cancelled") }
    }
    // Told and counted for what is done, whatever state the rules end with.
    for claim in claims {
      guard let persona = claim.action.composition?.persona, let variant = persona.variant else {
        continue
      }
      notes.append("\(claim.rule): persona \(persona.name) speaks as its variant \(variant)")
      state.count("variant \(persona.name)/\(variant)", by: 1)
    }
    return Ruling(
      plan: Plan(claims: claims), reason: reason ?? silence, considered: considered, notes: notes,
      problems: problems, state: state, shadow: shadow)
  }

  /// Why nothing is done: the nearest that a rule came to doing anything.
  private var silence: String {
    for outcome in [Consideration.Outcome.failed, .limited, .passed, .kept] {
      if let one = considered.first(where: { $0.outcome == outcome && $0.why != nil }) {
        return "rule \(one.rule) \(outcome.rawValue): \(one.why ?? "")"
      }
    }
    return Self.noneApplies
  }

  static let noneApplies = "no rule applies"

  private var speaker: String? { claims.first { $0.action.slot == .speech }?.rule }

  private mutating func note(_ rule: CompiledRule, _ outcome: Consideration.Outcome, _ why: String?)
  {
    considered.append(Consideration(rule: rule.id, outcome: outcome, why: why))
  }

  /// After speech is claimed only rules with `also` are asked, and observers, who cannot speak.
  private mutating func isBehindSpeech(_ rule: CompiledRule) -> Bool {
    guard let speaker, !rule.also, rule.phase != .observe else { return false }
    note(
      rule, rule.speaksAlways ? .outranked : .skipped,
      rule.speaksAlways ? "\(speaker) speaks" : "\(speaker) speaks, and the rule has no also = true"
    )
    return true
  }

  private mutating func ask(_ rule: CompiledRule) async {
    guard let meter = host.meter else { return await answer(rule) }
    let start = meter.start()
    let before = considered.count
    await answer(rule)
    // A run that was cancelled says nothing.
    if considered.count > before { meter.add(considered[before], since: start) }
  }

  private mutating func answer(_ rule: CompiledRule) async {
    do {
      if !rule.limits.isEmpty, let limit = try await exceededLimit(of: rule) {
        note(rule, .limited, "\(limit) is reached")
        return
      }
      if rule.mode == .single,
        try await host.isPending(rule: rule.id, chat: shared.input.chat.id)
      {
        note(rule, .skipped, "its answer here still waits, and its mode is single")
        return
      }
      switch rule.body {
      case .act(let actions):
        try claim(
          actions, for: rule, reason: rule.because, place: rule.place,
          noticed: try await noticed(actions, rule))
      case .run(let function, let file):
        if let why = host.suspension(of: rule.id, hash: rule.hash) {
          note(rule, .suspended, why)
          return
        }
        try await run(function, file: set.files[file], rule: rule)
        host.noteRun(of: rule.id, hash: rule.hash, failed: false)
      }
    } catch {
      if error is CancellationError { return }
      fail(rule, error)
      await recover(rule)
    }
  }

  /// What the rule does when it has failed.
  private mutating func recover(_ rule: CompiledRule) async {
    guard case .run = rule.body else { return }
    host.noteRun(of: rule.id, hash: rule.hash, failed: true)
    guard !rule.onError.isEmpty else { return }
    do {
      try claim(
        rule.onError, for: rule, reason: "rule \(rule.id) failed, and this is its on_error",
        place: rule.place, noticed: try await noticed(rule.onError, rule))
      // Of what became of the rule the failure is what counts.
      if let done = considered.popLast(), let last = considered.indices.last {
        considered[last].why = [considered[last].why, "on_error: \(done.why ?? "")"]
          .compactMap(\.self).joined(separator: "; ")
      }
    } catch {
      if !(error is CancellationError) { fail(rule, error) }
    }
  }

  private func isInShadow(_ rule: CompiledRule) -> Bool {
    if let shadow = rule.shadow { return shadow }
    let span = set.account.shadow
    return span > .zero
      && host.isNew(file: RunSubject(rule: rule, input: shared).namespace, within: span)
  }

  private func exceededLimit(of rule: CompiledRule) async throws -> String? {
    for limit in rule.limits {
      for rate in limit.rates {
        let since = shared.input.now.advanced(by: .zero - rate.rate.per)
        var count = 0
        for counted in limit.rules {
          count += try await host.claimCount(
            rule: counted, chat: rate.isPerChat ? shared.input.chat.id : nil, since: since)
        }
        if count >= rate.rate.count { return limit.description }
      }
    }
    return nil
  }

  private mutating func run(
    _ function: FunctionReference, file: RuleFile, rule: CompiledRule
  ) async throws {
    let arguments = arguments()
    let run = RuleRun(
      file: file, subject: RunSubject(rule: rule, input: shared), set: set, host: host)
    let result = await run(function, arguments: arguments, state: state)
    if !result.notes.isEmpty { notes += result.notes.map { "\(rule.id): \($0)" } }
    let values = try result.values.get()
    switch RunAnswer(values) {
    case .passed(let why):
      let hasKept = result.state.hasMoved(since: state)
      note(
        rule, hasKept ? .kept : .passed,
        why ?? (hasKept ? "it changed what it keeps or counts" : nil))
    case .actions(let actions, let why):
      try claim(
        actions, for: rule, reason: why ?? rule.because, place: function.location,
        noticed: try await noticed(actions, rule))
    case .wrong(let message):
      throw RuleFailure(place: function.location, message: message)
    }
    // Only now: of a rule that fails nothing stays.
    state = result.state
  }

  /// `m` and `x`, encoded once for all rules that ask.
  private mutating func arguments() -> EncodedValues {
    let arguments = encoded ?? ScriptView(shared, set.book).arguments
    encoded = arguments
    return arguments
  }

  /// What the functions of the delays that these actions name answer, in seconds by the delay's name.
  private mutating func noticed(
    _ actions: [ActionRequest], _ rule: CompiledRule
  ) async throws -> [String: Double] {
    var noticed: [String: Double] = [:]
    guard set.hasDelayFunctions else { return noticed }
    for action in actions where action.isPaced {
      let curve = action.delay.map { set.book.delays[$0] } ?? rule.delay
      guard let curve, let function = curve.function, noticed[curve.name] == nil else { continue }
      let run = DelayRun(
        delay: curve, function: function, file: set.files[function.file], rule: rule, input: shared,
        names: set.book.names, host: host, budget: set.limits.run)
      let (seconds, notes) = try await run(arguments())
      noticed[curve.name] = seconds
      self.notes += notes.map { "\(rule.id): \($0)" }
    }
    return noticed
  }

  private mutating func claim(
    _ actions: [ActionRequest], for rule: CompiledRule, reason: String, place: ScriptLocation,
    noticed: [String: Double]
  ) throws {
    let resolver = ActionResolver(rule: rule, shared: shared, set: set, noticed: noticed)
    let wanted = try actions.map { try resolver.claim($0, place: place) }
    if rule.phase == .observe, let speech = wanted.first(where: { $0.action.slot == .speech }) {
      throw RuleFailure(place: place, message: "an observer cannot \(speech.action.name)")
    }
    if isInShadow(rule) {
      shadow += wanted
      note(
        rule, .shadow,
        "would \(wanted.map(\.action.name).joined(separator: ", ")): \(reason)")
      return
    }
    var won: [Claim] = []
    var lost: [String] = []
    for claim in wanted {
      let slot = claim.action.slot
      if slot != .free, let holder = (holder(of: slot, in: claims) ?? holder(of: slot, in: won)) {
        guard holder != rule.id else {
          throw RuleFailure(
            place: place, message: "more than one action for the \(slot.rawValue) slot")
        }
        lost.append("\(claim.action.name): \(holder) has the \(slot.rawValue) slot")
        continue
      }
      won.append(claim)
    }
    claims += won
    let why = lost.isEmpty ? reason : "\(reason); \(lost.joined(separator: "; "))"
    note(rule, won.isEmpty ? .outranked : .won, why)
    guard !won.isEmpty else { return }
    if won.contains(where: { $0.action.slot == .speech }) || self.reason == nil {
      self.reason = reason
    }
    if rule.phase == .guard, won.contains(where: { $0.action == .ignore }) { silencer = rule.id }
  }

  private func holder(of slot: Action.Slot, in claims: [Claim]) -> String? {
    claims.first { $0.action.slot == slot }?.rule
  }

  private mutating func fail(_ rule: CompiledRule, _ error: any Error) {
    let failure = RuleFailure(error, place: rule.place)
    problems.append(
      RuleProblem(
        file: failure.place.file, line: failure.place.line,
        message: "rule \(rule.id): \(failure.message)", traceback: failure.traceback))
    note(rule, .failed, "\(failure.place): \(failure.message)")
  }
}
