/// The server's time, followed by the monotonic clock once it is known, so that nothing that happens
/// to the wall clock moves it. Not to be stored: it is bound to the machine's monotonic clock.
package struct ServerClock: Hashable, Sendable {
  private var server: Duration?
  private var monotonic: Duration = .zero

  /// Not synchronised: the wall clock is believed until the server has spoken.
  package init() {}

  package init(serverTime: Duration, at moment: Moment) {
    synchronise(serverTime: serverTime, at: moment)
  }

  package var isSynchronised: Bool { server != nil }

  /// Since 1970-01-01 UTC.
  package func now(_ moment: Moment) -> Duration {
    guard let server else { return moment.unix }
    return server + (moment.monotonic - monotonic)
  }

  package mutating func synchronise(serverTime: Duration, at moment: Moment) {
    server = serverTime
    monotonic = moment.monotonic
  }

  /// Goes back to the wall clock, until the next synchronisation.
  package mutating func forget() {
    server = nil
  }
}
