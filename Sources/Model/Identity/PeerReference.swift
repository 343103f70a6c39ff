/// A peer with what the account needs to address it: `u:ID:HASH`, `c:ID` or `ch:ID:HASH`.
///
/// An access hash is valid for the account that received it and for no other
/// (core.telegram.org/api/peers).
package struct PeerReference: Sendable, Hashable {
  package let peer: PeerID
  /// Zero for basic groups, which have none.
  package let accessHash: Int64

  package init(peer: PeerID, accessHash: Int64) {
    self.peer = peer
    self.accessHash = accessHash
  }
}

extension PeerReference: CustomStringConvertible, LosslessStringConvertible {
  package var description: String {
    if case .group = peer { return peer.description }
    return "\(peer):\(accessHash)"
  }

  package init?(_ description: String) {
    let parts = description.split(separator: ":", omittingEmptySubsequences: false)
    guard let peer = PeerID(parts.prefix(2).joined(separator: ":")) else { return nil }
    switch (peer, parts.count) {
    case (.group, 2): self.init(peer: peer, accessHash: 0)
    case (.user, 3), (.channel, 3):
      guard let hash = Int64(parts[2]) else { return nil }
      self.init(peer: peer, accessHash: hash)
    default: return nil
    }
  }
}
