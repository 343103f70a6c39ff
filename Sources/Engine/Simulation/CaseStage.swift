import Model
import Rules

/// Plays one case.
struct CaseStage {
  private let rules: RuleSet
  /// Ids of rules and timers.
  private let names: [String]
  private let owner: Contact
  private let model = CaseModel(.answers(["(the model's answer)"]))
  private var simulation: Simulation
  private var now = Timestamp.zero
  private var nextID: Int32 = 100
  /// Of messages from before the case.
  private var nextEarlierID: Int32 = 100
  private var chat: Chat?
  /// Chats in which the twin has answered.
  private var spoken: Set<PeerID> = []
  /// What became of each rule when it was asked, by id.
  private(set) var tallies: [String: [Consideration.Outcome: Int]] = [:]
  /// Steps whose message has no verdict yet, by its id.
  private var waiting: [Int32: RuleCase.Step] = [:]
  /// What the timers did since the last step.
  private var fired = Ruling(reason: "no timer was due")
  private var failures: [RuleTester.Failure] = []
  private var story: [String] = []

  /// How often timers may run in one case: those of every minute run for a week.
  private static let mostTimerRuns = 10_080

  /// - Parameter isOver: whether the time for tests is spent; the case ends early then.
  init(
    rules: RuleSet, names: [String], owner: Contact,
    isOver: @escaping @Sendable () -> Bool = { false }
  ) {
    self.rules = rules
    self.names = names
    self.owner = owner
    simulation = Simulation(rules: rules, owner: owner, account: AccountID(owner.id))
    simulation.timerRuns = Self.mostTimerRuns
    simulation.isOver = isOver
    simulation.web = [:]
    simulation.methods = [:]
  }

  mutating func play(_ one: RuleCase) async -> RuleTester.Result {
    for step in one.steps {
      if simulation.isOver() { break }
      // What the web answers holds for what happens until then, too.
      if let web = step.web { simulation.web = web }
      if let methods = step.methods { simulation.methods = methods }
      guard await move(to: step) else { break }
      if let script = step.model { model.replace(with: script) }
      switch step.event {
      case .owner(let text): ownerWrites(text)
      case .reaction(.reads): simulation.noteReaction(in: self.chat?.id ?? Self.robin.id)
      case .reaction(.acknowledges): simulation.noteReaction(in: nil)
      case .message(let message): await receive(message, step)
      case .wait: judgeTimers(step)
      }
    }
    await take(await simulation.finish(model: model), line: one.line)
    return RuleTester.Result(
      name: one.name, file: one.file, line: one.line, failures: failures, story: story)
  }

  /// - Returns: false if there is no way there; the reason is told.
  private mutating func move(to step: RuleCase.Step) async -> Bool {
    let before = now
    switch step.time {
    case .at(let local):
      let instant = rules.instant(ofLocal: local)
      if instant < now, now != .zero {
        failures.append(.init(line: step.line, message: "the step lies before the one before it"))
      }
      now = max(now, instant)
    case .after(let duration): now = now.advanced(by: duration)
    }
    guard before == .zero || before.duration(to: now) <= RuleCase.longestWait else {
      failures.append(
        .init(
          line: step.line,
          message: "the step lies more than 400 days after the one before it; go there in several"))
      return false
    }
    fired = Ruling(reason: "no timer was due")
    await take(await simulation.advance(to: now, model: model), line: step.line)
    guard simulation.timerRuns == 0 else { return true }
    failures.append(
      .init(
        line: step.line,
        message: "timers ran \(Self.mostTimerRuns) times in this case, which is the most; let less "
          + "time pass, or try timers that run so often in a case of their own"))
    return false
  }

  private mutating func take(_ outcomes: [Simulation.Outcome], line: Int) async {
    for outcome in outcomes {
      switch outcome {
      case .message(let message, let verdict): await judge(message, verdict)
      case .timer(let id, _, let ruling):
        story.append(
          "timer \(id): \(ruling.plan.claims.map(\.action.name).joined(separator: ", "))"
            + (ruling.plan.isEmpty ? "nothing: " : ": ") + ruling.reason)
        story += ruling.notes.map { "  \($0)" }
        note(ruling.plan.claims)
        fired.problems += ruling.problems
        fired.reason = ruling.reason
      case .again(let claims, _):
        story.append(
          "again: \(claims.map { "\($0.action.name) by \($0.rule)" }.joined(separator: ", "))")
        note(claims)
        fired.reason = "the owner has not reacted"
      }
    }
  }

  /// What happened by itself since the last step.
  private mutating func note(_ claims: [Claim]) { fired.plan.claims += claims }

  private static let robin = Chat(id: .user(5001), kind: .private, title: "Robin")

  /// What the timers did is expected of a step without a message; that they fail, of none.
  private mutating func judgeTimers(_ step: RuleCase.Step) {
    let outcome = Expectation.Outcome(ruling: fired, arrival: now)
    failures += (step.expectation ?? Expectation.none).complaints(about: outcome, names: names)
      .map { .init(line: step.line, message: $0) }
    fired.problems = []
  }

  private mutating func ownerWrites(_ text: String) {
    let chat = chat ?? Self.robin
    var message = Message(
      account: AccountID(owner.id), chat: chat.id, id: takeID(), sender: .user(owner.id), date: now,
      text: text)
    message.isOutgoing = true
    simulation.note(message, byTwin: false)
  }

  private mutating func receive(_ described: CaseMessage, _ step: RuleCase.Step) async {
    failures += fired.problems.map { .init(line: step.line, message: $0.description) }
    let chat = described.chat
    self.chat = chat
    prepare(described, in: chat)
    var message = Message(
      account: AccountID(owner.id), chat: chat.id, id: takeID(), sender: .user(described.sender.id),
      date: now.advanced(by: .zero - described.age), text: described.text)
    message.media = described.media
    message.transcript = described.transcript.map {
      Transcript(text: $0, model: model.name, at: now)
    }
    if message.transcript != nil, message.media?.duration == nil { message.media?.duration = 5 }
    message.isForwarded = described.isForwarded
    message.repliesToOwner = described.repliesToOwner
    message.mentionsOwner = described.mentionsOwner
    message.isAutomatic = described.isAutomatic
    message.replyTo = described.replied.map { answered($0, by: described, in: chat) }
    waiting[message.id] = step
    let other = chat.id == .user(described.sender.id) ? described.sender : nil
    await take(
      await simulation.receive(
        message, in: chat, sender: described.sender, other: other, at: now, model: model),
      line: step.line)
  }

  /// What the case says of the time before.
  private mutating func prepare(_ described: CaseMessage, in chat: Chat) {
    let person = described.sender.id
    if !described.tags.isEmpty {
      simulation.tags[person] = Labelling(add: described.tags).applied(
        to: simulation.tags[person] ?? [])
    }
    if let isSeenBefore = described.isSeenBefore {
      simulation.seen[chat.id, default: [:]][.user(person)] = isSeenBefore ? 0 : nextID + 1
    }
  }

  /// The id of what a message answers: of this conversation, or of the time before it.
  private mutating func answered(
    _ text: String, by described: CaseMessage, in chat: Chat
  ) -> Int32 {
    let isOwners = described.repliesToOwner
    let known = simulation.messages(in: chat.id).last {
      $0.text == text && $0.isOutgoing == isOwners
    }
    if let known { return known.id }
    nextEarlierID -= 1
    var message = Message(
      account: AccountID(owner.id), chat: chat.id, id: nextEarlierID,
      sender: .user(isOwners ? owner.id : described.sender.id),
      date: now.advanced(by: .seconds(-3600)), text: text)
    message.isOutgoing = isOwners
    simulation.recall(message)
    return message.id
  }

  private mutating func judge(_ message: Message, _ verdict: Simulation.Verdict) async {
    guard let step = waiting.removeValue(forKey: message.id) else { return }
    if verdict.stop == nil {
      for one in simulation.considerations(verdict) {
        tallies[one.rule, default: [:]][one.outcome, default: 0] += 1
      }
    }
    var outcome = Expectation.Outcome(
      stop: verdict.stop, ruling: verdict.ruling, arrival: message.date)
    await speak(
      verdict.ruling.plan.speech, to: verdict.input.message.text, in: verdict.input.chat,
      at: verdict.input.now, &outcome)
    story.append(Self.line(outcome))
    story += verdict.ruling.notes.map { "  \($0)" }
    failures += (step.expectation ?? Expectation.none).complaints(about: outcome, names: names)
      .map { .init(line: step.line, message: $0) }
  }

  /// What is said stands in the conversation from then on.
  private mutating func speak(
    _ speech: Claim?, to question: String, in chat: Chat, at instant: Timestamp,
    _ outcome: inout Expectation.Outcome
  ) async {
    switch speech?.action {
    case .reply(let text, _), .draft(let text): outcome.text = text
    case .voiceReply(let reply) where reply.text != nil: outcome.text = reply.text
    case .aiReply, .aiDraft, .voiceReply:
      guard let composition = speech?.action.composition else { return }
      let disclosure = Disclosure(persona: composition.persona, owner: owner)
      if speech?.action.speaksToChat == true, let truth = disclosure.answer(to: [question]) {
        outcome.text = truth
        break
      }
      let request = TextRequest(system: composition.persona.system, turns: [])
      do {
        switch AnswerCheck(try await model.complete(request).text, persona: composition.persona) {
        case .fit(let text):
          let isFirst = speech?.action.speaksToChat == true && !spoken.contains(chat.id)
          outcome.text = isFirst ? disclosure.opened(text) : text
        case .forbidden(let word):
          outcome.trouble =
            "an answer that holds \"\(word)\", which persona \(composition.persona.name) never says"
        case .empty: outcome.trouble = "an empty answer"
        }
      } catch {
        outcome.trouble = "no answer: the model cannot be reached"
      }
    default: return
    }
    guard let text = outcome.text, speech?.action.speaksToChat == true else { return }
    var message = Message(
      account: AccountID(owner.id), chat: chat.id, id: takeID(), sender: .user(owner.id),
      date: max(instant, speech?.pace?.due ?? instant), text: text)
    message.isOutgoing = true
    spoken.insert(chat.id)
    simulation.note(message, byTwin: true)
  }

  private mutating func takeID() -> Int32 {
    nextID += 1
    return nextID
  }

  private static func line(_ outcome: Expectation.Outcome) -> String {
    if let stop = outcome.stop {
      return "stopped by the guard \"\(stop.kind.rawValue)\": \(stop.why)"
    }
    let claims = outcome.ruling.plan.claims.map { "\($0.action.name) by \($0.rule)" }
    let text = outcome.text.map { " “\($0)”" } ?? outcome.trouble.map { " (\($0))" } ?? ""
    return claims.isEmpty
      ? "nothing: \(outcome.ruling.reason)"
      : "\(claims.joined(separator: ", "))\(text): \(outcome.ruling.reason)"
  }
}

extension CaseMessage {
  /// Chats of one description are one chat.
  fileprivate var chat: Chat {
    switch kind {
    case .private, .bot, .saved, .service:
      let id = kind == .saved ? 1 : sender.id
      return Chat(
        id: .user(id), kind: kind, title: sender.fullName, username: sender.username)
    case .group, .channel:
      let title = title ?? (kind == .group ? "Book club" : "News")
      // The same in every process.
      let number = title.utf8.reduce(Int64(kind == .group ? 7 : 8)) {
        ($0 &* 31 &+ Int64($1)) & 0xFFFFFF
      }
      return Chat(id: .channel(1000 + number), kind: kind, title: title)
    }
  }
}
