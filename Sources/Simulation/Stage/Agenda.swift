import Model

/// What is still to happen, by its time; what is put in for the same instant stays in order.
struct Agenda: Sendable {
  private var entries: [(at: Timestamp, kind: StormEvent.Kind)] = []
  private var next = 0

  /// Nothing.
  init() {}

  init(_ storm: Storm, from start: Timestamp) {
    entries = storm.events.map { (start.advanced(by: $0.at), $0.kind) }
  }

  var isEmpty: Bool { next == entries.count }
  var nextTime: Timestamp? { isEmpty ? nil : entries[next].at }

  mutating func take(until now: Timestamp) -> StormEvent.Kind? {
    guard next < entries.count, entries[next].at <= now else { return nil }
    defer { next += 1 }
    return entries[next].kind
  }

  mutating func add(_ kind: StormEvent.Kind, at instant: Timestamp) {
    let index = entries[next...].firstIndex { $0.at > instant } ?? entries.count
    entries.insert((instant, kind), at: index)
  }
}
