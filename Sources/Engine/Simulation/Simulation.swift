package import Model
package import Rules
import Store

/// The engine's judgement over a conversation in memory: guards and rules as they stand, at any speed,
/// with nothing sent and nothing stored. What test files and replays run on.
///
/// Messages are to be given in the order in which they came.
package struct Simulation {
  package struct Verdict: Sendable {
    /// The guard that stopped it; no rule was asked then.
    package var stop: GuardStop?
    package var ruling: Ruling
    package var input: DecisionInput
  }

  private let rules: any Rulings
  private let owner: Contact
  private var chats: [PeerID: Conversation] = [:]
  private var claims = ClaimLedger()
  /// What rules keep.
  private var state: [StateKey: StateEntry] = [:]

  package init(rules: any Rulings, owner: Contact) {
    self.rules = rules
    self.owner = owner
  }

  /// What the owner or the twin has sent.
  package mutating func note(_ message: Message, byTwin: Bool) {
    chats[message.chat, default: Conversation()].add(message, isTwin: byTwin)
    guard !byTwin else { return }
    claims.withdraw(in: message.chat, pendingAt: message.date)
    chats[message.chat]?.ownerMark = OwnerMark(at: message.date, message: message.id)
  }

  /// Decides about a message, and counts what is claimed as done.
  ///
  /// - Parameters:
  ///   - other: the other side of a private chat.
  ///   - model: answers for `ai.complete`.
  package mutating func decide(
    _ message: Message, in chat: Chat, sender: Contact?, other: Contact?, at now: Timestamp,
    model: any TextModel
  ) async -> Verdict {
    chats[message.chat, default: Conversation()].add(message, isTwin: false)
    let conversation = chats[message.chat] ?? Conversation()
    let input = DecisionInput(
      message: message, chat: chat, sender: sender, owner: owner, now: now,
      ownerLastWrote: conversation.ownerMark?.at)
    let situation = Situation(
      message: message, chat: chat, sender: sender, now: now, settings: rules.account,
      monitor: rules.monitor(of: message, in: chat, contact: other, owner: owner),
      ownerMark: conversation.ownerMark,
      spentCaps: claims.spent(rules.account.caps, in: message.chat, at: now),
      traffic: conversation.traffic)
    if let stop = HostGuards.stop(situation) {
      return Verdict(stop: stop, ruling: Ruling(reason: stop.why), input: input)
    }
    let host = SimulatedHost(
      messages: conversation.messages, claims: claims, model: model, state: state)
    let ruling = await rules.decide(input, host: host)
    claims.add(ruling.plan, in: message.chat, at: now)
    for (key, entry) in ruling.state.changes { state[key] = entry }
    return Verdict(ruling: ruling, input: input)
  }

  /// What a function may ask for, in this chat as it stands.
  package func host(in chat: PeerID, model: any TextModel) -> any RuleHost {
    SimulatedHost(messages: messages(in: chat), claims: claims, model: model, state: state)
  }

  /// The newest messages of a chat, oldest first.
  func messages(in chat: PeerID) -> [Message] { chats[chat]?.messages ?? [] }

  /// What the record says of each rule.
  package func considerations(_ verdict: Verdict) -> [Consideration] {
    rules.considerations(of: verdict.ruling, about: verdict.input).considered
  }
}

/// What one chat is remembered by.
private struct Conversation {
  private(set) var messages: [Message] = []
  /// Newest first.
  private(set) var traffic: [Traffic] = []
  var ownerMark: OwnerMark?

  /// As far as any rule can look back, and as far as the loop guard does.
  private static let longest = 400
  private static let trafficLength = 40

  mutating func add(_ message: Message, isTwin: Bool) {
    messages.append(message)
    if messages.count > 2 * Self.longest { messages.removeFirst(Self.longest) }
    traffic.insert(
      Traffic(date: message.date, isOutgoing: message.isOutgoing, isTwin: isTwin), at: 0)
    if traffic.count > Self.trafficLength { traffic.removeLast() }
  }
}
