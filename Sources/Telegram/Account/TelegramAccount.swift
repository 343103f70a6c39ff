package import Model

/// One account at work: its connection, its updates, and what the engine does with it.
///
/// ``run()`` owns all its work and ends when its task is cancelled.
package final class TelegramAccount: Sendable {
  package let client: TelegramClient
  package let api: AccountAPI
  package let messenger: TelegramMessenger
  /// Everything that happens; take it in one place with ``UpdateFeed/next()``.
  package let updates: UpdateFeed

  /// - Parameters:
  ///   - positions: as they were stored with the last batch of events; none at the first start.
  ///   - directory: what is remembered of peers.
  package init(
    account: AccountID, client: TelegramClient, positions: [UpdatePosition],
    directory: PeerDirectory = PeerDirectory()
  ) {
    self.client = client
    let book = PeerBook(directory: directory)
    updates = UpdateFeed(
      account: account, positions: positions, book: book, waits: client.configuration.waits)
    // The difference that is asked for then tells whether the session has really ended.
    let call = client.call.within(SessionEndLayer(tell: updates.inbox.sessionBegan))
    api = AccountAPI(account: account, call: call, book: book, files: client.files)
    messenger = TelegramMessenger(
      api: api, inbox: updates.inbox, clock: client.configuration.clock)
    client.attach(updates.inbox)
  }

  /// Works until the task is cancelled.
  ///
  /// - Throws: ``TelegramError`` if going on is useless; `server` with an error that
  ///   ``MTProto/RPCError/endsSession`` means a new login.
  package func run() async throws(TelegramError) {
    let fetcher = DifferenceFetcher(api: api)
    let result = await withTaskGroup(of: Result<Void, TelegramError>.self) { group in
      group.addTask {
        do throws(TelegramError) {
          try await self.client.run()
          return .success(())
        } catch {
          await self.updates.end(.failure(error))
          return .failure(error)
        }
      }
      group.addTask { await self.updates.run(fetcher) }
      let first = await group.next() ?? .success(())
      group.cancelAll()
      let second = await group.next() ?? .success(())
      if case .failure = first { return first }
      return second
    }
    try result.get()
  }
}
