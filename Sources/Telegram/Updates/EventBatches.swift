package import Model

/// The batches of one feed, for one loop. It ends with the feed.
package struct EventBatches: AsyncSequence, Sendable {
  package typealias Element = EventBatch
  package typealias Failure = TelegramError

  package struct AsyncIterator: AsyncIteratorProtocol {
    let feed: UpdateFeed

    package mutating func next(
      isolation actor: isolated (any Actor)? = #isolation
    ) async throws(TelegramError) -> EventBatch? {
      try await feed.next()
    }
  }

  let feed: UpdateFeed

  package func makeAsyncIterator() -> AsyncIterator { AsyncIterator(feed: feed) }
}

extension UpdateFeed {
  /// Everything that happens, for `for try await`. One loop at a time.
  package nonisolated var batches: EventBatches { EventBatches(feed: self) }
}
