import Model
import TelegramSchema

extension Gateway {
  func dialogs(
    _ call: Methods.Messages.GetDialogs, of me: Int64
  ) throws(Refusal) -> API.Messages.Dialogs {
    var offset: DialogOffset?
    if call.offsetDate > 0 || call.offsetId > 0 {
      var chat: PeerID?
      if case .inputPeerEmpty = call.offsetPeer {
      } else {
        chat = try peer(call.offsetPeer, for: me)
      }
      offset = DialogOffset(date: call.offsetDate, id: call.offsetId, chat: chat)
    }
    let (page, total) = world.dialogs(
      of: me, isArchived: call.folderId.map { $0 == 1 }, withoutPinned: call.excludePinned,
      after: offset, limit: Int(call.limit))
    let parts = describe(page, for: me)
    if offset == nil, page.count == total {
      return .dialogs(
        .init(
          dialogs: parts.dialogs, messages: parts.messages, chats: parts.chats,
          users: parts.users))
    }
    return .dialogsSlice(
      .init(
        count: total.clamped, dialogs: parts.dialogs, messages: parts.messages,
        chats: parts.chats, users: parts.users))
  }

  func pinnedDialogs(
    _ call: Methods.Messages.GetPinnedDialogs, of me: Int64, in session: SessionKey
  ) -> API.Messages.PeerDialogs {
    peerDialogs(
      world.dialogs(of: me).filter {
        $0.state.pinnedRank != nil && $0.state.isArchived == (call.folderId == 1)
      }, of: me, in: session)
  }

  func peerDialogs(
    _ call: Methods.Messages.GetPeerDialogs, of me: Int64, in session: SessionKey
  ) throws(Refusal) -> API.Messages.PeerDialogs {
    var found: [Dialog] = []
    for case .inputDialogPeer(let input) in call.peers.prefix(100) {
      if let dialog = world.dialog(try peer(input.peer, for: me), of: me) { found.append(dialog) }
    }
    return peerDialogs(found, of: me, in: session)
  }

  private func peerDialogs(
    _ dialogs: [Dialog], of me: Int64, in session: SessionKey
  ) -> API.Messages.PeerDialogs {
    let parts = describe(dialogs, for: me)
    return API.Messages.PeerDialogs(
      dialogs: parts.dialogs, messages: parts.messages, chats: parts.chats, users: parts.users,
      state: state(of: me, in: session))
  }

  private func describe(
    _ dialogs: [Dialog], for me: Int64
  ) -> (dialogs: [API.Dialog], messages: [API.Message], chats: [API.Chat], users: [API.User]) {
    let presenter = Presenter(world: world, viewer: me)
    var company = Company()
    for dialog in dialogs {
      company.add(dialog.chat)
      company.add(dialog.top)
    }
    return (
      dialogs.map(presenter.dialog), dialogs.map { presenter.message($0.top) },
      presenter.chats(company), presenter.users(company)
    )
  }
}
