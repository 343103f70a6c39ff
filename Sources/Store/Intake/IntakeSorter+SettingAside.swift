import GRDB
import Model

/// A batch in which something cannot be stored.
extension IntakeSorter {
  /// Takes all but what can never be stored, each by itself: what is set aside leaves nothing behind.
  mutating func takeWhatCanBeStored() throws {
    for chat in batch.chats {
      try attempt("what is known of the chat", in: chat.id) { sorter in
        try ChatRow(chat, account: sorter.account).upsert(sorter.database)
      }
    }
    for contact in batch.contacts {
      try attempt("what is known of the person", in: .user(contact.id)) { sorter in
        try ContactRow(contact, account: sorter.account).upsert(sorter.database)
      }
    }
    for reference in batch.peers {
      try attempt("the address", in: reference.peer) { sorter in
        try Store.store(reference, account: sorter.account, in: sorter.database)
      }
    }
    for event in batch.events {
      let (name, chat) = event.subject
      try attempt(name, in: chat) { try $0.take(event) }
    }
  }

  private mutating func attempt(
    _ name: String, in chat: PeerID?, _ body: (inout IntakeSorter) throws -> Void
  ) throws {
    var sorter = self
    do {
      try database.inSavepoint {
        try body(&sorter)
        return .commit
      }
      self = sorter
    } catch  where Store.isLasting(error) {
      intake.items.append(
        .setAside("\(name) cannot be stored and is left out: \(error)", chat: chat))
    }
  }
}

extension Event {
  /// What it is, and where it happened.
  fileprivate var subject: (name: String, chat: PeerID?) {
    switch self {
    case .message(let message): ("message \(message.id)", message.chat)
    case .edited(let message): ("the edit of message \(message.id)", message.chat)
    case .deleted(let chat, _): ("a deletion", chat)
    case .reacted(let chat, let message, _): ("a reaction to message \(message)", chat)
    case .readByOther(let chat, _, _), .readByOwner(let chat, _, _): ("a read mark", chat)
    case .typing(let chat, _, _): ("typing", chat)
    case .draft(let chat, _): ("a draft", chat)
    case .presence(let user, _): ("somebody's presence", .user(user))
    case .sent, .gap, .stalled, .newAuthorization: ("a report", nil)
    }
  }
}
