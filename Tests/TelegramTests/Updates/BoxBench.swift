import Model

@testable import Telegram

/// A box, the time, and what came out of it so far; payloads are words.
struct BoxBench {
  var box: UpdateBox<String>
  var now = Timestamp(seconds: 1_700_000_000)
  var delivered: [String] = []
  var gaps: [UpdatePosition.Sequence] = []
  var positions: [UpdatePosition.Sequence: UpdatePosition] = [:]

  /// Up to date at pts 10, qts 3, seq 5; channel 7 at pts 100.
  init() {
    box = UpdateBox(positions: [
      UpdatePosition(sequence: .account, pts: 10, qts: 3, seq: 5, date: 1000),
      UpdatePosition(sequence: .channel(7), pts: 100),
    ])
    _ = requests()
    accept(box.receive(.empty(date: 1000, seq: 5), at: now))
  }

  init(positions: [UpdatePosition]) { box = UpdateBox(positions: positions) }

  mutating func requests() -> [DifferenceRequest] { box.takeRequests(at: now) }

  mutating func requests(after pause: Duration) -> [DifferenceRequest] {
    now = now.advanced(by: pause)
    return requests()
  }

  mutating func accept(_ outcome: UpdateOutcome<String>) {
    for item in outcome.items {
      switch item {
      case .update(let word): delivered.append(word)
      case .gap(let sequence): gaps.append(sequence)
      }
    }
    for position in outcome.positions { positions[position.sequence] = position }
  }

  mutating func live(_ entries: UpdateEntry<String>..., seq: Int32 = 0, firstSeq: Int32 = 0) {
    accept(
      box.receive(UpdateContainer(entries: entries, firstSeq: firstSeq, seq: seq), at: now))
  }

  mutating func common(_ word: String, _ pts: Int32, _ count: Int32 = 1) {
    live(UpdateEntry(word, order: .common(pts: pts, count: count)))
  }

  mutating func channel(_ word: String, _ pts: Int32, _ count: Int32 = 1, id: Int64 = 7) {
    live(UpdateEntry(word, order: .channel(id, pts: pts, count: count)))
  }

  mutating func answer(
    _ words: [String], pts: Int32, qts: Int32 = 3, seq: Int32 = 5, isFinal: Bool = true
  ) {
    let state = UpdatePosition(sequence: .account, pts: pts, qts: qts, seq: seq, date: 2000)
    accept(
      box.receive(
        .updates(words.map { UpdateEntry($0) }, state: state, isFinal: isFinal), at: now))
  }

  mutating func answerChannel(
    _ id: Int64 = 7, _ words: [String], pts: Int32, isFinal: Bool = true
  ) {
    accept(
      box.receive(
        ChannelDifference.updates(words.map { UpdateEntry($0) }, pts: pts, isFinal: isFinal),
        ofChannel: id, at: now))
  }
}
