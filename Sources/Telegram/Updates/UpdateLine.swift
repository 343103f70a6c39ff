/// One of Telegram's number lines (pts, qts, seq or a channel's pts) with what waits behind a hole.
///
/// Rules and names: core.telegram.org/api/updates, "Update handling".
struct UpdateLine<Payload: Sendable>: Sendable {
  /// Moves the line from `start` to `end`; `start == end` is an update that changes no number.
  struct Step: Sendable {
    var start: Int32
    var end: Int32
    var payloads: [Payload]
  }

  /// What waits may be fetched again, so a flood of it is dropped rather than kept.
  static var maximumPending: Int { 2000 }

  /// Nil until the first number is known.
  private(set) var position: Int32?
  /// In the order in which the steps will be taken.
  private var pending: [Step] = []
  /// Something that waited was dropped: only a difference brings it back.
  private(set) var hasDropped = false

  init(position: Int32? = nil) { self.position = position }

  var hasPending: Bool { !pending.isEmpty }
  var pendingCount: Int { pending.count }

  /// Takes the step if it is the next one, with all that waited for it; ignores it if it was taken
  /// before; otherwise keeps it.
  ///
  /// - Parameter mayKeep: false: what would have to wait is dropped.
  /// - Returns: what is to be delivered now, in order.
  mutating func offer(_ step: Step, mayKeep: Bool = true) -> [Payload] {
    guard let position else {
      // The first number seen. An update that changes no number may be overtaken by the message
      // that made this number, so the line starts one below it.
      self.position = step.start == step.end ? step.end &- 1 : step.end
      return step.payloads
    }
    if step.start == position {
      self.position = step.end
      return step.payloads + takePending()
    }
    guard step.end > position else { return [] }
    keep(step, mayKeep: mayKeep)
    return []
  }

  /// Keeps the step without looking: a difference is on its way and says first what comes before.
  mutating func keep(_ step: Step, mayKeep: Bool = true) {
    guard mayKeep, pending.count < Self.maximumPending else {
      hasDropped = true
      return
    }
    let index = pending.firstIndex { ($0.start, $0.end) > (step.start, step.end) }
    pending.insert(step, at: index ?? pending.endIndex)
  }

  /// The server's word: everything up to `position` was delivered by other means.
  ///
  /// - Returns: what waited and follows now.
  mutating func move(to position: Int32) -> [Payload] {
    self.position = position
    return takePending()
  }

  /// The same, while what waits goes on waiting: more comes before it.
  mutating func advance(to position: Int32) { self.position = position }

  /// Gives up on a hole: what waits is delivered as if nothing were missing.
  mutating func skipHoles() -> [Payload] {
    let all = pending
    pending = []
    hasDropped = false
    for step in all { position = max(position ?? step.end, step.end) }
    return all.flatMap(\.payloads)
  }

  mutating func forgetDropped() { hasDropped = false }

  private mutating func takePending() -> [Payload] {
    guard var reached = position else { return [] }
    var taken: [Payload] = []
    var waiting: [Step] = []
    for step in pending {
      if step.start == reached {
        reached = step.end
        taken += step.payloads
      } else if step.start > reached {
        waiting.append(step)
      }
      // A step that starts below was delivered before, or by the difference that moved the line.
    }
    position = reached
    pending = waiting
    return taken
  }
}
