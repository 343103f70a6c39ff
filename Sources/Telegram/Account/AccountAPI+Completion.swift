package import Model
internal import TelegramSchema

extension AccountAPI {
  /// People of one batch who are asked about.
  private static var maximumPeople: Int { 50 }

  /// Adds what is missing of those who wrote the batch's messages and of whom Telegram told a `min`
  /// constructor only: such a person has no access hash of their own and is named by the message they were
  /// seen in (core.telegram.org/api/min). Each is asked about once; where that fails, the batch stays as it
  /// is.
  ///
  /// - Parameter isRead: whether the messages of a chat are of any interest.
  package func completed(
    _ batch: EventBatch, where isRead: (Chat) -> Bool
  ) async -> EventBatch {
    var seen: [Int64: Message] = [:]
    for case .message(let message) in batch.events {
      guard !message.isOutgoing, case .user(let id)? = message.sender, seen[id] == nil,
        message.chat != .user(id), let chat = batch.chats.last(where: { $0.id == message.chat }),
        isRead(chat)
      else { continue }
      seen[id] = message
    }
    let strangers = await book.takeIncomplete(seen.keys.sorted()).prefix(Self.maximumPeople)
    guard !strangers.isEmpty else { return batch }
    var inputs: [API.InputUser] = []
    for id in strangers {
      guard let message = seen[id], let place = await book.reference(to: message.chat) else {
        continue
      }
      inputs.append(
        .inputUserFromMessage(
          .init(peer: place.inputPeer, msgId: message.id, userId: id)))
    }
    do throws(TelegramError) {
      book.learn(users: try await call(Methods.Users.GetUsers(id: inputs)), chats: [])
    } catch {
      // A name is known of them; more can be had with their next message after a restart.
      return batch
    }
    var completed = batch
    for id in strangers {
      guard let reference = await book.reference(to: .user(id)),
        let contact = book.contact(id)
      else { continue }
      completed.peers.append(reference)
      completed.contacts.removeAll { $0.id == id }
      completed.contacts.append(contact)
    }
    return completed
  }
}
