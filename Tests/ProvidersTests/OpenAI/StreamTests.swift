import Model
import Sandbox
import Testing

@testable import Providers

@Suite(.timeLimit(.minutes(5)))
struct StreamTests {
  @Test("Pieces are handed out as they come, before the answer is complete")
  func pieces() async throws {
    let gate = Gate()
    let answer = ChatAnswer(
      pieces: ["Hello", ", ", "wörld"],
      beforePiece: { index in if index == 1 { try await gate.wait() } })
    try await ChatBench.with(script: { _ in .answer(answer) }) { (bench) async throws in
      var pieces = bench.chat.stream(.user("hi")).makeAsyncIterator()
      #expect(try await pieces.next() == "Hello")
      gate.open()
      #expect(try await pieces.next() == ", ")
      #expect(try await pieces.next() == "wörld")
      #expect(try await pieces.next() == nil)
      #expect(bench.server.ledger.requests.first?.stream == true)
    }
  }

  @Test("A stream that fails in the middle hands out what came, then says why")
  func middleFailures() async throws {
    let overloaded = ChatFailure(status: 500, type: "server_error", message: "overloaded")
    let cases: [(ChatAnswer.Break, TextModelError.Code, String)] = [
      (.cut, .unreachable, "broke off"), (.error(overloaded), .unreachable, "overloaded"),
      (.garbage, .malformed, "JSON"), (.noDone, .unreachable, "middle"),
    ]
    for (how, code, word) in cases {
      let answer = ChatAnswer(pieces: ["one ", "two"], breaks: (1, how))
      try await ChatBench.with(script: { _ in .answer(answer) }) { (bench) async throws in
        var pieces: [String] = []
        let error = await #expect(throws: TextModelError.self) {
          for try await piece in bench.chat.stream(.user("hi")) { pieces.append(piece) }
        }
        #expect(error?.code == code)
        #expect(error?.message.contains(word) == true, "\(error?.message ?? "")")
        #expect(pieces.first == "one ")
        #expect(bench.server.ledger.count.calls == 1)
      }
    }
  }

  @Test("Failures before the first piece are retried like any other")
  func retries() async throws {
    let script = inTurn(.hangUp, .failure(.init(status: 503)), .text("fine now"))
    try await ChatBench.with(script: script) { (bench) async throws in
      let (result, waits) = await bench.running(waits: 2) {
        try await collect(bench.chat.stream(.user("hi")))
      }
      #expect(try result.get() == ["fine ", "now"])
      #expect(waits.count == 2)
    }
  }

  @Test(
    "Streams of every likeness of the API are read",
    arguments: [
      "data: {\"choices\":[{\"delta\":{\"content\":\"ok\"},\"finish_reason\":\"stop\"}]}\n\n",
      ": hello\r\n\r\ndata:{\"choices\":[{\"delta\":{\"content\":\"ok\"}}]}\r\n\r\ndata: [DONE]\r\n\r\n",
      """
      data: {"choices":[{"delta":{"role":"assistant","content":null},"finish_reason":null}]}

      data: {"choices":[{"delta":{"content":"ok"},"finish_reason":null}]}

      data: {"choices":[{"delta":{},"finish_reason":"stop"}]}

      data: {"choices":[],"usage":{"prompt_tokens":1}}

      data: [DONE]
      """,
    ])
  func forms(body: String) async throws {
    let reply = ChatReply.raw(
      status: 200, headers: [("Content-Type", "text/event-stream")], body: body)
    try await ChatBench.with(script: { _ in reply }) { (bench) async throws in
      #expect(try await collect(bench.chat.stream(.user("hi"))) == ["ok"])
    }
  }

  @Test("A server that does not stream is read all the same")
  func plainAnswer() async throws {
    let body = #"{"choices":[{"message":{"content":"whole"},"finish_reason":"stop"}]}"#
    try await ChatBench.with(script: { _ in .raw(status: 200, headers: [], body: body) }) {
      (bench) async throws in
      #expect(try await collect(bench.chat.stream(.user("hi"))) == ["whole"])
    }
  }

  @Test("A streamed refusal and an empty stream are errors")
  func withoutText() async throws {
    let refusal = ChatAnswer(pieces: [], refusal: "I can't.")
    try await ChatBench.with(script: { _ in .answer(refusal) }) { (bench) async throws in
      let error = await #expect(throws: TextModelError.self) {
        try await collect(bench.chat.stream(.user("hi")))
      }
      #expect(error?.code == .refused)
      #expect(error?.message.contains("I can't.") == true)
    }
    try await ChatBench.with(script: { _ in .answer(ChatAnswer(pieces: [])) }) {
      (bench) async throws in
      let error = await #expect(throws: TextModelError.self) {
        try await collect(bench.chat.stream(.user("hi")))
      }
      #expect(error?.code == .malformed)
    }
  }

  @Test("Letting go of a stream ends it at the provider")
  func lettingGo() async throws {
    let gate = Gate()
    let answer = ChatAnswer(
      pieces: ["a", "b"], beforePiece: { if $0 == 1 { try await gate.wait() } })
    try await ChatBench.with(script: { _ in .answer(answer) }) { (bench) async throws in
      func readOne() async throws -> String? {
        var pieces = bench.chat.stream(.user("hi")).makeAsyncIterator()
        return try await pieces.next()
      }
      #expect(try await readOne() == "a")
      await bench.server.ledger.wait { $0.openConnections == 0 }
    }
  }
}
