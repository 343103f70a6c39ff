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

  /// Takes a chat's history over, in transactions of about a thousand messages.
  ///
  /// - Parameters:
  ///   - progress: is told after each transaction how many were fetched by now.
  ///   - source: gives the pages to the function that it is given, one after the other. Whatever ends
  ///     it early, what it gave until then is stored.
  package func keepHistory(
    of account: AccountID, progress: @escaping (Int) -> Void = { _ in },
    from source: ((HistoryPage) async throws -> Void) async throws -> Void
  ) async throws -> HistoryOutcome {
    var outcome = HistoryOutcome()
    var pages: [HistoryPage] = []
    var waiting = 0
    func flush() async throws {
      guard !pages.isEmpty else { return }
      outcome.new += try await store(history: pages, account: account)
      outcome.fetched += waiting
      (pages, waiting) = ([], 0)
      progress(outcome.fetched)
    }
    do {
      try await source { page in
        pages.append(page)
        waiting += page.messages.count
        if waiting >= Self.historyBatch { try await flush() }
      }
    } catch {
      // What was fetched need not be fetched again.
      try await flush()
      throw error
    }
    try await flush()
    return outcome
  }
}
