package import Model
import Rules
package import Store

/// Holds rules against stored history: what they would have done, beside what was done. Nothing is
/// sent, nothing is stored, and no model is asked.
package struct Replay: Sendable {
  /// One message that somebody wrote.
  package struct Entry: Sendable, Hashable {
    package var message: Message
    package var chat: Chat
    package var before: Result
    package var after: Result

    package var isChanged: Bool { before.acts != after.acts }
  }

  /// What was decided, or would be.
  package struct Result: Sendable, Hashable {
    /// The host's guard that stopped it.
    package var stop: GuardStop.Kind?
    package var plan: Plan
    package var reason: String

    /// What of it can be seen: two decisions are the same if these are.
    fileprivate var acts: [Claim] { plan.claims }

    /// `ai_reply by people/friends`, or why nothing is done.
    package var summary: String {
      if plan.claims.isEmpty { return "nothing: \(reason)" }
      return plan.claims.map { "\($0.action.name) by \($0.rule)" }.joined(separator: ", ")
    }
  }

  /// What answers would cost.
  package struct Cost: Sendable, Hashable, Codable {
    package var calls = 0
    /// Estimated at four characters each.
    package var promptTokens = 0
    package var completionTokens = 0
  }

  package struct Report: Sendable {
    package var messages = 0
    /// Messages that were decided then, and can be decided now.
    package var decided = 0
    package var answeredBefore = 0
    package var answeredAfter = 0
    package var changed = 0
    /// Left out, as what the guards then knew is not stored: the kill switch, for instance.
    package var skipped = 0
    /// How often timers ran, as the rules are now.
    package var timers = 0
    /// Of the rules as they are now.
    package var cost = Cost()
    package var problems: [String] = []

    package init() {}
  }

  package var rules: any Rulings
  package var store: Store
  package var account: AccountID
  /// Whether the rules begin with a copy of what they keep now, rather than with nothing.
  package var startsWithState: Bool

  package init(
    rules: any Rulings, store: Store, account: AccountID, startsWithState: Bool = false
  ) {
    self.startsWithState = startsWithState
    self.rules = rules
    self.store = store
    self.account = account
  }

  /// Rules may look back so far before the first message: limits, the owner's last word, history.
  private static let runUp = Duration.seconds(2 * 86_400)

  /// - Parameters:
  ///   - chat: nil for all.
  ///   - each: given every message that is decided, in the order in which they came.
  /// - Throws: `StoreError`, `CancellationError`.
  package func run(
    since: Timestamp, until: Timestamp, chat: PeerID? = nil,
    each: (Entry) throws -> Void
  ) async throws -> Report {
    let chats = try await store.chats(of: account)
    let contacts = try await store.contacts(of: account)
    let owner =
      contacts[account.rawValue] ?? Contact(id: account.rawValue, firstName: "", isSelf: true)
    let model = ReplayModel()
    var simulation = Simulation(
      rules: rules, owner: owner, account: account,
      state: startsWithState ? try await store.states(of: account) : [:])
    let start = since.advanced(by: .zero - Self.runUp)
    simulation.tags = try await store.tags(of: account, before: start)
    simulation.memory = SimulatedMemory(try await store.facts(of: account, before: start))
    simulation.seen = try await store.peopleSeen(of: account)
    var report = Report()
    var tally = Tally()
    let pages = Pages(
      store: store, account: account, since: since.advanced(by: .zero - Self.runUp), until: until,
      chat: chat)
    var page = try await pages.after(nil)
    while let end = page.last {
      try Task.checkCancellation()
      // Read while this one is decided.
      async let next = pages.after(end)
      for past in page {
        let message = past.message
        let passed = await simulation.advance(to: message.date, model: model)
        try tally.count(passed, since: since, &report, simulation, each)
        if message.isOutgoing {
          simulation.note(message, byTwin: past.isTwin)
          continue
        }
        let other = message.chat.userID.flatMap { contacts[$0] }
        var sender: Contact?
        if case .user(let id)? = message.sender { sender = contacts[id] }
        let known = chats[message.chat] ?? Chat(unknown: message.chat, account: account)
        tally.pasts[message.reference] = past
        let outcomes = await simulation.receive(
          message, in: known, sender: sender, other: other, at: past.verdict?.at ?? message.date,
          model: model)
        try tally.count(outcomes, since: since, &report, simulation, each)
      }
      page = try await next
    }
    let rest = await simulation.finish(model: model)
    try tally.count(rest, since: since, &report, simulation, each)
    report.cost.add(model.asked)
    return report
  }

  /// The stored messages of a span of time, page by page.
  private struct Pages: Sendable {
    let store: Store
    let account: AccountID
    let since: Timestamp
    let until: Timestamp
    let chat: PeerID?

    func after(_ last: PastMessage?) async throws -> [PastMessage] {
      try await store.pastMessages(
        of: account, since: since, until: until, chat: chat, after: last)
    }
  }

  /// Brings together what was decided then and what would be now.
  private struct Tally {
    /// Messages that are not decided yet.
    var pasts: [MessageReference: PastMessage] = [:]
    private var problems: Set<String> = []

    init() {}

    mutating func count(
      _ outcomes: [Simulation.Outcome], since: Timestamp, _ report: inout Report,
      _ simulation: Simulation, _ each: (Entry) throws -> Void
    ) throws {
      for outcome in outcomes {
        switch outcome {
        case .timer(_, let instant, let ruling):
          guard instant >= since else { continue }
          report.timers += 1
          note(ruling.problems, in: &report)
        // No decision: what has been said again stands in none.
        case .again: break
        case .message(let message, let verdict):
          guard let past = pasts.removeValue(forKey: message.reference), message.date >= since
          else { continue }
          report.messages += 1
          guard let before = past.verdict, !Replay.isBeyond(before.stop) else {
            report.skipped += past.verdict == nil ? 0 : 1
            continue
          }
          let entry = Entry(
            message: message, chat: verdict.input.chat,
            before: Result(stop: before.stop, plan: before.plan, reason: before.reason),
            after: Result(
              stop: verdict.stop?.kind, plan: verdict.ruling.plan, reason: verdict.ruling.reason))
          report.count(entry, history: simulation.messages(in: message.chat))
          note(verdict.ruling.problems, in: &report)
          try each(entry)
        }
      }
    }

    private mutating func note(_ found: [RuleProblem], in report: inout Report) {
      for problem in found where problems.insert("\(problem)").inserted {
        report.problems.append("\(problem)")
      }
    }
  }

  /// Guards that go by what is not stored with the messages.
  private static func isBeyond(_ stop: GuardStop.Kind?) -> Bool {
    switch stop {
    case .killSwitch, .deleted, .answered, .paid: true
    default: false
    }
  }
}

extension Replay.Report {
  fileprivate mutating func count(_ entry: Replay.Entry, history: [Message]) {
    decided += 1
    if entry.before.plan.speech?.action.speaksToChat == true { answeredBefore += 1 }
    if entry.after.plan.speech?.action.speaksToChat == true { answeredAfter += 1 }
    if entry.isChanged { changed += 1 }
    for claim in entry.after.plan.claims {
      guard let composition = claim.action.composition else { continue }
      let earlier = history.suffix(composition.historyLength + 1).map(\.text.count).reduce(0, +)
      let system = composition.persona.system.count + (composition.instruction?.count ?? 0)
      cost.calls += 1
      cost.promptTokens += (system + earlier + 3) / 4
      cost.completionTokens += min(composition.persona.maximumLength ?? 240, 600) / 8
    }
  }
}

extension Replay.Cost {
  fileprivate mutating func add(_ other: Replay.Cost) {
    calls += other.calls
    promptTokens += other.promptTokens
    completionTokens += other.completionTokens
  }
}

extension PeerID {
  fileprivate var userID: Int64? {
    if case .user(let id) = self { id } else { nil }
  }
}
