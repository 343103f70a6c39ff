package import Model
package import TelegramSchema

extension PeerID {
  package init(_ peer: API.Peer) {
    switch peer {
    case .peerUser(let user): self = .user(user.userId)
    case .peerChat(let chat): self = .group(chat.chatId)
    case .peerChannel(let channel): self = .channel(channel.channelId)
    }
  }
}

extension PeerReference {
  package var inputPeer: API.InputPeer {
    switch peer {
    case .user(let id): .inputPeerUser(.init(userId: id, accessHash: accessHash))
    case .group(let id): .inputPeerChat(.init(chatId: id))
    case .channel(let id): .inputPeerChannel(.init(channelId: id, accessHash: accessHash))
    }
  }

  /// Nil unless it is a channel or supergroup.
  package var inputChannel: API.InputChannel? {
    guard case .channel(let id) = peer else { return nil }
    return .inputChannel(.init(channelId: id, accessHash: accessHash))
  }

  /// Nil unless it is a user.
  package var inputUser: API.InputUser? {
    guard case .user(let id) = peer else { return nil }
    return .inputUser(.init(userId: id, accessHash: accessHash))
  }
}
