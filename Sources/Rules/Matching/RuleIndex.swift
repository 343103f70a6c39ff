import Model

/// Finds the rules that may concern a chat, so that a decision looks at few of many.
struct RuleIndex: Sendable {
  private var byKind: [Chat.Kind: [Int]] = [:]
  private var byID: [PeerID: [Int]] = [:]
  private var byUsername: [String: [Int]] = [:]

  /// - Parameter scopes: of the rules, in the order in which they are asked.
  init(_ scopes: [RuleScope]) {
    for (rule, scope) in scopes.enumerated() {
      if scope.chats.isEmpty {
        for kind in scope.kinds { byKind[kind, default: []].append(rule) }
      }
      for chat in Set(scope.chats) {
        switch chat {
        case .id(let id): byID[id, default: []].append(rule)
        case .username(let name): byUsername[name, default: []].append(rule)
        }
      }
    }
  }

  /// Positions in the order in which the rules are asked.
  func rules(for chat: Chat, kind: Chat.Kind) -> [Int] {
    let general = byKind[kind] ?? []
    let named =
      (byID[chat.id] ?? []) + (chat.username.flatMap { byUsername[$0.lowercased()] } ?? [])
    return named.isEmpty ? general : Array(Set(general + named)).sorted()
  }
}
