package import Model
import Scripting

/// When a timer is due.
struct TimerSchedule: Sendable, Hashable {
  enum Kind: Sendable, Hashable {
    case interval(Duration)
    /// Seconds from the week's first midnight, a Monday's, by the local clock; ascending.
    case moments([Int], ZoneTable)
  }

  var kind: Kind
  /// If there are any, one of them must be open.
  var hours: [HoursTable] = []

  /// Hours may leave out this many times in a row; beyond that there is no next time.
  private static let mostLeftOut = 20_000

  /// - Parameter anchor: a time of the timer, from which intervals are counted.
  func next(after now: Timestamp, anchor: Timestamp) -> Timestamp? {
    var instant = now
    for _ in 0..<Self.mostLeftOut {
      guard let next = candidate(after: instant, anchor: anchor) else { return nil }
      if hours.isEmpty || hours.contains(where: { $0.isOpen(at: next) }) { return next }
      instant = next
    }
    return nil
  }

  private func candidate(after now: Timestamp, anchor: Timestamp) -> Timestamp? {
    switch kind {
    case .interval(let interval):
      let step = Int64((interval.seconds * 1000).rounded())
      guard step > 0 else { return nil }
      let passed = now.milliseconds - anchor.milliseconds
      let count = passed < 0 ? 0 : passed / step + 1
      return Timestamp(milliseconds: anchor.milliseconds + count * step)
    case .moments(let moments, let zone):
      let today = LocalTime(now, in: zone)
      let monday = (today.dayNumber - today.weekday) * 86_400
      // The clocks may move a time by hours, so the week before and after are looked at, too.
      return [-7, 0, 7, 14].lazy
        .flatMap { week in moments.map { monday + week * 86_400 + $0 } }
        .map { Timestamp(seconds: Int64(zone.instant(of: $0))) }
        .filter { $0 > now }.min()
    }
  }
}

/// A timer of a rule set, as the host sees it.
package struct RuleTimer: Sendable {
  /// `file/name`.
  package let id: String
  /// Equal for equal schedules.
  package let schedule: String
  /// The schedule as people read it: `mon-fri 18:00`, `every 2h, within awake`.
  package let words: String
  /// Where it is declared.
  package let file: String
  package let line: Int
  /// Whether it goes by a clock; else the first time is one interval after it was taken up.
  package var isByClock: Bool { if case .moments = times.kind { true } else { false } }
  /// Times that were missed are made up for by one.
  package let makesUp: Bool
  let times: TimerSchedule

  /// Nil if there is none.
  ///
  /// - Parameter anchor: a time of the timer, from which intervals are counted.
  package func next(after now: Timestamp, anchor: Timestamp) -> Timestamp? {
    times.next(after: now, anchor: anchor)
  }
}

/// A timer with everything looked up.
struct CompiledTimer: Sendable {
  enum Body: Sendable {
    case act([ActionRequest])
    case run(FunctionReference, file: Int)
  }

  var timer: RuleTimer
  var place: ScriptLocation
  var because: String
  var body: Body
  var hash: String
  var seed: Int64
}
