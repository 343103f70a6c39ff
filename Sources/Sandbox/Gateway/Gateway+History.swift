import Model
import TelegramSchema

extension Gateway {
  func history(
    _ call: Methods.Messages.GetHistory, for me: Int64
  ) throws(Refusal) -> API.Messages.Messages {
    let chat = try peer(call.peer, for: me)
    var query = HistoryQuery(limit: call.limit)
    query.offsetID = call.offsetId
    query.offsetDate = call.offsetDate
    query.addOffset = call.addOffset
    query.maxID = call.maxId
    query.minID = call.minId
    return describe(try world.history(of: chat, for: me, query), in: chat, for: me)
  }

  func search(
    _ call: Methods.Messages.Search, for me: Int64
  ) throws(Refusal) -> API.Messages.Messages {
    var chat: PeerID?
    if case .inputPeerEmpty = call.peer {} else { chat = try peer(call.peer, for: me) }
    var author: Int64?
    if let input = call.fromId { author = try peer(input, for: me).bare }
    var query = HistoryQuery(limit: call.limit)
    query.offsetID = call.offsetId
    query.addOffset = call.addOffset
    query.maxID = call.maxId
    query.minID = call.minId
    guard case .inputMessagesFilterEmpty = call.filter else {
      // Other filters are not served: they find nothing.
      return describe(HistoryPage(messages: [], total: 0), in: chat, for: me)
    }
    let page = world.search(
      call.q, in: chat, from: author, for: me, minDate: call.minDate, maxDate: call.maxDate, query)
    return describe(page, in: chat, for: me)
  }

  func messages(
    _ call: Methods.Messages.GetMessages, for me: Int64
  ) -> API.Messages.Messages {
    let found = ids(call.id).map { id in (id, world.message(id, of: me)) }
    return describe(found, in: nil, for: me)
  }

  func channelMessages(
    _ call: Methods.Channels.GetMessages, for me: Int64
  ) throws(Refusal) -> API.Messages.Messages {
    let chat = try channel(call.channel, for: me)
    let found = ids(call.id).map { id in (id, world.find(id, in: chat, for: me)) }
    return describe(found, in: chat, for: me)
  }

  private func ids(_ input: [API.InputMessage]) -> [Int32] {
    input.prefix(world.limits.page).compactMap { message in
      if case .inputMessageID(let message) = message { message.id } else { nil }
    }
  }

  private func describe(
    _ found: [(Int32, StoredMessage?)], in chat: PeerID?, for me: Int64
  ) -> API.Messages.Messages {
    let presenter = Presenter(world: world, viewer: me)
    var company = Company()
    let messages = found.map { id, message -> API.Message in
      guard let message else { return .messageEmpty(.init(id: id, peerId: chat?.wire)) }
      company.add(message)
      return presenter.message(message)
    }
    if case .channel(let id) = chat {
      return .channelMessages(
        .init(
          pts: world.channels[id]?.pts ?? 0, count: messages.count.clamped, messages: messages,
          topics: [], chats: presenter.chats(company), users: presenter.users(company)))
    }
    return .messages(
      .init(
        messages: messages, topics: [], chats: presenter.chats(company),
        users: presenter.users(company)))
  }

  private func describe(
    _ page: HistoryPage, in chat: PeerID?, for me: Int64
  ) -> API.Messages.Messages {
    let presenter = Presenter(world: world, viewer: me)
    var company = Company()
    if let chat { company.add(chat) }
    for message in page.messages { company.add(message) }
    let messages = page.messages.map(presenter.message)
    let chats = presenter.chats(company)
    let users = presenter.users(company)
    if case .channel(let id) = chat {
      return .channelMessages(
        .init(
          pts: world.channels[id]?.pts ?? 0, count: page.total.clamped, messages: messages,
          topics: [], chats: chats, users: users))
    }
    if page.isWhole {
      return .messages(.init(messages: messages, topics: [], chats: chats, users: users))
    }
    return .messagesSlice(
      .init(
        count: page.total.clamped, messages: messages, topics: [], chats: chats, users: users))
  }
}
