package import Model
package import Rules
import Store

/// The engine's judgement over a conversation in memory: guards, rules and timers as they stand, at any
/// speed, with nothing sent and nothing stored. What test files and replays run on.
///
/// Messages are to be given in the order in which they came, and time is to be let pass between them.
package struct Simulation {
  package struct Verdict: Sendable {
    /// The guard that stopped it; no rule was asked then.
    package var stop: GuardStop?
    package var ruling: Ruling
    package var input: DecisionInput
  }

  /// What came of something.
  package enum Outcome: Sendable {
    case message(Message, Verdict)
    /// A timer ran.
    case timer(String, at: Timestamp, Ruling)
    /// The owner was told again, as they have not reacted.
    case again([Claim], at: Timestamp)
  }

  private let rules: any Rulings
  private let owner: Contact
  private let account: AccountID
  private var chats: [PeerID: Conversation] = [:]
  private var claims = ClaimLedger()
  /// What rules keep.
  private var state: [StateKey: StateEntry]
  private let breakers = Breakers()
  /// Bursts whose writers may go on.
  private var bursts: [OpenBurst] = []
  private var escalations: [OpenEscalation] = []
  /// What rules have remembered.
  var memory = SimulatedMemory()
  /// Chats as they were last seen, with the other side of private ones.
  private var known: [PeerID: (chat: Chat, contact: Contact?)] = [:]
  /// What people carry, by their ids.
  package var tags: [Int64: [String]] = [:]
  /// Who had written in which chat before, each with their first message.
  package var seen: [PeerID: [PeerID: Int32]] = [:]
  /// What the web answers, by URL; nil: it is not asked.
  package var web: [String: WebResponse]?
  /// What Telegram answers to `tg.call`, by method; nil: it is not called.
  package var methods: [String: Result<String, MethodFailure>]?
  /// When each timer is due; nil until time has begun.
  private var timers: [String: Timestamp]?
  /// How often timers may run yet; nil: as often as they are due.
  package var timerRuns: Int?
  /// Looked at before each timer runs: true ends what is going on.
  package var isOver: @Sendable () -> Bool = { false }

  /// - Parameter state: what the rules begin with.
  package init(
    rules: any Rulings, owner: Contact, account: AccountID, state: [StateKey: StateEntry] = [:]
  ) {
    self.state = state
    self.rules = rules
    self.owner = owner
    self.account = account
  }

  /// What the owner or the twin has sent.
  package mutating func note(_ message: Message, byTwin: Bool) {
    chats[message.chat, default: Conversation()].add(message, isTwin: byTwin)
    guard !byTwin else { return }
    claims.withdraw(in: message.chat, pendingAt: message.date)
    escalations.removeAll { $0.chat == message.chat }
    chats[message.chat]?.ownerMark = OwnerMark(at: message.date, message: message.id)
  }

  /// Something that was written before the simulation began: it can be looked up, and moves nothing.
  package mutating func recall(_ message: Message) {
    chats[message.chat, default: Conversation()].recall(message)
  }

  /// The owner has read a chat; nil: they acknowledge all that they are told again and again.
  package mutating func noteReaction(in chat: PeerID?) {
    escalations.removeAll { chat == nil || $0.chat == chat }
  }

  /// Lets time pass: bursts that have ended are decided, timers that are due run.
  ///
  /// - Parameter model: answers for `ai.complete`.
  package mutating func advance(to now: Timestamp, model: any TextModel) async -> [Outcome] {
    startTimers(at: now)
    var outcomes: [Outcome] = []
    while true {
      let burst = bursts.indices.min { bursts[$0].until < bursts[$1].until }
      let timer = timers?.min { ($0.value, $0.key) < ($1.value, $1.key) }
      if let again = remind(before: min(now, timer?.value ?? now), burst.map { bursts[$0].until }) {
        outcomes.append(again)
      } else if let burst, bursts[burst].until <= min(now, timer?.value ?? now) {
        outcomes.append(await settle(bursts.remove(at: burst), model))
      } else if let timer, timer.value <= now {
        if let left = timerRuns {
          guard left > 0 else { return outcomes }
          timerRuns = left - 1
        }
        if isOver() { return outcomes }
        outcomes.append(await fire(timer.key, at: timer.value, model))
      } else {
        return outcomes
      }
    }
  }

  /// The next step of an escalation, if it is due by then and before anything else.
  private mutating func remind(before now: Timestamp, _ burst: Timestamp?) -> Outcome? {
    let next = escalations.indices.filter { escalations[$0].due != nil }
      .min { (escalations[$0].due ?? now) < (escalations[$1].due ?? now) }
    guard let next, let due = escalations[next].due, due <= min(now, burst ?? now) else {
      return nil
    }
    let steps = escalations[next].takeStep()
    if escalations[next].due == nil { escalations.remove(at: next) }
    return .again(steps, at: due)
  }

  /// Decides the bursts that are open, each when it ends.
  package mutating func finish(model: any TextModel) async -> [Outcome] {
    var outcomes: [Outcome] = []
    while let burst = bursts.indices.min(by: { bursts[$0].until < bursts[$1].until }) {
      outcomes.append(await settle(bursts.remove(at: burst), model))
    }
    return outcomes
  }

  /// Takes in a message, and counts what is claimed as done.
  ///
  /// - Parameters:
  ///   - other: the other side of a private chat.
  ///   - now: the instant of the decision, if nothing delays it.
  /// - Returns: what was decided; nothing about this message yet if it may be part of a burst.
  package mutating func receive(
    _ message: Message, in chat: Chat, sender: Contact?, other: Contact?, at now: Timestamp,
    model: any TextModel
  ) async -> [Outcome] {
    startTimers(at: now)
    let message = heard(message, in: chat, contact: other)
    chats[message.chat, default: Conversation()].add(message, isTwin: false)
    known[chat.id] = (chat, other)
    if let index = bursts.firstIndex(where: { $0.goesOn(with: message) }) {
      let before = bursts[index].messages[bursts[index].messages.count - 1]
      let joined = Verdict(
        ruling: Ruling(reason: Burst.reason(message)), input: input(before, bursts[index], at: now))
      bursts[index].add(message, at: now)
      return [.message(before, joined)]
    }
    let burst = OpenBurst(message, in: chat, sender: sender, other: other, at: now)
    let input = input(message, burst, at: now)
    if let stop = HostGuards.stop(situation(input, other: other)) {
      return [
        .message(message, Verdict(stop: stop, ruling: Ruling(reason: stop.why), input: input))
      ]
    }
    if let settle = rules.settle(input) {
      bursts.append(burst.waiting(for: settle))
      return []
    }
    return [.message(message, await decide(input, other: other, model))]
  }

  private mutating func settle(_ burst: OpenBurst, _ model: any TextModel) async -> Outcome {
    let last = burst.messages[burst.messages.count - 1]
    var input = input(last, burst, at: max(burst.until, burst.seen))
    input.message = last.joined(after: Array(burst.messages.dropLast()))
    if input.message.transcript != nil { input.unheard = nil }
    input.burst = burst.messages.count
    return .message(last, await decide(input, other: burst.other, model))
  }

  private mutating func decide(
    _ input: DecisionInput, other: Contact?, _ model: any TextModel
  ) async -> Verdict {
    if let stop = HostGuards.stop(situation(input, other: other)) {
      return Verdict(stop: stop, ruling: Ruling(reason: stop.why), input: input)
    }
    let ruling = await rules.decide(input, host: host(in: input.chat.id, at: input.now, model))
    claims.add(ruling.plan, in: input.chat.id, at: input.now, standing: rules.standingRules)
    apply(ruling.state)
    apply(ruling.plan, input)
    return Verdict(ruling: ruling, input: input)
  }

  /// What a plan leaves behind beside answers.
  private mutating func apply(_ plan: Plan, _ input: DecisionInput) {
    memory.keep(plan, input)
    for claim in plan.claims {
      if case .label(let labelling) = claim.action, let sender = input.sender {
        tags[sender.id] = labelling.applied(to: tags[sender.id] ?? [])
      }
      if let escalation = OpenEscalation(claim, in: input.chat.id, at: input.now) {
        escalations.append(escalation)
      }
    }
  }

  private mutating func fire(
    _ id: String, at due: Timestamp, _ model: any TextModel
  ) async -> Outcome {
    let saved = PeerID.user(account.rawValue)
    let ruling = await rules.fire(
      id, TimerInput(account: account, owner: owner, due: due, now: due),
      host: host(in: saved, at: due, model))
    apply(ruling.state)
    let next = rules.timers.first { $0.id == id }?.next(after: due, anchor: due)
    timers?[id] = next
    return .timer(id, at: due, ruling)
  }

  private mutating func startTimers(at now: Timestamp) {
    guard timers == nil else { return }
    timers = Dictionary(
      rules.timers.compactMap { timer in
        timer.next(after: now, anchor: now).map { (timer.id, $0) }
      }
    ) { first, _ in first }
  }

  private mutating func apply(_ draft: StateDraft) {
    for (key, entry) in draft.changes { state[key] = entry }
  }

  /// What a function may ask for, in this chat as it stands.
  package func host(in chat: PeerID, model: any TextModel, at now: Timestamp) -> any RuleHost {
    host(in: chat, at: now, model)
  }

  private func host(
    in chat: PeerID, at now: Timestamp, _ model: any TextModel
  ) -> SimulatedHost {
    SimulatedHost(
      messages: chats[chat]?.messages ?? [], claims: claims, model: model, state: state, now: now,
      web: web, methods: methods, breakers: breakers, memory: recall)
  }

  /// Answers what rules want to know, as things stand now.
  private var recall: @Sendable (MemoryQuestion) throws -> [Memory] {
    // Copies, so that the host need not wait for the simulation.
    let (memory, known, conversations, rules, owner) = (memory, known, chats, rules, owner)
    return { question in
      try memory.recall(
        question, messages: conversations.values.flatMap(\.messages),
        policy: { peer in
          known[peer].map { rules.memory(of: $0.chat, contact: $0.contact, owner: owner) } ?? .none
        },
        chat: { name in
          PeerID(name)
            ?? known.values.first {
              $0.chat.username.map { "@\($0.lowercased())" } == name
            }?.chat.id
        })
    }
  }

  private func input(_ message: Message, _ burst: OpenBurst, at now: Timestamp) -> DecisionInput {
    var input = DecisionInput(
      message: message, chat: burst.chat, sender: burst.sender, owner: owner, now: now,
      ownerLastWrote: chats[message.chat]?.ownerMark?.at)
    switch Listener.judge(
      message, rules: rules, in: burst.chat, contact: burst.other, owner: owner)
    {
    case .nothing: break
    case .leave(let why): input.unheard = why
    case .listen: input.unheard = "nothing was heard in it"
    }
    input.tags = burst.sender.flatMap { tags[$0.id] } ?? []
    let first = message.sender.flatMap { seen[message.chat]?[$0] }
    input.isSeenBefore =
      first.map { $0 < message.id } ?? chats[message.chat]?.isSeenBefore(message) ?? false
    return input
  }

  /// What is known of a sound counts only where the rules as they are now would have listened.
  private func heard(_ message: Message, in chat: Chat, contact: Contact?) -> Message {
    guard message.transcript != nil else { return message }
    var deaf = message
    deaf.transcript = nil
    if case .listen = Listener.judge(
      deaf, rules: rules, in: chat, contact: contact, owner: owner)
    {
      return message
    }
    return deaf
  }

  private func situation(_ input: DecisionInput, other: Contact?) -> Situation {
    let conversation = chats[input.chat.id] ?? Conversation()
    return Situation(
      message: input.message, chat: input.chat, sender: input.sender, now: input.now,
      settings: rules.account,
      monitor: rules.monitor(of: input.message, in: input.chat, contact: other, owner: owner),
      isSenderNamed: input.sender.map {
        $0.isBot
          && rules.names($0, of: input.message, in: input.chat, contact: other, owner: owner)
      } ?? false,
      ownerMark: conversation.ownerMark,
      spentCaps: claims.spent(rules.account.caps, in: input.chat.id, at: input.now),
      traffic: conversation.traffic)
  }

  /// The newest messages of a chat, oldest first.
  func messages(in chat: PeerID) -> [Message] { chats[chat]?.messages ?? [] }

  /// What the record says of each rule.
  package func considerations(_ verdict: Verdict) -> [Consideration] {
    rules.considerations(of: verdict.ruling, about: verdict.input).considered
  }
}
