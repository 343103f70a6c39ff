import Fetch
import Model
import Sandbox
import Synchronization

@testable import Providers

/// A chat model on a fake server, on a clock that stands still until moved.
struct ChatBench: Sendable {
  let server: ChatServer
  let chat: OpenAIChat
  let clock: ManualClock

  static let key = "sk-test-0123456789"

  static func with<Result: Sendable>(
    script: @escaping ChatScript, serverKey: String? = nil, limits: FetchLimits = FetchLimits(),
    _ body: (ChatBench) async throws -> Result
  ) async throws -> Result {
    try await ChatServer.serve(.init(key: serverKey), script: script) { server in
      let clock = ManualClock(Timestamp(seconds: 1_800_000_000))
      let fetcher = try Fetcher(FetchConfiguration(proxy: .direct))
      guard let baseURL = BaseURL(server.baseURL) else { throw NoURL() }
      let configuration = OpenAIChat.Configuration(
        baseURL: baseURL, key: Secret(key), model: "test-model", limits: limits)
      let chat = OpenAIChat(configuration, fetcher: fetcher, clock: clock.clock, random: { 0 })
      return try await body(ChatBench(server: server, chat: chat, clock: clock))
    }
  }

  struct NoURL: Error {}

  /// Runs to the end, letting every wait pass at once; returns the waits too.
  func running<Value: Sendable>(
    waits count: Int, _ work: @escaping @Sendable () async throws -> Value
  ) async -> (result: Result<Value, any Error>, waits: [Duration]) {
    let task = Task { try await work() }
    var waits: [Duration] = []
    for _ in 0..<count {
      await clock.waitForSleepers()
      guard let deadline = clock.nextDeadline else { break }
      waits.append(clock.now.duration(to: deadline))
      clock.advance(to: deadline)
    }
    return (await task.result, waits)
  }
}

/// Replies one after another; the last one again and again.
func inTurn(_ replies: ChatReply...) -> ChatScript {
  let rest = Mutex(replies)
  return { _ in
    rest.withLock { rest in rest.count > 1 ? rest.removeFirst() : rest[0] }
  }
}

extension TextRequest {
  static func user(_ text: String) -> TextRequest {
    TextRequest(system: "Be brief.", turns: [.init(role: .user, text: text)])
  }
}

extension Result {
  var error: Failure? {
    if case .failure(let error) = self { error } else { nil }
  }
}

func collect(_ stream: AsyncThrowingStream<String, any Error>) async throws -> [String] {
  var pieces: [String] = []
  for try await piece in stream { pieces.append(piece) }
  return pieces
}
