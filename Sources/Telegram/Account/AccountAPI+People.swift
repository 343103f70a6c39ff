internal import MTProto
package import Model
internal import TelegramSchema

extension AccountAPI {
  /// The account itself, as the server knows it now.
  package func me() async throws(TelegramError) -> Contact {
    let users = try await call(Methods.Users.GetUsers(id: [.inputUserSelf]))
    book.learn(users: users, chats: [])
    guard let me = users.lazy.compactMap({ Contact($0) }).first else {
      throw TelegramError(.badAnswer, "Telegram did not say who this account is.")
    }
    return me
  }

  /// Whether the owner is online at a device; nil for a bot.
  package func ownPresence() async throws(TelegramError) -> Presence? {
    let users = try await call(Methods.Users.GetUsers(id: [.inputUserSelf]))
    book.learn(users: users, chats: [])
    guard case .user(let me)? = users.first else { return nil }
    return me.status.map { Presence($0) }
  }

  /// Finds a chat by what a person writes: `@name`, a t.me link, `+phone`, `me`, a reference
  /// (`u:ID:HASH`, `c:ID`, `ch:ID:HASH`) or the id of a known peer [B6, B19].
  ///
  /// - Throws: ``TelegramError`` with code `unknownPeer` or `invalidInput`.
  package func resolve(_ text: String) async throws(TelegramError) -> PeerReference {
    let text = text.prefix(256).trimmingPrefix { $0.isWhitespace }
    if text == "me" || text == "self" { return try await input(.user(account.rawValue)) }
    if let reference = PeerReference(String(text)) { return try await check(reference) }
    if text.hasPrefix("+") { return try await resolve(phone: String(text)) }
    if let name = Self.username(in: text) { return try await resolve(username: name) }
    if let peer = PeerID(String(text)) { return try await input(peer) }
    if let id = Int64(text), let peer = PeerID(marked: id) { return try await input(peer) }
    throw TelegramError(
      .invalidInput,
      "\"\(text)\" names no chat. Use @username, +phone, me, or a reference as `dialogs` lists them "
        + "(u:ID:HASH, c:ID, ch:ID:HASH).")
  }

  private func resolve(username: String) async throws(TelegramError) -> PeerReference {
    do throws(TelegramError) {
      return try await accept(call(Methods.Contacts.ResolveUsername(username: username)))
    } catch {
      guard ["USERNAME_NOT_OCCUPIED", "USERNAME_INVALID"].contains(error.server?.name) else {
        throw error
      }
      throw TelegramError(.unknownPeer, "Nobody on Telegram is called @\(username).")
    }
  }

  private func resolve(phone: String) async throws(TelegramError) -> PeerReference {
    let number = try PhoneNumber(phone)
    do throws(TelegramError) {
      return try await accept(call(Methods.Contacts.ResolvePhone(phone: number.digits)))
    } catch {
      guard error.server?.name == "PHONE_NOT_OCCUPIED" else { throw error }
      throw TelegramError(
        .unknownPeer, "That phone number belongs to nobody who can be found on Telegram.")
    }
  }

  private func accept(
    _ resolved: API.Contacts.ResolvedPeer
  ) async throws(TelegramError) -> PeerReference {
    book.learn(users: resolved.users, chats: resolved.chats)
    return try await input(PeerID(resolved.peer))
  }

  /// A reference is believed only after the server has: a hash of another account is none of ours.
  private func check(_ reference: PeerReference) async throws(TelegramError) -> PeerReference {
    if book.seenReference(to: reference.peer) == reference { return reference }
    do throws(TelegramError) {
      if let user = reference.inputUser {
        let users = try await call(Methods.Users.GetUsers(id: [user]))
        book.learn(users: users, chats: [])
        if users.contains(where: { Contact($0) != nil }) { return reference }
      } else if let channel = reference.inputChannel {
        let chats = try await call(Methods.Channels.GetChannels(id: [channel]))
        switch chats {
        case .chats(let all): book.learn(users: [], chats: all.chats)
        case .chatsSlice(let slice): book.learn(users: [], chats: slice.chats)
        }
        return reference
      } else {
        return reference
      }
    } catch {
      guard error.server?.code == 400 else { throw error }
    }
    throw TelegramError(
      .unknownPeer,
      "Telegram does not accept the reference \(reference) from this account: an access hash is "
        + "valid only for the account that received it. List the dialogs of this account again.")
  }

  private static func username(in text: Substring) -> String? {
    var name = text
    for prefix in ["https://", "http://", "t.me/", "telegram.me/", "@"] {
      name = name.trimmingPrefix(prefix)
    }
    guard name.startIndex != text.startIndex, (1...32).contains(name.utf8.count),
      name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") })
    else { return nil }
    return String(name)
  }
}
