import Model
import TelegramSchema

extension Gateway {
  func state(of me: Int64, in session: SessionKey) -> API.Updates.State {
    state(world.state(of: me), in: session)
  }

  private func state(_ state: AccountState, in session: SessionKey) -> API.Updates.State {
    API.Updates.State(
      pts: state.pts, qts: state.qts, date: state.date, seq: seqs[owner(of: session)] ?? 0,
      unreadCount: state.unread)
  }

  func difference(
    _ call: Methods.Updates.GetDifference, of me: Int64, in session: SessionKey
  ) throws(Refusal) -> API.Updates.Difference {
    let now = world.state(of: me)
    if let total = call.ptsTotalLimit, now.pts - call.pts > total {
      return .differenceTooLong(.init(pts: now.pts))
    }
    let empty = API.Updates.Difference.differenceEmpty(
      .init(date: now.date, seq: seqs[owner(of: session)] ?? 0))
    switch try world.difference(of: me, since: call.pts, date: call.date) {
    case .empty: return empty
    case .tooLong(let pts): return .differenceTooLong(.init(pts: pts))
    case .changes(let changes, var dated, let behind, let isFinal):
      // Nobody is told of their own login.
      dated.removeAll { change in
        if case .newAuthorization(let login) = change {
          login.hash == owner(of: session)
        } else {
          false
        }
      }
      if changes.isEmpty, dated.isEmpty, behind.isEmpty { return empty }
      let presenter = Presenter(world: world, viewer: me)
      var parts = DifferenceParts(changes, dated: dated, presenter: presenter)
      for (channel, pts) in behind.sorted(by: { $0.key < $1.key }) {
        parts.company.add(.channel(channel))
        parts.others.append(.updateChannelTooLong(.init(channelId: channel, pts: pts)))
      }
      let users = presenter.users(parts.company)
      let chats = presenter.chats(parts.company)
      guard isFinal else {
        var intermediate = now
        intermediate.pts = changes.last?.pts ?? now.pts
        // What is found by date comes with the last slice, so the date must not move before it.
        intermediate.date = call.date
        return .differenceSlice(
          .init(
            newMessages: parts.messages, newEncryptedMessages: [], otherUpdates: parts.others,
            chats: chats, users: users, intermediateState: state(intermediate, in: session)))
      }
      return .difference(
        .init(
          newMessages: parts.messages, newEncryptedMessages: [], otherUpdates: parts.others,
          chats: chats, users: users, state: state(now, in: session)))
    }
  }

  func channelDifference(
    _ call: Methods.Updates.GetChannelDifference, of me: Int64
  ) throws(Refusal) -> API.Updates.ChannelDifference {
    let chat = try channel(call.channel, for: me)
    let presenter = Presenter(world: world, viewer: me)
    let difference = try world.channelDifference(
      of: chat.bare, since: call.pts, limit: call.limit)
    switch difference {
    case .empty: return .channelDifferenceEmpty(.init(final: true, pts: call.pts, timeout: 30))
    case .tooLong: return try channelTooLong(chat, limit: call.limit, presenter)
    case .changes(let changes, _, _, let isFinal):
      var parts = DifferenceParts(changes, dated: [], presenter: presenter)
      parts.company.add(chat)
      return .channelDifference(
        .init(
          final: isFinal, pts: changes.last?.pts ?? call.pts, timeout: 30,
          newMessages: parts.messages, otherUpdates: parts.others,
          chats: presenter.chats(parts.company), users: presenter.users(parts.company)))
    }
  }

  private func channelTooLong(
    _ chat: PeerID, limit: Int32, _ presenter: Presenter
  ) throws(Refusal) -> API.Updates.ChannelDifference {
    guard let dialog = world.dialog(chat, of: presenter.viewer) else { throw .channelPrivate }
    let page = try world.history(
      of: chat, for: presenter.viewer, HistoryQuery(limit: min(max(limit, 1), 100)))
    var company = Company()
    company.add(chat)
    for message in page.messages { company.add(message) }
    return .channelDifferenceTooLong(
      .init(
        final: true, timeout: 30, dialog: presenter.dialog(dialog),
        messages: page.messages.map(presenter.message), chats: presenter.chats(company),
        users: presenter.users(company)))
  }
}

/// The lists of a difference.
private struct DifferenceParts {
  var messages: [API.Message] = []
  var others: [API.Update] = []
  var company = Company()

  init(_ changes: [LoggedChange], dated: [Change], presenter: Presenter) {
    for logged in changes {
      company.add(logged.change)
      if case .newMessage(let message) = logged.change {
        // As it is by now; what was deleted meanwhile is not told at all.
        guard let now = presenter.world.find(message.id, in: message.chat, for: presenter.viewer)
        else { continue }
        messages.append(presenter.message(now))
      } else {
        others.append(
          presenter.update(
            logged.change, at: .init(pts: logged.pts, count: logged.count)))
      }
    }
    for change in dated {
      company.add(change)
      others.append(presenter.update(change, at: nil))
    }
  }
}
