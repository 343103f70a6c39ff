import Model
import Rules

/// What was claimed when, for limits and caps; what the outbox's table is to the engine.
struct ClaimLedger: Sendable {
  private struct Entry: Sendable {
    var at: Timestamp
    /// Nil for what leaves for another chat.
    var chat: PeerID?
  }

  /// By rule, and all speech that leaves, ascending.
  private var byRule: [String: [Entry]] = [:]
  private var answers: [Entry] = []
  /// Speech that is not due yet, by chat.
  private var pending: [PeerID: [(rule: String, at: Timestamp, due: Timestamp)]] = [:]

  /// - Parameter standing: rules whose waiting answers stay.
  mutating func add(
    _ plan: Plan, in chat: PeerID, at now: Timestamp, standing: Set<String> = []
  ) {
    guard !plan.claims.isEmpty else { return }
    if plan.answer != nil { withdraw(in: chat, pendingAt: now, except: standing) }
    for rule in Set(plan.claims.map(\.rule)) {
      byRule[rule, default: []].append(Entry(at: now, chat: chat))
    }
    for claim in plan.claims where claim.action.isForward {
      answers.append(Entry(at: now, chat: nil))
    }
    guard let answer = plan.answer else { return }
    answers.append(Entry(at: now, chat: chat))
    pending[chat, default: []].append((answer.rule, now, answer.pace?.due ?? now))
  }

  /// Takes back what was to be said and is not due yet: another answer takes its place, or the owner
  /// wrote.
  mutating func withdraw(
    in chat: PeerID, pendingAt now: Timestamp, except standing: Set<String> = []
  ) {
    let open = (pending.removeValue(forKey: chat) ?? []).filter { $0.due > now }
    pending[chat] = open.filter { standing.contains($0.rule) }
    for one in open where !standing.contains(one.rule) {
      let isOpen = { (entry: Entry) in entry.chat == chat && entry.at == one.at }
      if let index = answers.lastIndex(where: isOpen) { answers.remove(at: index) }
      if let index = byRule[one.rule]?.lastIndex(where: isOpen) {
        byRule[one.rule]?.remove(at: index)
      }
    }
  }

  func isPending(_ rule: String, in chat: PeerID, at now: Timestamp) -> Bool {
    (pending[chat] ?? []).contains { $0.rule == rule && $0.due > now }
  }

  func claimCount(of rule: String, in chat: PeerID?, since: Timestamp) -> Int {
    Self.count(byRule[rule] ?? [], chat, since)
  }

  func spent(_ caps: AccountSettings.Caps, in chat: PeerID, at now: Timestamp) -> [String] {
    func isSpent(_ rate: Rate, _ chat: PeerID?) -> Bool {
      Self.count(answers, chat, now.advanced(by: .zero - rate.per)) >= rate.count
    }
    return caps.chat.filter { isSpent($0, chat) }
      .map { "the cap of \(Wording.rate($0)) for one chat is used up" }
      + caps.total.filter { isSpent($0, nil) }
      .map { "the cap of \(Wording.rate($0)) in all is used up" }
  }

  /// Entries are in order, so the search ends with the first that is too old.
  private static func count(_ entries: [Entry], _ chat: PeerID?, _ since: Timestamp) -> Int {
    entries.reversed().prefix { $0.at > since }.count { chat == nil || $0.chat == chat }
  }
}
