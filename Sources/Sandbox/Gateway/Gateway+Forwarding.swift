import Model
import TelegramSchema

extension Gateway {
  mutating func forwardMessages(
    _ call: Methods.Messages.ForwardMessages, by me: Int64, in session: SessionKey
  ) throws(Refusal) -> API.Updates {
    let source = try peer(call.fromPeer, for: me)
    let chat = try peer(call.toPeer, for: me)
    guard call.scheduleDate == nil else { throw Refusal("SCHEDULE_DATE_INVALID") }
    guard !call.id.isEmpty else { throw Refusal("MESSAGE_IDS_EMPTY") }
    guard call.id.count == call.randomId.count else { throw Refusal("RANDOM_ID_INVALID") }
    // core.telegram.org/method/help.getConfig, forwarded_count_max.
    guard call.id.count <= 100 else { throw Refusal("MESSAGE_IDS_TOO_MANY") }
    for id in call.id where world.find(id, in: source, for: me) == nil { throw .messageInvalid }
    var sent: [(message: Sent, randomID: Int64)] = []
    for (id, randomID) in zip(call.id, call.randomId) {
      let message = try world.forward(
        id, from: source, to: chat, randomID: randomID, hidesOrigin: call.dropAuthor, by: me,
        origin: session)
      sent.append((message, randomID))
    }
    let presenter = Presenter(world: world, viewer: me)
    let changes = sent.map { Change.newMessage($0.message.message) }
    let ids = sent.map { sent in
      API.Update.updateMessageID(
        .init(id: sent.message.message.id, randomId: sent.randomID))
    }
    let news = zip(sent, changes).map { presenter.update($1, at: $0.message.position) }
    return presenter.updates(ids + news, about: changes)
  }
}
