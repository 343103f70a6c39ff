/// Whether the other end is alive, told from what arrives and from pings. All instants monotonic.
struct ConnectionHealth: Sendable {
  /// Something arrived, or the connection was made.
  private var lastReceived: Duration
  private var lastPing: Duration?
  private var unanswered: (id: Int64, since: Duration)?

  init(since monotonic: Duration = .zero) {
    lastReceived = monotonic
  }

  mutating func heard(at monotonic: Duration) {
    lastReceived = max(lastReceived, monotonic)
  }

  mutating func pong(_ id: Int64) {
    if unanswered?.id == id { unanswered = nil }
  }

  mutating func pinged(_ id: Int64, at monotonic: Duration) {
    lastPing = monotonic
    if unanswered == nil { unanswered = (id, monotonic) }
  }

  /// The ping was refused: another one is due at once.
  mutating func pingRefused() {
    lastPing = nil
    unanswered = nil
  }

  /// The first ping is due with the connection: it tells the server of it.
  func pingDue(_ configuration: ClientSession.Configuration) -> Duration {
    guard let lastPing else { return lastReceived }
    let regular = lastPing + configuration.pingInterval
    guard unanswered == nil else { return regular }
    return min(regular, max(lastReceived, lastPing) + configuration.pingAfter)
  }

  func deathDue(_ configuration: ClientSession.Configuration) -> Duration? {
    unanswered.map { max($0.since, lastReceived) + configuration.pingTimeout }
  }

  func nextEvent(_ configuration: ClientSession.Configuration) -> Duration {
    let ping = pingDue(configuration)
    return deathDue(configuration).map { min($0, ping) } ?? ping
  }
}
