import Model
import TelegramSchema

@testable import Telegram

/// Made-up people and messages, in Telegram's own form.
enum Samples {
  static let account = AccountID(1)

  static func user(
    _ id: Int64, _ name: String, hash: Int64? = nil, min: Bool = false, isBot: Bool = false,
    isSelf: Bool = false
  ) -> API.User {
    .user(
      .init(
        isSelf: isSelf, min: min, id: id, accessHash: hash ?? id * 100, firstName: name,
        botInfoVersion: isBot ? 1 : nil))
  }

  static func channel(
    _ id: Int64, _ title: String, min: Bool = false, broadcast: Bool = false
  ) -> API.Chat {
    .channel(
      .init(
        broadcast: broadcast, megagroup: !broadcast, min: min, id: id, accessHash: id * 100,
        title: title, photo: .chatPhotoEmpty, date: 0))
  }

  static func group(_ id: Int64, _ title: String) -> API.Chat {
    .chat(
      .init(
        id: id, title: title, photo: .chatPhotoEmpty, participantsCount: 3, date: 0, version: 1))
  }

  static func message(
    _ id: Int32, from user: Int64, _ text: String, date: Int32 = 1000
  ) -> API.Message {
    .message(
      .init(
        id: id, fromId: .peerUser(.init(userId: user)), peerId: .peerUser(.init(userId: user)),
        date: date, message: text))
  }

  static func message(
    _ id: Int32, inChannel channel: Int64, from user: Int64, _ text: String, date: Int32 = 1000
  ) -> API.Message {
    .message(
      .init(
        id: id, fromId: .peerUser(.init(userId: user)),
        peerId: .peerChannel(.init(channelId: channel)), date: date, message: text))
  }

  static func dialog(_ peer: API.Peer, top: Int32, pts: Int32? = nil) -> API.Dialog {
    .dialog(
      .init(
        peer: peer, topMessage: top, readInboxMaxId: 0, readOutboxMaxId: 0, unreadCount: 0,
        unreadMentionsCount: 0, unreadReactionsCount: 0, unreadPollVotesCount: 0,
        notifySettings: .init(), pts: pts))
  }

  static func newMessage(_ message: API.Message, pts: Int32) -> API.Update {
    .updateNewMessage(.init(message: message, pts: pts, ptsCount: 1))
  }

  static func newChannelMessage(_ message: API.Message, pts: Int32) -> API.Update {
    .updateNewChannelMessage(.init(message: message, pts: pts, ptsCount: 1))
  }

  static func updates(
    _ updates: [API.Update], users: [API.User] = [], chats: [API.Chat] = [], seq: Int32 = 0
  ) -> API.Updates {
    .updates(.init(updates: updates, users: users, chats: chats, date: 1000, seq: seq))
  }

  static func state(pts: Int32, seq: Int32 = 1) -> API.Updates.State {
    .init(pts: pts, qts: 0, date: 1000, seq: seq, unreadCount: 0)
  }
}
