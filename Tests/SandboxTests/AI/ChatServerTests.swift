import Fetch
import Foundation
import Testing

@testable import Sandbox

@Suite(.timeLimit(.minutes(5)))
struct ChatServerTests {
  private static let hello =
    #"{"model":"m","messages":[{"role":"system","content":"s"},{"role":"user","content":"hello"}]}"#

  private func ask(
    _ server: ChatServer, _ method: FetchRequest.Method = .post, path: String = "/chat/completions",
    key: String? = nil, body: String? = hello
  ) async throws -> (status: Int, text: String) {
    var headers: HeaderFields = [:]
    if let key { headers.add("Authorization", "Bearer \(key)") }
    let answer = try await Fetcher(FetchConfiguration(proxy: .direct)).fetch(
      FetchRequest(
        method, url: server.baseURL + path, headers: headers, body: body.map { Array($0.utf8) }))
    return (answer.status, String(decoding: answer.body, as: UTF8.self))
  }

  @Test("A completion has OpenAI's form")
  func completion() async throws {
    try await ChatServer.serve(script: { _ in .text("hi there") }) { server in
      let answer = try await ask(server)
      #expect(answer.status == 200)
      #expect(
        answer.text
          == #"{"choices":[{"finish_reason":"stop","index":0,"message":{"content":"hi there","#
          + #""role":"assistant"}}],"created":0,"id":"chatcmpl-1","model":"m","#
          + #""object":"chat.completion","usage":{"completion_tokens":2,"prompt_tokens":2,"total_tokens":4}}"#
      )
    }
  }

  @Test("A stream has OpenAI's form, usage only when asked for")
  func stream() async throws {
    let body =
      #"{"model":"m","stream":true,"stream_options":{"include_usage":true},"messages":[{"role":"user","content":[{"type":"text","text":"q"}]}]}"#
    try await ChatServer.serve(script: { .text("to \($0.request?.question ?? "")") }) { server in
      let lines = try await ask(server, body: body).text.components(separatedBy: "\n\n")
      #expect(lines.count == 7)
      #expect(lines[0].contains(#""delta":{"content":"","role":"assistant"}"#))
      #expect(lines[1].contains(#""delta":{"content":"to "}"#))
      #expect(lines[2].contains(#""delta":{"content":"q"}"#))
      #expect(lines[3].contains(#""finish_reason":"stop""#))
      #expect(lines[4].contains(#""choices":[]"#) && lines[4].contains(#""total_tokens":2"#))
      #expect(lines[5] == "data: [DONE]")
    }
  }

  @Test("Wrong keys, paths, methods and bodies are answered as OpenAI answers them")
  func refusals() async throws {
    let configuration = ChatServer.Configuration(key: "k", maximumBodyBytes: 1000)
    try await ChatServer.serve(configuration, script: { _ in .text("") }) { server in
      let long = Self.hello + String(repeating: " ", count: 1001)
      let statuses = [
        try await ask(server).status,
        try await ask(server, key: "x").status,
        try await ask(server, key: "k").status,
        try await ask(server, .get, path: "/nothing", key: "k", body: nil).status,
        try await ask(server, .get, key: "k", body: nil).status,
        try await ask(server, key: "k", body: "{").status,
        try await ask(server, key: "k", body: #"{"model":"m","messages":[]}"#).status,
        try await ask(server, key: "k", body: long).status,
      ]
      #expect(statuses == [401, 401, 200, 404, 405, 400, 400, 413])
      let models = try await ask(server, .get, path: "/models", key: "k", body: nil)
      #expect(models.text.contains("sandbox"))
      #expect(server.ledger.count.calls == 9)
    }
  }

  @Test("The ledger keeps the newest calls; the gate holds a call until it is opened")
  func ledgerAndGate() async throws {
    let gate = Gate()
    let script: ChatScript = { call in
      if call.ordinal == 4 { try await gate.wait() }
      return .text("\(call.ordinal)")
    }
    try await ChatServer.serve(.init(maximumRecordedCalls: 2), script: script) { server in
      for _ in 1...3 { _ = try await ask(server) }
      #expect(server.ledger.calls.map(\.ordinal) == [2, 3])
      try await withThrowingTaskGroup(of: String.self) { group in
        group.addTask { try await self.ask(server).text }
        await gate.waitForArrivals()
        #expect(server.ledger.count.openConnections >= 1)
        gate.open()
        let answer = try await group.next()
        #expect(answer?.contains(#""content":"4""#) == true)
      }
    }
  }

  @Test("Connections beyond the bound are closed at once")
  func connectionBound() async throws {
    let gate = Gate()
    let script: ChatScript = { _ in
      try await gate.wait()
      return .text("")
    }
    try await ChatServer.serve(.init(maximumConnections: 1), script: script) { server in
      try await withThrowingTaskGroup(of: Int.self) { group in
        group.addTask { try await self.ask(server).status }
        await gate.waitForArrivals()
        let error = await #expect(throws: FetchError.self) { try await self.ask(server) }
        #expect(error?.code == .interrupted)
        gate.open()
        let status = try await group.next()
        #expect(status == 200)
      }
    }
  }

  @Test("The unscripted model answers in the message's language and the persona's manner")
  func manner() {
    let manner = ChatManner(seed: 1)
    let english = manner.line(system: "Short, lower case.", question: "Dinner on friday?")
    #expect(english == english.lowercased())
    #expect(english.contains("dinner") || english.contains("friday"))
    let russian = manner.line(system: "", question: "Как тебе концерт?")
    #expect(russian.contains("концерт"))
    #expect(manner.line(system: "", question: "Как тебе концерт?") == russian)
  }

  @Test("The unscripted model classifies by the label that occurs, and extracts nothing")
  func finding() {
    let manner = ChatManner(seed: 1)
    let labels =
      "Which of these fits what the other side wrote? Answer with one of them, exactly as it stands "
      + "here, and nothing else: other, Urgent"
    #expect(manner.line(system: labels, question: "it is urgent!") == "Urgent")
    #expect(manner.line(system: labels, question: "hello") == "other")
    let fields =
      "Answer with one JSON object with these keys and nothing else; null for what is not said."
    #expect(manner.line(system: fields, question: "on friday") == "{}")
  }
}
