import Model

/// Who and what an answer speaks of, and so has to be described in it.
struct Company {
  private(set) var people: Set<Int64> = []
  private(set) var groups: Set<Int64> = []
  private(set) var channels: Set<Int64> = []

  mutating func add(_ peer: PeerID) {
    switch peer {
    case .user(let id): people.insert(id)
    case .group(let id): groups.insert(id)
    case .channel(let id): channels.insert(id)
    }
  }

  mutating func add(_ message: StoredMessage) {
    add(message.chat)
    if !message.isPost { people.insert(message.author) }
    for entity in message.entities where entity.kind == .mentionName {
      if let id = entity.argument.flatMap(Int64.init) { people.insert(id) }
    }
    if let forward = message.forward { add(forward.from) }
    for reaction in message.reactions { people.insert(reaction.person) }
    if case .groupCreated(_, let members) = message.service { people.formUnion(members) }
  }

  mutating func add(_ change: Change) {
    switch change {
    case .newMessage(let message), .edited(let message): add(message)
    case .deleted(_, let channel): if let channel { channels.insert(channel) }
    case .readInbox(let chat, _, _), .readOutbox(let chat, _), .draft(let chat, _),
      .reactions(let chat, _, _):
      add(chat)
    case .typing(let chat, let person, _):
      add(chat)
      people.insert(person)
    case .presence(let person, _): people.insert(person)
    case .membership(let chat): add(chat)
    case .newAuthorization: break
    }
  }
}
