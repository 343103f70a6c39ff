internal import TelegramSchema

extension PeerBook {
  func learn(_ difference: API.Updates.Difference) {
    switch difference {
    case .difference(let all): learn(users: all.users, chats: all.chats)
    case .differenceSlice(let slice): learn(users: slice.users, chats: slice.chats)
    case .differenceEmpty, .differenceTooLong: break
    }
  }

  func learn(_ difference: API.Updates.ChannelDifference) {
    switch difference {
    case .channelDifference(let all): learn(users: all.users, chats: all.chats)
    case .channelDifferenceTooLong(let long): learn(users: long.users, chats: long.chats)
    case .channelDifferenceEmpty: break
    }
  }
}
