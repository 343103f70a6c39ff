package import Sandbox

/// What the server or the network does wrong.
package enum Trouble: Sendable, Hashable {
  /// All connections are cut.
  case cut
  /// Nobody is let in any more, or everybody again.
  case refuseConnections
  case acceptConnections
  /// The next call of this method fails so.
  case call(CallFault, method: String)
  /// What was held back is sent.
  case releaseAnswers
  case forgetTemporaryKeys

  /// How reports count it.
  package var name: String {
    switch self {
    case .cut: "cut"
    case .refuseConnections: "refused_connections"
    case .acceptConnections: "accepted_again"
    case .releaseAnswers: "released_answers"
    case .forgetTemporaryKeys: "forgot_temporary_keys"
    case .call(let fault, _):
      switch fault {
      case .loseAnswer: "lost_answer"
      case .cutBeforeAnswer: "cut_before_answer"
      case .holdAnswer: "held_answer"
      case .refuse(let refusal): "refused_" + refusal.text.filter { !$0.isNumber }.lowercased()
      case .answer: "wrong_answer"
      }
    }
  }
}
