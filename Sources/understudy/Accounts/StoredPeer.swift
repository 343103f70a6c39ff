import Model
import Store

/// Chats as people name them to commands that ask the database alone.
enum StoredPeer {
  /// `u:5`, a reference of `dialogs`, a number, `@name`, `me`, or the title of a chat or a person's name,
  /// without regard to case.
  ///
  /// - Throws: ``CommandError`` if it is no chat that is known, or more than one.
  static func resolve(_ name: String, in store: Store, account: AccountID) async throws -> PeerID {
    if name == "me" || name == "self" { return .user(account.rawValue) }
    if let peer = PeerID(name) ?? PeerReference(name)?.peer
      ?? Int64(name).flatMap(PeerID.init(marked:))
    {
      return peer
    }
    if name.hasPrefix("@") {
      if let peer = try await store.peer(named: String(name.dropFirst()), account: account) {
        return peer
      }
      throw CommandError(.problems, "Nobody is known here as \(name).", remedy: remedy)
    }
    let wanted = name.lowercased()
    let chats = try await store.chats(of: account).values.filter { $0.title.lowercased() == wanted }
    let people = try await store.contacts(of: account).values.filter {
      $0.fullName.lowercased() == wanted
    }
    let found = Set(chats.map(\.id) + people.map { .user($0.id) }).sorted { $0.marked < $1.marked }
    guard let first = found.first else {
      throw CommandError(.usage, "\"\(name)\" names no chat that is known here.", remedy: remedy)
    }
    guard found.count == 1 else {
      let list = found.prefix(6).map(\.description).joined(separator: ", ")
      throw CommandError(
        .usage, "\"\(name)\" names \(found.count) chats: \(list).", remedy: "Say which: \(first).")
    }
    return first
  }

  private static let remedy =
    "Write @name, a title, me, u:ID, c:ID, ch:ID or a number; 'understudy dialogs' lists them."
}
