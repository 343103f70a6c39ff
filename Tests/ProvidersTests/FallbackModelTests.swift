import Model
import Synchronization
import Testing

@testable import Providers

@Suite(.timeLimit(.minutes(5)))
struct FallbackModelTests {
  /// Says its pieces, then fails if it has an error.
  private struct Fixed: TextModel {
    var name: String
    var pieces: [String] = []
    var error: TextModelError?
    let asked = Mailbox()

    func complete(_ request: TextRequest) async throws -> TextCompletion {
      asked.note(request)
      if let error { throw error }
      return TextCompletion(text: pieces.joined(), model: name)
    }

    func stream(_ request: TextRequest) -> AsyncThrowingStream<String, any Error> {
      asked.note(request)
      return AsyncThrowingStream { continuation in
        for piece in pieces { continuation.yield(piece) }
        continuation.finish(throwing: error)
      }
    }
  }

  private final class Mailbox: Sendable {
    private let list = Mutex<[TextRequest]>([])
    var requests: [TextRequest] { list.withLock { $0 } }
    func note(_ request: TextRequest) { list.withLock { $0.append(request) } }
  }

  private static func failing(_ code: TextModelError.Code) -> Fixed {
    Fixed(name: "first", error: TextModelError(code: code, message: "no"))
  }

  @Test("A failing provider is followed by the next one, with its own model")
  func fallsBack() async throws {
    let second = Fixed(name: "second", pieces: ["hello"])
    let reported = Mutex<[String]>([])
    let model = FallbackModel(Self.failing(.unreachable), then: second) { name, error in
      reported.withLock { $0.append("\(name): \(error.code)") }
    }
    var request = TextRequest.user("hi")
    request.model = "gpt-4o"
    #expect(try await model.complete(request).model == "second")
    #expect(try await collect(model.stream(request)) == ["hello"])
    #expect(second.asked.requests.map(\.model) == [nil, nil])
    #expect(reported.withLock { $0 } == ["first: unreachable", "first: unreachable"])
    #expect(model.name == "first, else second")
  }

  @Test("A refusal stands, as does the failure of the last one")
  func stands() async throws {
    let second = Fixed(name: "second", pieces: ["hello"])
    let refused = await #expect(throws: TextModelError.self) {
      try await FallbackModel(Self.failing(.refused), then: second).complete(.user("hi"))
    }
    #expect(refused?.code == .refused)
    #expect(second.asked.requests.isEmpty)
    let last = await #expect(throws: TextModelError.self) {
      try await FallbackModel(Self.failing(.quotaExceeded), then: Self.failing(.abstained))
        .complete(.user("hi"))
    }
    #expect(last?.code == .abstained)
  }

  @Test("Once text has come, a stream does not start over with another model")
  func noMixedStreams() async throws {
    var first = Self.failing(.unreachable)
    first.pieces = ["half"]
    let second = Fixed(name: "second", pieces: ["hello"])
    let model = FallbackModel(first, then: second)
    var pieces: [String] = []
    await #expect(throws: TextModelError.self) {
      for try await piece in model.stream(.user("hi")) { pieces.append(piece) }
    }
    #expect(pieces == ["half"])
    #expect(second.asked.requests.isEmpty)
  }
}
