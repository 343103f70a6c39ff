import Model
import Sandbox

/// Holds what the twins say they did against what really happened: each message decided once, each
/// answer once at its contact, in order, in time and in the words of its plan.
struct Ledger {
  let town: Town
  let chronicle: Chronicle
  /// What lies on the server in the end.
  let world: World
  private(set) var problems: [String] = []
  private(set) var counts = SoakReport.Counts()
  /// What a run with the same seed must give again, line by line.
  private(set) var account: [String] = []

  init(town: Town, chronicle: Chronicle, world: World) {
    self.town = town
    self.chronicle = chronicle
    self.world = world
  }

  mutating func check(_ record: TwinRecord, of number: Int, rules: WatchedRules, lives: Int) {
    let lines = chronicle.lines.filter { town.places[$0.place].owner == record.account.rawValue }
    counts.messages += lines.count
    checkDecisions(lines, record, rules, number, lives: lives)
    checkQueue(record, lines)
    let answers = checkSpeech(record)
    checkOrder(of: answers, in: record, lines)
    checkReactions(lines, record)
    checkLinesToTheOwner(record)
    write(lines, record, answers)
  }

  mutating func report(_ problem: String) { problems.append(problem) }

  // MARK: In

  private mutating func checkDecisions(
    _ lines: [Chronicle.Line], _ record: TwinRecord, _ rules: WatchedRules, _ number: Int,
    lives: Int
  ) {
    var strange = Set(record.verdicts.keys)
    for line in lines {
      let place = place(of: line)
      strange.remove(place)
      let asked = rules.timesAsked(
        about: MessageReference(account: record.account, chat: place.chat, id: place.id))
      counts.asked += asked
      // A life that ends in the middle of a decision has it made again by the next one; a message that
      // is changed is another one.
      if asked > lives + line.edits { report("m\(line.token) was put to the rules \(asked) times") }
      guard let verdict = record.verdicts[place] else {
        if line.deletedAt == nil { report("m\(line.token) was never decided") }
        continue
      }
      counts.decisions += 1
      if record.messages[place] != line.text, line.deletedAt == nil {
        report("m\(line.token) is stored as \"\(record.messages[place] ?? "nothing")\"")
      }
      guard let stop = verdict.guardStop else {
        if asked == 0 { report("m\(line.token) was decided without the rules") }
        if verdict.rule != "storm/\(line.manner.rawValue)" {
          report("m\(line.token) was decided by \(verdict.rule ?? "nobody")")
        }
        continue
      }
      counts.guarded[stop, default: 0] += 1
      if !isPlausible(stop, line, number) { report("m\(line.token) was stopped by \(stop)") }
    }
    // Where a group was created is told with its first messages, if they are told as its history.
    for place in strange where record.verdicts[place]?.guardStop != "service" {
      report("\(place.chat)/\(place.id), which nobody wrote, was decided")
    }
    if record.undecided > 0 { report("\(record.undecided) messages still wait to be decided") }
  }

  /// Whether people gave this guard a reason.
  private func isPlausible(_ stop: String, _ line: Chronicle.Line, _ account: Int) -> Bool {
    switch stop {
    case "owner_wrote": chronicle.takenOver.contains(line.place)
    case "kill_switch": chronicle.halted.contains(account)
    case "deleted": line.deletedAt != nil
    case "loop": true
    default: false
    }
  }

  // MARK: Out

  private mutating func checkQueue(_ record: TwinRecord, _ lines: [Chronicle.Line]) {
    let deleted = Set(lines.filter { $0.deletedAt != nil }.map(place))
    for item in record.items {
      switch item.state {
      case "sent": counts.sent[item.lane, default: 0] += 1
      case "cancelled": counts.cancelled[Self.kind(of: item.reason), default: 0] += 1
      case "failed":
        counts.failed += 1
        if !isRight(item, deleted) { report("\(name(of: item)) failed: \(item.reason ?? "")") }
      default: report("\(name(of: item)) is still \(item.state): \(item.reason ?? "")")
      }
    }
  }

  /// Whether people or the storm gave the server a reason to refuse it.
  private func isRight(_ item: TwinRecord.Item, _ deleted: Set<TwinRecord.Place>) -> Bool {
    guard let reason = item.reason else { return false }
    if reason.contains("blocked") { return true }
    // Four times in a row, at the times when it was asked.
    if item.action == "aiReply", reason == SimulatedModel.outOfOrder { return true }
    // What is gone can be given no emoji; the twin learns that it is gone by being told so.
    guard item.action == "react", reason.contains("MESSAGE_ID_INVALID") else { return false }
    return item.place.map(deleted.contains) == true
  }

  private func place(of line: Chronicle.Line) -> TwinRecord.Place {
    TwinRecord.Place(chat: town.places[line.place].chat, id: line.ownerID)
  }

  private static func kind(of reason: String?) -> String {
    let reason = reason ?? "without a reason"
    return reason.hasPrefix("superseded") ? "superseded by a later message" : reason
  }

  private func name(of item: TwinRecord.Item) -> String {
    "item \(item.id) (\(item.action) to \(item.target), answers \(item.message.map(String.init) ?? "nothing"))"
  }

  /// What reached each contact is what was sent, no more and no less.
  ///
  /// - Returns: for each item the message that it became.
  private mutating func checkSpeech(_ record: TwinRecord) -> [Int64: StoredMessage] {
    var found: [Int64: StoredMessage] = [:]
    for place in town.places where place.owner == record.account.rawValue {
      // Once for the owner, whose ids the twin knows, and once for a contact, who must see the same.
      let own = spoken(in: place.chat, by: place.owner, for: place.owner)
      let seen = place.writers.map { writer in
        spoken(in: place.chat(for: writer), by: place.owner, for: writer).map(\.key)
      }
      for keys in seen where keys != own.map(\.key) {
        report("a contact in \(place.chat) does not see what the owner sees")
      }
      let sent = record.items.filter {
        $0.target == place.chat && ["speech", "row"].contains($0.lane) && $0.state == "sent"
      }
      found.merge(match(sent, with: own, in: "\(place.chat)")) { first, _ in first }
    }
    return found
  }

  /// The messages that the owner's program wrote, oldest first.
  private func spoken(in chat: PeerID, by owner: Int64, for viewer: Int64) -> [StoredMessage] {
    let page = try? world.history(of: chat, for: viewer, HistoryQuery(limit: .max))
    return (page?.messages.reversed() ?? []).filter {
      $0.author == owner && $0.service == nil && !chronicle.byHand.contains($0.key)
    }
  }

  private mutating func match(
    _ sent: [TwinRecord.Item], with messages: [StoredMessage], in chat: String
  ) -> [Int64: StoredMessage] {
    var found: [Int64: StoredMessage] = [:]
    var left = messages
    for item in sent {
      let index = left.firstIndex { message in
        item.sentID.map { $0 == message.id } ?? (item.text == message.text)
      }
      guard let index else {
        report("\(name(of: item)) counts as sent and never arrived")
        continue
      }
      let message = left.remove(at: index)
      if item.text != message.text {
        report("\(name(of: item)) arrived as \"\(message.text)\"")
      }
      if Int64(message.date) < item.due.seconds {
        report("\(name(of: item)) arrived \(item.due.seconds - Int64(message.date)) s too early")
      }
      found[item.id] = message
    }
    for message in left {
      report("\"\(message.text)\" arrived in \(chat) and nothing says that it was sent")
    }
    return found
  }

  /// Lines that left together, as the one message that they became.
  private mutating func joined(_ sent: [TwinRecord.Item]) -> [TwinRecord.Item] {
    let followers = Dictionary(grouping: sent.filter { $0.joinedInto != nil }) { $0.joinedInto }
    for (id, lines) in followers where !sent.contains(where: { $0.id == id }) {
      for line in lines { report("\(name(of: line)) counts as sent with one that was not") }
    }
    return sent.filter { $0.joinedInto == nil }.map { first in
      guard let others = followers[first.id] else { return first }
      for other in others where other.sentID != first.sentID {
        report("\(name(of: other)) counts as sent with another message")
      }
      let all = [first] + others
      let mark = "Understudy: "
      let lines = all.map { "\n· \(($0.text ?? "").dropFirst(mark.count))" }
      var whole = first
      whole.text = "Understudy, \(all.count) lines:" + lines.joined()
      whole.due = all.map(\.due).max() ?? first.due
      return whole
    }
  }

  /// The answers of a chat come in the order of what they answer, the messages of one in their own. What was changed is decided anew, after
  /// what came before the change.
  private mutating func checkOrder(
    of answers: [Int64: StoredMessage], in record: TwinRecord, _ lines: [Chronicle.Line]
  ) {
    let edited = Set(lines.filter { $0.edits > 0 }.map(place))
    var last: [PeerID: (answered: Int32, arrived: Int32)] = [:]
    for item in record.items.sorted(by: { ($0.message ?? 0, $0.id) < ($1.message ?? 0, $1.id) }) {
      guard let arrived = answers[item.id]?.id, let answered = item.message,
        item.place.map(edited.contains) != true
      else { continue }
      if let before = last[item.target], before.arrived > arrived {
        report("in \(item.target) the answer to \(answered) came before that to \(before.answered)")
      }
      last[item.target] = (answered, arrived)
    }
  }

  /// A message that arrives after all makes its item one that was sent; a reaction that was cancelled after
  /// an attempt without an answer may be there or not, and nothing tells whose it is.
  private mutating func checkReactions(_ lines: [Chronicle.Line], _ record: TwinRecord) {
    let items = Dictionary(grouping: record.items.filter { $0.action == "react" }, by: \.place)
    for line in lines where line.deletedAt == nil {
      let chat = town.places[line.place].chat
      let message = world.find(line.ownerID, in: chat, for: record.account.rawValue)
      let count = message?.reactions.count { $0.person == record.account.rawValue } ?? 0
      let own = items[TwinRecord.Place(chat: chat, id: line.ownerID)] ?? []
      let least = own.contains { $0.state == "sent" } ? 1 : 0
      let most = own.contains { $0.state == "sent" || $0.attempts > 0 } ? 1 : 0
      if !(least...most).contains(count) {
        report("m\(line.token) has \(count) reactions of the owner's in place of \(least)")
      }
    }
  }

  /// Saved Messages hold each line to the owner once.
  private mutating func checkLinesToTheOwner(_ record: TwinRecord) {
    let saved = PeerID.user(record.account.rawValue)
    let lines = spoken(in: saved, by: record.account.rawValue, for: record.account.rawValue)
    let sent = record.items.filter {
      $0.target == saved && $0.lane == "notice" && $0.state == "sent"
    }
    _ = match(joined(sent), with: lines, in: "Saved Messages")
  }

  // MARK: The account that a run can be compared by

  private mutating func write(
    _ lines: [Chronicle.Line], _ record: TwinRecord, _ answers: [Int64: StoredMessage]
  ) {
    let items = Dictionary(grouping: record.items, by: \.place)
    for line in lines {
      let place = place(of: line)
      let verdict = record.verdicts[place]
      var text = "m\(line.token) \(line.ownerID) \(verdict?.guardStop ?? verdict?.rule ?? "-")"
      for item in items[place] ?? [] {
        text += " \(item.action) \(item.state) \(item.due) \(item.text ?? "")"
        if let message = answers[item.id] { text += " at \(message.date)" }
      }
      account.append(text)
    }
  }
}
