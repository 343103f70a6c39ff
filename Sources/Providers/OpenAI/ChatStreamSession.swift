import Fetch
import Foundation
import Model

/// One streamed answer, pulled piece by piece: nothing runs and nothing is buffered beyond the
/// transfer's own bound while nobody asks for more.
actor ChatStreamSession {
  private enum Phase {
    case unsent
    case reading(FetchBody)
    case failed(any Error)
    case ended
  }

  private let chat: OpenAIChat
  private let request: TextRequest
  private var phase = Phase.unsent
  private var events = ServerSentEvents()
  private var pieces: [String] = []
  private var refusal = ""
  private var finishReason: String?
  private var isDone = false
  private var hasText = false

  init(_ chat: OpenAIChat, _ request: TextRequest) {
    self.chat = chat
    self.request = request
  }

  /// Nil at the end, and after an error was thrown.
  func next() async throws -> String? {
    while true {
      if !pieces.isEmpty { return pieces.removeFirst() }
      do {
        switch phase {
        case .ended: return nil
        case .failed(let error): throw error
        case .unsent: try await send()
        case .reading(let body): try await read(body)
        }
      } catch {
        // What came before the failure is handed out first.
        phase = pieces.isEmpty ? .ended : .failed(error)
        if pieces.isEmpty { throw error }
      }
    }
  }

  private func send() async throws {
    let answer = try await chat.openStream(request)
    let type = answer.headers["content-type"]?.lowercased() ?? ""
    if type.contains("application/json") {
      // A server that does not stream answers as if it had not been asked to.
      let body = try await explained { try await answer.body.collect() }
      pieces = [
        try await explained { try chat.completion(from: body, asked: self.request.model).text }
      ]
      phase = .ended
    } else {
      phase = .reading(answer.body)
    }
  }

  private func read(_ body: FetchBody) async throws {
    let bytes = try await explained { try await body.next() }
    for event in try parse(bytes) where !isDone { try take(event) }
    guard bytes == nil || isDone else { return }
    // Some servers leave out `[DONE]`; without a finish reason too, the answer was cut off.
    guard isDone || finishReason != nil else {
      throw TextModelError(
        code: .unreachable,
        message: "\(chat.configuration.baseURL.authority) broke off in the middle of its answer.")
    }
    try chat.requireText(
      hasText ? "text" : "", refusal: refusal, finishReason: finishReason)
    phase = .ended
  }

  private func parse(_ bytes: [UInt8]?) throws -> [String] {
    do {
      guard let bytes else { return try events.finish().map { [$0] } ?? [] }
      return try events.feed(bytes)
    } catch {
      throw chat.malformed("an event of its stream is longer than \(error.limit) bytes")
    }
  }

  private func take(_ event: String) throws {
    guard event != "[DONE]" else {
      isDone = true
      return
    }
    let bytes = Array(event.utf8)
    if let detail = ProviderFailure(body: bytes) { throw chat.explain(AttemptFailure(detail)) }
    let chunk: ChatResponseBody
    do {
      chunk = try JSONDecoder().decode(ChatResponseBody.self, from: Data(bytes))
    } catch {
      throw chat.malformed("a part of its stream is not JSON of the right form")
    }
    // The chunk that reports usage has no choice.
    guard let choice = chunk.choices?.first else { return }
    if let text = choice.message?.content?.text, !text.isEmpty {
      pieces.append(text)
      hasText = hasText || !text.allSatisfy(\.isWhitespace)
    }
    refusal += choice.message?.refusal ?? ""
    finishReason = choice.finishReason ?? finishReason
  }

  private func explained<Value: Sendable>(
    isolation: isolated (any Actor)? = #isolation, _ work: () async throws -> Value
  ) async throws -> Value {
    do {
      return try await work()
    } catch let error as FetchError {
      throw chat.explain(error)
    } catch let error as AttemptFailure {
      throw chat.explain(error)
    }
  }
}
