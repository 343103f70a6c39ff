internal import Model
internal import TelegramSchema

extension UpdatePosition {
  init(_ state: API.Updates.State) {
    self.init(
      sequence: .account, pts: state.pts, qts: state.qts, seq: state.seq, date: state.date)
  }
}

extension AccountDifference where Payload == API.Update {
  init(_ difference: API.Updates.Difference) {
    switch difference {
    case .differenceEmpty(let empty): self = .empty(date: empty.date, seq: empty.seq)
    case .differenceTooLong(let long): self = .tooLong(pts: long.pts)
    case .difference(let all):
      self = .updates(
        Self.entries(all.newMessages, all.otherUpdates), state: UpdatePosition(all.state),
        isFinal: true)
    case .differenceSlice(let slice):
      self = .updates(
        Self.entries(slice.newMessages, slice.otherUpdates),
        state: UpdatePosition(slice.intermediateState), isFinal: false)
    }
  }

  private static func entries(
    _ messages: [API.Message], _ updates: [API.Update]
  ) -> [UpdateEntry<API.Update>] {
    messages.map {
      // A difference orders its messages itself; they carry no pts.
      UpdateEntry(.updateNewMessage(.init(message: $0, pts: 0, ptsCount: 0)), order: .none)
    } + updates.map { UpdateEntry($0) }
  }
}

extension ChannelDifference where Payload == API.Update {
  init(_ difference: API.Updates.ChannelDifference, askedFrom pts: Int32) {
    switch difference {
    case .channelDifferenceEmpty(let empty): self = .empty(pts: empty.pts, isFinal: empty.final)
    case .channelDifference(let all):
      self = .updates(
        Self.entries(all.newMessages) + all.otherUpdates.map { UpdateEntry($0) }, pts: all.pts,
        isFinal: all.final)
    case .channelDifferenceTooLong(let long):
      // The newest come first.
      let messages = long.messages.sorted { $0.id < $1.id }
      var reached = pts
      if case .dialog(let dialog) = long.dialog, let pts = dialog.pts { reached = pts }
      self = .tooLong(Self.entries(messages), pts: reached, isFinal: long.final)
    }
  }

  private static func entries(_ messages: [API.Message]) -> [UpdateEntry<API.Update>] {
    messages.map {
      UpdateEntry(.updateNewChannelMessage(.init(message: $0, pts: 0, ptsCount: 0)), order: .none)
    }
  }
}

extension API.Message {
  var id: Int32 {
    switch self {
    case .message(let message): message.id
    case .messageService(let message): message.id
    case .messageEmpty(let message): message.id
    }
  }
}
