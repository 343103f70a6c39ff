package import MTProto
package import Model

/// The one clock of a simulation, in the forms that its parts take.
package struct SimulatedTime: Sendable {
  package let manual: ManualClock

  package init(_ start: Timestamp) { manual = ManualClock(start) }

  package var now: Timestamp { manual.now }
  package var clock: WallClock { manual.clock }

  /// MTProto's time: both of its clocks are this one.
  package var moment: @Sendable () -> Moment {
    { [manual] in
      let now = Duration.milliseconds(manual.now.milliseconds)
      return Moment(unix: now, monotonic: now)
    }
  }
}
