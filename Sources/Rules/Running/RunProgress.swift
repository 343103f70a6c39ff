import Scripting
import Synchronization

/// What a run has come to so far, shared by all its branches.
final class RunProgress: Sendable {
  struct Value: Sendable {
    var contactTexts: ContactTexts
    var state: StateTable
    var notes: [String] = []
    /// How many of them are logged lines.
    var logged = 0
    var web = WebVisit()
    /// What the run waits for, or waited for last.
    var lastCall: HostCall?

    init(contactTexts: ContactTexts, state: StateTable) {
      self.contactTexts = contactTexts
      self.state = state
    }

    mutating func take(_ step: RunStep) {
      if !step.notes.isEmpty { notes += step.notes.map(web.hidden) }
      logged += step.logged
      for one in step.counted { notes.append(state.count(one.name, by: one.amount)) }
    }
  }

  private let value: Mutex<Value>

  init(_ value: Value) { self.value = Mutex(value) }

  var current: Value { value.withLock(\.self) }

  func take(_ step: RunStep) { value.withLock { $0.take(step) } }

  func change<Found: Sendable>(_ body: (inout Value) throws -> Found) rethrows -> Found {
    try value.withLock { value in try body(&value) }
  }
}
