package import Sandbox

/// What the server or the network does wrong.
package enum Trouble: Sendable, Hashable {
  /// All connections are cut.
  case cut
  /// Nobody is let in any more, or everybody again.
  case refuseConnections
  case acceptConnections
  /// On its next occasion the server does this.
  case fault(Fault)
  /// What was held back is sent.
  case releaseAnswers
  /// The server's clock is off by so much, or right again.
  case skewClock(Duration)
  case setClockRight
  case forgetTemporaryKeys
  case forgetSessions

  /// How reports count it; nil for what only ends another trouble.
  package var name: String? {
    switch self {
    case .cut: "cut"
    case .refuseConnections: "refuseConnections"
    case .acceptConnections, .releaseAnswers, .setClockRight: nil
    case .skewClock: "skewClock"
    case .forgetTemporaryKeys: "forgetTemporaryKeys"
    case .forgetSessions: "forgetSessions"
    case .fault(let fault):
      switch fault.kind {
      case .refuse(let refusal): refusal.text.filter { !$0.isNumber }
      default: String("\(fault.kind)".prefix { $0 != "(" })
      }
    }
  }
}
