import Model
import TelegramSchema

extension Gateway {
  func chats(_ call: Methods.Messages.GetChats, for me: Int64) -> API.Messages.Chats {
    let presenter = Presenter(world: world, viewer: me)
    return .chats(.init(chats: call.id.prefix(200).map { presenter.chat(.group($0)) }))
  }

  func channels(
    _ call: Methods.Channels.GetChannels, for me: Int64
  ) throws(Refusal) -> API.Messages.Chats {
    let presenter = Presenter(world: world, viewer: me)
    var chats: [API.Chat] = []
    for input in call.id.prefix(200) {
      chats.append(presenter.chat(try channel(input, for: me)))
    }
    return .chats(.init(chats: chats))
  }

  func fullChat(
    _ call: Methods.Messages.GetFullChat, for me: Int64
  ) throws(Refusal) -> API.Messages.ChatFull {
    guard let group = world.groups[call.chatId], group.members.contains(me) else {
      throw .chatInvalid
    }
    let presenter = Presenter(world: world, viewer: me)
    let participants = group.members.map { member -> API.ChatParticipant in
      member == group.creator
        ? .chatParticipantCreator(.init(userId: member))
        : .chatParticipant(
          .init(userId: member, inviterId: group.creator, date: group.date))
    }
    let full = API.ChatFull.ChatFull(
      id: group.id, about: "",
      participants: .chatParticipants(
        .init(chatId: group.id, participants: participants, version: 1)),
      notifySettings: presenter.notifySettings(isMuted: false))
    return API.Messages.ChatFull(
      fullChat: .chatFull(full), chats: [presenter.chat(.group(group.id))],
      users: group.members.map(presenter.user))
  }

  func fullChannel(
    _ call: Methods.Channels.GetFullChannel, for me: Int64
  ) throws(Refusal) -> API.Messages.ChatFull {
    let chat = try channel(call.channel, for: me)
    guard let channel = world.channels[chat.bare] else { throw .channelInvalid }
    let presenter = Presenter(world: world, viewer: me)
    let dialog = world.dialog(chat, of: me)
    let full = API.ChatFull.ChannelFull(
      canViewParticipants: channel.isMegagroup, id: channel.id, about: "",
      participantsCount: channel.members.count.clamped,
      readInboxMaxId: dialog?.state.readInbox ?? 0,
      readOutboxMaxId: dialog?.state.readOutbox ?? 0, unreadCount: dialog?.unread ?? 0,
      chatPhoto: .photoEmpty(.init(id: 0)),
      notifySettings: presenter.notifySettings(isMuted: dialog?.state.isMuted ?? false),
      botInfo: [], pts: channel.pts)
    return API.Messages.ChatFull(
      fullChat: .channelFull(full), chats: [presenter.chat(chat)], users: [])
  }
}
