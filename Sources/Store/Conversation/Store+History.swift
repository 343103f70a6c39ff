internal import GRDB
package import Model

extension Store {
  /// Stores pages of a chat's history, and who is named in them, in one transaction. What is known
  /// stays as it is: a message that was decided or deleted meanwhile is not touched.
  ///
  /// - Returns: how many messages were not known.
  package func store(
    history pages: [HistoryPage], account: AccountID, haste: Haste = .reachesDisk
  ) async throws -> Int {
    try await write(haste) { database in
      let people = EventBatch(
        chats: pages.flatMap(\.chats), contacts: pages.flatMap(\.contacts),
        peers: pages.flatMap(\.peers))
      try Self.storePeople(of: people, account: account, in: database)
      var insertion = try MessageInsertion(
        of: pages.reduce(0) { $0 + $1.messages.count }, in: database)
      // Upwards, as SQLite's pages are filled best.
      for page in pages.reversed() {
        for message in page.messages.reversed() { try insertion.insert(message) }
      }
      let marking = try database.cachedStatement(
        sql: """
          UPDATE telegram_user_messages SET replies_to_owner = 1
          WHERE account = ? AND chat = ? AND id = ?
          """)
      for answer in pages.flatMap(\.answersToOwner) {
        try marking.execute(arguments: [answer.account, answer.chat, answer.id])
      }
      return insertion.fresh
    }
  }
}
