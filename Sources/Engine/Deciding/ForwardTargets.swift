import Model
import Store

extension EngineParts {
  /// The chats that a plan forwards to, by the names that rules have for them; what is missing is not
  /// known to this account.
  func forwardTargets(of plan: Plan) async throws -> [String: PeerID] {
    var targets: [String: PeerID] = [:]
    for forwarding in plan.claims.flatMap(\.action.forwardings) {
      let name = forwarding.to
      if let peer = PeerID(name) {
        targets[name] = peer
      } else if let peer = try await store.peer(named: String(name.dropFirst()), account: account) {
        targets[name] = peer
      }
    }
    return targets
  }
}

extension Action {
  /// Where the message goes on to.
  fileprivate var forwardings: [Forwarding] {
    switch self {
    case .forward(let forwarding): [forwarding]
    case .escalate(let escalation): [escalation.forward].compactMap(\.self)
    default: []
    }
  }
}

extension Plan {
  /// Why a part of it cannot be done, a sentence for each chat that is not among the targets.
  func lost(_ targets: [String: PeerID]) -> [String] {
    let names = Set(claims.flatMap(\.action.forwardings).map(\.to))
    return names.filter { targets[$0] == nil }.sorted().map { name in
      "nothing is forwarded to \(name): this account knows no such chat; write there once, or name it by "
        + "its number"
    }
  }
}
