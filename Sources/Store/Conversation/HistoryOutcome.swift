package import Model

/// What came of taking a history over.
package struct HistoryOutcome: Sendable, Hashable, Codable {
  /// Messages that were fetched.
  package var fetched = 0
  /// Of those, what the store did not know.
  package var new = 0
}

extension Store {
  /// How many messages of a history are worth a transaction: fewer cost more for reaching the disk,
  /// more are lost if the process dies.
  private static var historyBatch: Int { 1000 }

  /// Takes a chat's history over, in transactions of about a thousand messages. While one is written the
  /// pages of the next come in; only the last waits for the disk, and all before it reach it then at the
  /// latest.
  ///
  /// - Parameters:
  ///   - progress: is told after each transaction how many were fetched by now.
  ///   - source: gives the pages to the function that it is given, one after the other. Whatever ends
  ///     it early, what it gave until then is stored.
  package func keepHistory(
    of account: AccountID, progress: @escaping (Int) -> Void = { _ in },
    from source: ((HistoryPage) async throws -> Void) async throws -> Void
  ) async throws -> HistoryOutcome {
    try await withThrowingTaskGroup(of: HistoryOutcome.self) { group in
      var outcome = HistoryOutcome()
      var pages: [HistoryPage] = []
      var waiting = 0
      func settle() async throws {
        guard let written = try await group.next() else { return }
        outcome.fetched += written.fetched
        outcome.new += written.new
        progress(outcome.fetched)
      }
      func flush(_ haste: Haste) async throws {
        try await settle()
        guard !pages.isEmpty else { return }
        let (batch, count) = (pages, waiting)
        (pages, waiting) = ([], 0)
        group.addTask {
          let new = try await self.store(history: batch, account: account, haste: haste)
          return HistoryOutcome(fetched: count, new: new)
        }
      }
      func finish() async throws {
        // Never empty if anything came: a page is always kept back.
        try await flush(.reachesDisk)
        try await settle()
      }
      do {
        try await source { page in
          if waiting >= Self.historyBatch { try await flush(.mayWait) }
          pages.append(page)
          waiting += page.messages.count
        }
      } catch {
        // What was fetched need not be fetched again.
        try await finish()
        throw error
      }
      try await finish()
      return outcome
    }
  }
}
