package import Model

extension AccountAPI {
  /// Newest first: at most `limit` messages older than `before` (nil: from the newest) [B2].
  ///
  /// All are held in memory; ``historyPages(of:before:since:limit:ahead:_:)`` holds only a few pages.
  ///
  /// - Parameters:
  ///   - since: the pages end with the first message from before; it and its page are among the messages.
  ///   - progress: is told after each page how many there are by now.
  package func history(
    of chat: PeerID, limit: Int, before: Int32? = nil, since: Timestamp? = nil,
    progress: @Sendable (Int) -> Void = { _ in }
  ) async throws(TelegramError) -> [Message] {
    var found: [Message] = []
    do {
      try await historyPages(of: chat, before: before, since: since, limit: limit) { page in
        found += page.messages
        let answers = Set(page.answersToOwner)
        if !answers.isEmpty {
          for index in found.indices where answers.contains(found[index].reference) {
            found[index].repliesToOwner = true
          }
        }
        progress(found.count)
      }
    } catch let error as TelegramError {
      throw error
    } catch {
      // Nothing else is thrown but that the task was cancelled.
      throw Connection.closed
    }
    for message in found.reversed() { book.noteOwn(message) }
    return found
  }
}
