import Engine
import Model
import Sandbox

/// Holds what the twin said it would do against what the contacts saw.
struct DemoLedger {
  private struct Place: Hashable {
    let chat: PeerID
    let message: Int32
  }

  /// What reached the owner's account and so must be decided.
  private var received: Set<Place> = []
  private var decisions: [Place: EngineEvent.Verdict] = [:]
  private var cancelled: Set<Place> = []
  /// What Telegram or the model refused, notices to the owner included.
  private var failures = 0
  private var sent: [Int64: EngineEvent.Sent] = [:]
  private var arrivals: [Int64: [Arrival]] = [:]
  /// Sent in the owner's name by nobody knows whom.
  private var unexplained: [Arrival] = []

  // MARK: What is seen

  mutating func receive(_ arrival: Arrival) {
    received.insert(Place(chat: arrival.chat, message: arrival.message.id))
  }

  /// - Parameter arrival: in the owner's name, as it lies in a contact's mailbox.
  mutating func arrive(_ arrival: Arrival) {
    if let randomID = arrival.randomID {
      arrivals[randomID, default: []].append(arrival)
    } else {
      unexplained.append(arrival)
    }
  }

  mutating func take(_ event: EngineEvent) {
    switch event.kind {
    case .decision(let it): decisions[Place(chat: it.chat, message: it.message)] = it
    case .sent(let it): sent[it.randomID] = it
    case .failed: failures += 1
    case .cancelled(let it):
      if let message = it.answers { cancelled.insert(Place(chat: it.chat, message: message)) }
    default: break
    }
  }

  // MARK: What it comes to

  struct Summary: Encodable {
    let event = "summary"
    let received: Int
    let answered: Int
    let ignored: Int
    /// Answers that were planned and taken back: for a newer message, or for the owner.
    let cancelled: Int
    let duplicates: Int
    let lost: Int

    var isFlawless: Bool { duplicates == 0 && lost == 0 }
  }

  func summary() -> Summary {
    var answered = 0
    var ignored = 0
    var lost = 0
    for place in received {
      guard let decision = decisions[place] else {
        // Nothing is decided about what no monitor covers.
        ignored += 1
        continue
      }
      if !Self.answers(decision) {
        ignored += 1
      } else if isAnswered(place, decision) {
        answered += 1
      } else if !cancelled.contains(place) {
        lost += 1
      }
    }
    let taken = received.filter {
      cancelled.contains($0) && decisions[$0].map(Self.answers) == true
    }
    return Summary(
      received: received.count, answered: answered, ignored: ignored,
      cancelled: taken.count { !isAnswered($0, decisions[$0]) }, duplicates: duplicates,
      lost: lost + strangers + failures)
  }

  /// It reached the contact, with the words that were planned, and not before its time.
  private func isAnswered(_ place: Place, _ decision: EngineEvent.Verdict?) -> Bool {
    sent.values.contains { sent in
      guard sent.chat == place.chat, sent.answers == place.message,
        let arrival = arrivals[sent.randomID]?.first
      else { return false }
      let wasDue = decision?.due.map { Int64(arrival.message.date) >= $0.seconds } ?? true
      return arrival.text == sent.text && wasDue
    }
  }

  private var duplicates: Int {
    let twice = arrivals.values.reduce(0) { $0 + $1.count - 1 }
    let answers = sent.values.compactMap { sent in
      sent.answers.map { Place(chat: sent.chat, message: $0) }
    }
    return twice + answers.count - Set(answers).count
  }

  /// Messages in the owner's name that no plan explains.
  private var strangers: Int {
    unexplained.count + arrivals.keys.count { sent[$0] == nil }
  }

  private static func answers(_ decision: EngineEvent.Verdict) -> Bool {
    ["reply", "ai_reply", "voice_reply"].contains(where: decision.actions.contains)
  }
}
