import Model
import TelegramSchema

extension Gateway {
  /// The chat that a client means; throws if its access hash is not the viewer's.
  func peer(_ input: API.InputPeer, for me: Int64) throws(Refusal) -> PeerID {
    switch input {
    case .inputPeerEmpty: throw .peerInvalid
    case .inputPeerSelf: return .user(me)
    case .inputPeerUser(let user):
      return try checked(.user(user.userId), user.accessHash, for: me)
    case .inputPeerChat(let chat): return try checked(.group(chat.chatId), 0, for: me)
    case .inputPeerChannel(let channel):
      return try checked(.channel(channel.channelId), channel.accessHash, for: me)
    case .inputPeerUserFromMessage(let origin):
      let chat = try peer(origin.peer, for: me)
      guard world.find(origin.msgId, in: chat, for: me)?.author == origin.userId else {
        throw .peerInvalid
      }
      return .user(origin.userId)
    case .inputPeerChannelFromMessage(let origin):
      return try channel(
        .inputChannelFromMessage(
          .init(peer: origin.peer, msgId: origin.msgId, channelId: origin.channelId)), for: me)
    }
  }

  func user(_ input: API.InputUser, for me: Int64) throws(Refusal) -> Int64 {
    switch input {
    case .inputUserEmpty: throw .userInvalid
    case .inputUserSelf: return me
    case .inputUser(let user):
      guard
        user.userId == me
          || (world.people[user.userId] != nil
            && user.accessHash == world.accessHash(of: .user(user.userId), for: me))
      else { throw .userInvalid }
      return user.userId
    case .inputUserFromMessage(let origin):
      return try peer(
        .inputPeerUserFromMessage(
          .init(peer: origin.peer, msgId: origin.msgId, userId: origin.userId)), for: me
      ).bare
    }
  }

  func channel(_ input: API.InputChannel, for me: Int64) throws(Refusal) -> PeerID {
    switch input {
    case .inputChannelEmpty: throw .channelInvalid
    case .inputChannel(let channel):
      return try checked(.channel(channel.channelId), channel.accessHash, for: me)
    case .inputChannelFromMessage(let origin):
      let chat = try peer(origin.peer, for: me)
      guard world.find(origin.msgId, in: chat, for: me) != nil, chat.bare == origin.channelId
      else { throw .channelInvalid }
      return chat
    }
  }

  private func checked(
    _ peer: PeerID, _ hash: Int64, for me: Int64
  ) throws(Refusal) -> PeerID {
    // One's own account is addressed by any hash.
    if peer != .user(me) { try world.check(hash, of: peer, for: me) }
    return peer
  }
}
