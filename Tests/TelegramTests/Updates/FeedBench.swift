import MTProto
import Model
import Synchronization
import TL
import TelegramSchema

@testable import Telegram

/// A feed on a clock that stands still, with a server that is a closure.
final class FeedBench: Sendable {
  let manual = ManualClock(Timestamp(seconds: 1_700_000_000))
  let book = PeerBook()
  let feed: UpdateFeed
  private let answers: Mutex<@Sendable (Methods.Call) -> any TLEncodable>
  private let log = Mutex<[String]>([])

  /// - Parameter pts: where the account was left; nil at the first start.
  init(pts: Int32? = 10, channels: [UpdatePosition] = []) {
    let stored = pts.map { UpdatePosition(sequence: .account, pts: $0, seq: 1, date: 1000) }
    feed = UpdateFeed(
      account: Samples.account, positions: (stored.map { [$0] } ?? []) + channels, book: book,
      waits: manual.clock)
    answers = Mutex { _ in
      API.Updates.Difference.differenceEmpty(.init(date: 1000, seq: 1))
    }
  }

  var calls: [String] { log.withLock(\.self) }

  func answer(_ body: @escaping @Sendable (Methods.Call) -> any TLEncodable) {
    answers.withLock { $0 = body }
  }

  var api: AccountAPI {
    AccountAPI(account: Samples.account, call: caller, book: book, clock: manual.clock)
  }

  private var caller: APICaller {
    APICaller(
      CallSeam(layers: []) { (call: RemoteCall) async throws(TelegramError) -> [UInt8] in
        self.log.withLock { $0.append(call.method) }
        guard let method = try? Methods.Call(bytes: call.query) else {
          throw TelegramError(.badAnswer, "no such method")
        }
        let answer = self.answers.withLock { $0 }(method)
        if let error = answer as? MT.RpcError {
          throw TelegramError(
            RPCError(code: error.errorCode, text: error.errorMessage), to: call.method)
        }
        return answer.encoded()
      })
  }

  /// Runs the feed beside the body.
  func run<Result: Sendable>(
    _ body: @escaping @Sendable (FeedBench) async throws -> Result
  ) async throws -> Result {
    let fetcher = DifferenceFetcher(api: api)
    return try await withThrowingTaskGroup(of: Result?.self) { group in
      group.addTask {
        _ = await self.feed.run(fetcher)
        return nil
      }
      group.addTask { try await body(self) }
      defer { group.cancelAll() }
      for try await result in group {
        if let result { return result }
      }
      throw CancellationError()
    }
  }

  func next() async throws -> EventBatch {
    guard let batch = try await feed.next() else { throw CancellationError() }
    return batch
  }

  /// Lets the feed come to rest until it waits for this much later.
  func rest(until pause: Duration) async {
    while manual.nextDeadline != manual.now.advanced(by: pause) { await Task.yield() }
  }
}

extension EventBatch {
  /// The texts of its new messages.
  var texts: [String] {
    events.compactMap { event in
      if case .message(let message) = event { message.text } else { nil }
    }
  }
}
