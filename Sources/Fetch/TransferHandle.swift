/// The reader's end of one transfer. When it goes, the transfer ends.
final class TransferHandle: Sendable {
  private let id: UInt64
  private let loop: TransferLoop
  /// Keeps the thread running for as long as somebody reads.
  private let fetcher: Fetcher
  private let channel: ResponseChannel

  init(id: UInt64, loop: TransferLoop, fetcher: Fetcher, channel: ResponseChannel) {
    self.id = id
    self.loop = loop
    self.fetcher = fetcher
    self.channel = channel
  }

  deinit { loop.cancel(id) }

  func head() async throws -> ResponseHead {
    try await withTaskCancellationHandler {
      try await channel.head()
    } onCancel: {
      cancel()
    }
  }

  func next() async throws -> [UInt8]? {
    try await withTaskCancellationHandler {
      try await channel.next { loop.resume(id) }
    } onCancel: {
      cancel()
    }
  }

  private func cancel() {
    channel.finish(CancellationError())
    loop.cancel(id)
  }
}
