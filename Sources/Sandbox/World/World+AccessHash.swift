package import Model

extension World {
  /// The hash by which `viewer`, and nobody else, addresses a user or a channel
  /// (core.telegram.org/api/peers#access-hash). Zero for basic groups, which have none.
  package func accessHash(of peer: PeerID, for viewer: Int64) -> Int64 {
    if case .group = peer { return 0 }
    let seed = Int64(bitPattern: seed)
    var generator = SeededGenerator(seeds: seed, viewer, peer.marked)
    return Int64(bitPattern: generator.next() | 1)
  }

  /// Throws unless `viewer` may address `peer` by this hash.
  package func check(_ hash: Int64, of peer: PeerID, for viewer: Int64) throws(Refusal) {
    switch peer {
    case .user(let id):
      guard people[id] != nil, hash == accessHash(of: peer, for: viewer) else {
        throw .peerInvalid
      }
    case .group(let id):
      guard groups[id]?.members.contains(viewer) == true else { throw .peerInvalid }
    case .channel(let id):
      guard let channel = channels[id], hash == accessHash(of: peer, for: viewer) else {
        throw .channelInvalid
      }
      guard channel.members.contains(viewer) || channel.username != nil else {
        throw .channelPrivate
      }
    }
  }
}
