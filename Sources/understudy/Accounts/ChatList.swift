import Store
import Telegram

/// The account's chats as Telegram lists them, kept with their names: rules and commands find them by these.
enum ChatList {
  /// Of a first login: enough for the chats that anybody has rules about.
  static let first = 200

  /// - Parameter limit: the newest so many; nil: all.
  static func fetch(
    _ api: AccountAPI, into store: Store, limit: Int?,
    progress: @Sendable (Int) -> Void = { _ in }
  ) async throws -> [DialogEntry] {
    let dialogs = try await api.dialogs(limit: limit, progress: progress)
    try await store.store(
      peers: dialogs.compactMap(\.reference), chats: dialogs.map(\.chat), account: api.account)
    return dialogs
  }
}
