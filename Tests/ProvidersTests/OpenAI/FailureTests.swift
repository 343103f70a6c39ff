import Fetch
import Model
import Sandbox
import Testing

@testable import Providers

@Suite(.timeLimit(.minutes(5)))
struct FailureTests {
  @Test("A crowded server is asked three times in all, with growing waits")
  func retries() async throws {
    let script = inTurn(
      .failure(.init(status: 429)), .failure(.init(status: 503)), .text("at last"))
    try await ChatBench.with(script: script) { (bench) async throws in
      let (result, waits) = await bench.running(waits: 2) {
        try await bench.chat.complete(.user("hi"))
      }
      #expect(try result.get().text == "at last")
      #expect(waits == [.milliseconds(500), .seconds(1)])
      #expect(bench.server.ledger.count.calls == 3)
    }
  }

  @Test(
    "After the third failure the error stands",
    arguments: [
      (408, TextModelError.Code.unreachable), (409, .unreachable), (429, .rateLimited),
      (500, .unreachable), (529, .unreachable),
    ])
  func givesUp(status: Int, code: TextModelError.Code) async throws {
    try await ChatBench.with(script: inTurn(.failure(.init(status: status)))) {
      (bench) async throws in
      let (result, _) = await bench.running(waits: 2) {
        try await bench.chat.complete(.user("hi"))
      }
      #expect((result.error as? TextModelError)?.code == code)
      #expect(bench.server.ledger.count.calls == 3)
    }
  }

  @Test(
    "What waiting does not mend is not asked again",
    arguments: [
      (ChatFailure(status: 401), TextModelError.Code.unauthorized),
      (ChatFailure(status: 403), .unauthorized), (ChatFailure(status: 402), .quotaExceeded),
      (ChatFailure(status: 404, code: "model_not_found"), .refused),
      (ChatFailure(status: 400, code: "context_length_exceeded"), .refused),
      (ChatFailure(status: 302), .refused),
      (
        ChatFailure(status: 429, type: "insufficient_quota", code: "insufficient_quota"),
        .quotaExceeded
      ),
      (
        ChatFailure(
          status: 429, headers: [("x-should-retry", "true"), ("retry-after", "1")],
          code: "insufficient_quota"), .quotaExceeded
      ),
      (ChatFailure(status: 500, headers: [("x-should-retry", "false")]), .unreachable),
      (ChatFailure(status: 429, headers: [("retry-after", "3600")]), .rateLimited),
    ])
  func notRepeated(failure: ChatFailure, code: TextModelError.Code) async throws {
    try await ChatBench.with(script: inTurn(.failure(failure), .text("never"))) {
      (bench) async throws in
      let error = await #expect(throws: TextModelError.self) {
        try await bench.chat.complete(.user("hi"))
      }
      #expect(error?.code == code)
      #expect(bench.server.ledger.count.calls == 1)
    }
  }

  @Test("The server's own wait is kept")
  func askedWaits() async throws {
    let script = inTurn(
      .failure(.init(status: 429, headers: [("retry-after-ms", "1250"), ("retry-after", "9")])),
      .failure(.init(status: 400, headers: [("x-should-retry", "true"), ("Retry-After", "7")])),
      .text("ok"))
    try await ChatBench.with(script: script) { (bench) async throws in
      let (result, waits) = await bench.running(waits: 2) {
        try await bench.chat.complete(.user("hi"))
      }
      #expect(try result.get().text == "ok")
      #expect(waits == [.milliseconds(1250), .seconds(7)])
    }
  }

  @Test("A connection that breaks off is tried again; a server that is gone is unreachable")
  func brokenConnections() async throws {
    let cut = ChatReply.answer(ChatAnswer(pieces: ["a", "b"], breaks: (1, .cut)))
    try await ChatBench.with(script: inTurn(.hangUp, cut, .text("ok"))) { (bench) async throws in
      let (result, _) = await bench.running(waits: 2) {
        try await bench.chat.complete(.user("hi"))
      }
      #expect(try result.get().text == "ok")
    }
    let gone = try await ChatBench.with(script: inTurn(.hangUp)) { $0 }
    let (result, waits) = await gone.running(waits: 2) {
      try await gone.chat.complete(.user("hi"))
    }
    let error = result.error as? TextModelError
    #expect(error?.code == .unreachable)
    #expect(error?.message.contains("127.0.0.1:\(gone.server.port)") == true)
    #expect(waits.count == 2)
  }

  @Test("A server that takes too long is not asked twice")
  func timeout() async throws {
    let gate = Gate()
    let script: ChatScript = { _ in
      try await gate.wait()
      return .text("late")
    }
    let limits = FetchLimits(totalTimeout: .milliseconds(60))
    try await ChatBench.with(script: script, limits: limits) { (bench) async throws in
      let error = await #expect(throws: TextModelError.self) {
        try await bench.chat.complete(.user("hi"))
      }
      #expect(error?.code == .unreachable)
    }
  }

  @Test(
    "The provider's words are found in each form of error",
    arguments: [
      #"{"error":{"message":"the words","type":"t","param":null,"code":7}}"#,
      #"[{"error":{"code":400,"message":"the words","status":"INVALID_ARGUMENT"}}]"#,
      #"{"error":"the words"}"#, #"{"detail":"the words"}"#,
      #"{"detail":[{"loc":["body"],"msg":"the words"}]}"#,
      #"{"object":"error","message":"the words","code":400}"#,
    ])
  func errorForms(body: String) async throws {
    try await ChatBench.with(script: { _ in .raw(status: 400, headers: [], body: body) }) {
      (bench) async throws in
      let error = await #expect(throws: TextModelError.self) {
        try await bench.chat.complete(.user("hi"))
      }
      #expect(error?.code == .refused)
      #expect(error?.message.contains("the words") == true)
    }
  }

  @Test("An error under a good status is an error")
  func errorUnderGoodStatus() async throws {
    let body = #"{"error":{"message":"no such model","code":404}}"#
    try await ChatBench.with(script: { _ in .raw(status: 200, headers: [], body: body) }) {
      (bench) async throws in
      let error = await #expect(throws: TextModelError.self) {
        try await bench.chat.complete(.user("hi"))
      }
      #expect(error?.code == .refused)
    }
  }

  @Test(
    "A key that the server repeats does not come out in an error [A7]",
    arguments: [400, 401, 404, 429, 500])
  func keyIsHidden(status: Int) async throws {
    let failure = ChatFailure(
      status: status, headers: [("x-should-retry", "false")],
      message: "Incorrect key \(ChatBench.key)\n\u{1B}[31mprovided")
    try await ChatBench.with(script: inTurn(.failure(failure))) { (bench) async throws in
      let error = await #expect(throws: TextModelError.self) {
        try await bench.chat.complete(.user("hi"))
      }
      let text = "\(String(describing: error)) \(bench.chat.configuration) \(bench.chat)"
      #expect(!text.contains(ChatBench.key))
      #expect(!text.contains("\u{1B}"))
    }
  }
}
