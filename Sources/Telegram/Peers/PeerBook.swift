package import Model
internal import Synchronization
internal import TelegramSchema

/// The people and chats of one account that the client has seen, and how to address them.
///
/// A `min` constructor, which is valid in the place where it was seen only, never takes the place of a
/// full one (core.telegram.org/api/min).
package final class PeerBook: Sendable {
  private struct State {
    var references: [PeerID: PeerReference] = [:]
    var contacts: [Int64: Contact] = [:]
    var chats: [PeerID: Chat] = [:]
    /// Known by a `min` constructor only.
    var minContacts: Set<Int64> = []
    /// Those of them who were asked about.
    var asked: Set<Int64> = []
    /// Chats of which the account's own settings (muted, archived) are not known yet.
    var unsettled: Set<PeerID> = []
    var ownMessages: [MessageKey] = []
    var ownMessageSet: Set<MessageKey> = []
  }

  private struct MessageKey: Hashable {
    var chat: PeerID
    var id: Int32
  }

  /// As many of the account's own messages are remembered, to know an answer to one.
  private static let maximumOwnMessages = 10_000
  private static let maximumAsked = 10_000

  private let directory: PeerDirectory
  private let state = Mutex(State())

  package init(directory: PeerDirectory = PeerDirectory()) { self.directory = directory }

  // MARK: Looking up

  package func reference(to peer: PeerID) async -> PeerReference? {
    if case .group = peer { return PeerReference(peer: peer, accessHash: 0) }
    if let known = state.withLock({ $0.references[peer] }) { return known }
    guard let stored = await directory.reference(peer), stored.peer == peer else { return nil }
    return state.withLock { state in
      // What arrived while the directory was asked is newer.
      let known = state.references[peer] ?? stored
      state.references[peer] = known
      return known
    }
  }

  /// The reference, if the client has seen the peer itself.
  func seenReference(to peer: PeerID) -> PeerReference? {
    if case .group = peer { return PeerReference(peer: peer, accessHash: 0) }
    return state.withLock { $0.references[peer] }
  }

  /// What is known of the chat; nil if the account has not met it.
  package func chat(_ peer: PeerID) async -> Chat? {
    let settled = state.withLock { $0.unsettled.contains(peer) ? nil : $0.chats[peer] }
    if let settled { return settled }
    let stored = await directory.chat(peer)
    return state.withLock { state in
      if let stored {
        state.chats[peer] = state.chats[peer].map { Self.merged($0, stored) } ?? stored
      }
      state.unsettled.remove(peer)
      return state.chats[peer]
    }
  }

  func contact(_ id: Int64) -> Contact? { state.withLock { $0.contacts[id] } }

  /// The contact, unless a fuller picture of them was stored by a former run.
  func presentableContact(_ id: Int64) async -> Contact? {
    let (contact, isMin) = state.withLock { ($0.contacts[id], $0.minContacts.contains(id)) }
    if isMin, await reference(to: .user(id)) != nil { return nil }
    return contact
  }

  /// Of these people, those of whom no more is known than a `min` constructor tells, each once.
  func takeIncomplete(_ people: [Int64]) async -> [Int64] {
    let candidates = state.withLock { state in
      if state.asked.count > Self.maximumAsked { state.asked = [] }
      return people.filter { id in
        (state.minContacts.contains(id) || state.contacts[id] == nil)
          && state.asked.insert(id).inserted
      }
    }
    var incomplete: [Int64] = []
    for id in candidates where await reference(to: .user(id)) == nil { incomplete.append(id) }
    return incomplete
  }

  // MARK: Learning

  func learn(users: [API.User], chats: [API.Chat]) {
    state.withLock { state in
      for case .user(let user) in users { Self.learn(user, &state) }
      for chat in chats { Self.learn(chat, &state) }
    }
  }

  /// What dialogs and settings say of a chat; the rest of it stays.
  func update(_ peer: PeerID, _ change: @Sendable (inout Chat) -> Void) async {
    guard await chat(peer) != nil else { return }
    state.withLock { state in
      guard var chat = state.chats[peer] else { return }
      change(&chat)
      state.chats[peer] = chat
    }
  }

  func noteOwn(_ message: Message) {
    guard message.isOutgoing else { return }
    let key = MessageKey(chat: message.chat, id: message.id)
    state.withLock { state in
      guard state.ownMessageSet.insert(key).inserted else { return }
      state.ownMessages.append(key)
      guard state.ownMessages.count > 2 * Self.maximumOwnMessages else { return }
      for old in state.ownMessages.prefix(Self.maximumOwnMessages) {
        state.ownMessageSet.remove(old)
      }
      state.ownMessages.removeFirst(Self.maximumOwnMessages)
    }
  }

  func isOwn(_ chat: PeerID, _ id: Int32) -> Bool {
    state.withLock { $0.ownMessageSet.contains(MessageKey(chat: chat, id: id)) }
  }

  func mapper(for account: AccountID) -> MessageMapper {
    MessageMapper(account: account, isOwn: { self.isOwn($0, $1) })
  }

  private static func learn(_ user: API.User.User, _ state: inout State) {
    let peer = PeerID.user(user.id)
    if user.min {
      // A name is better than none; everything else of a min user may be missing or cut.
      if state.contacts[user.id] == nil {
        state.contacts[user.id] = Contact(user)
        state.minContacts.insert(user.id)
      }
      return
    }
    if let hash = user.accessHash {
      state.references[peer] = PeerReference(peer: peer, accessHash: hash)
    }
    state.contacts[user.id] = Contact(user)
    state.minContacts.remove(user.id)
    settle(Chat(with: user), &state)
  }

  private static func learn(_ chat: API.Chat, _ state: inout State) {
    guard let mapped = Chat(chat) else { return }
    switch chat {
    case .channel(let channel) where channel.min:
      if state.chats[mapped.id] == nil {
        state.chats[mapped.id] = mapped
        state.unsettled.insert(mapped.id)
      }
      return
    case .channel(let channel):
      if let hash = channel.accessHash {
        state.references[mapped.id] = PeerReference(peer: mapped.id, accessHash: hash)
      }
    case .channelForbidden(let channel):
      state.references[mapped.id] = PeerReference(
        peer: mapped.id, accessHash: channel.accessHash)
    case .chat, .chatForbidden, .chatEmpty, .community, .communityForbidden: break
    }
    settle(mapped, &state)
  }

  private static func settle(_ chat: Chat, _ state: inout State) {
    if state.chats[chat.id] == nil { state.unsettled.insert(chat.id) }
    state.chats[chat.id] = merged(chat, state.chats[chat.id])
  }

  /// A user or channel says nothing of what is the account's own business with it.
  private static func merged(_ new: Chat, _ known: Chat?) -> Chat {
    guard let known else { return new }
    var merged = new
    merged.isMuted = known.isMuted
    merged.isArchived = known.isArchived
    merged.unreadCount = known.unreadCount
    merged.topMessage = known.topMessage
    merged.memberCount = new.memberCount ?? known.memberCount
    return merged
  }
}
