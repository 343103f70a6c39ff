import NIOCore
import NIOHTTP1

/// Writes replies to one connection. Every method returns whether the connection stays open.
struct ChatResponseWriter {
  let outbound: HTTPWriter

  @discardableResult
  func send(_ reply: ChatReply, to call: ChatCall) async throws -> Bool {
    switch reply {
    case .hangUp: return false
    case .raw(let status, let headers, let body):
      return try await send(status: status, headers: headers, body: body)
    case .failure(let failure):
      return try await send(
        status: failure.status, headers: failure.headers,
        body: try ChatWire.json(ChatWire.Failure(failure)))
    case .answer(let answer) where call.request?.stream == true:
      return try await stream(answer, to: call)
    case .answer(let answer):
      return try await send(answer, to: call)
    }
  }

  func send(models: [String]) async throws -> Bool {
    try await send(
      status: 200, body: try ChatWire.json(ChatWire.Models(data: models.map { .init(id: $0) })))
  }

  func send(_ reply: SpeechReply) async throws -> Bool {
    switch reply {
    case .heard(let text):
      return try await send(status: 200, body: try ChatWire.json(["text": text]))
    case .sound(let bytes):
      return try await outbound.send(
        HTTPReply(status: 200, headers: [("Content-Type", "audio/ogg")], body: "", bytes: bytes))
    case .failure(let failure):
      return try await send(
        status: failure.status, headers: failure.headers,
        body: try ChatWire.json(ChatWire.Failure(failure)))
    case .elevenLabsFailure(let status, let code, let message):
      return try await send(
        status: status,
        body: try ChatWire.json(["detail": ["status": code, "message": message]]))
    }
  }

  private func send(_ answer: ChatAnswer, to call: ChatCall) async throws -> Bool {
    let message = ChatWire.Completion.Message(
      content: answer.refusal == nil ? answer.text : nil, refusal: answer.refusal)
    let completion = ChatWire.Completion(
      id: "chatcmpl-\(call.ordinal)", model: answer.model ?? call.request?.model ?? "",
      choices: [.init(message: message, finishReason: answer.finishReason)],
      usage: answer.reportsUsage ? .init(request: call.request, answer: answer.text) : nil)
    let body = try ChatWire.json(completion)
    guard case .cut = answer.breaks?.how else { return try await send(status: 200, body: body) }
    return try await send(status: 200, body: String(body.prefix(body.count / 2)), isCut: true)
  }

  private func send(
    status: Int, headers: [(String, String)] = [], body: String, isCut: Bool = false
  ) async throws -> Bool {
    try await outbound.send(
      HTTPReply(status: status, headers: headers, body: body), isCut: isCut)
  }

  // MARK: Streams

  private func stream(_ answer: ChatAnswer, to call: ChatCall) async throws -> Bool {
    let head = HTTPResponseHead(
      version: .http1_1, status: .ok,
      headers: ["Content-Type": "text/event-stream", "Transfer-Encoding": "chunked"])
    try await outbound.write(.head(head))
    var chunk = ChatWire.Chunk(
      id: "chatcmpl-\(call.ordinal)", model: answer.model ?? call.request?.model ?? "",
      choices: [.init(delta: .init(role: "assistant", content: ""))])
    try await event(chunk)
    for (index, piece) in answer.pieces.enumerated() {
      try await answer.beforePiece?(index)
      if let breaks = answer.breaks, breaks.after == index {
        switch breaks.how {
        case .cut: return false
        case .error(let failure): try await event(ChatWire.Failure(failure))
        case .garbage: try await event("{\"choices\": [{\"delta\"")
        case .noDone: break
        }
      }
      chunk.choices = [.init(delta: .init(content: piece))]
      try await event(chunk)
    }
    if let refusal = answer.refusal {
      chunk.choices = [.init(delta: .init(refusal: refusal))]
      try await event(chunk)
    }
    if case .noDone = answer.breaks?.how {
      try await outbound.write(.end(nil))
      return true
    }
    chunk.choices = [.init(delta: .init(), finishReason: answer.finishReason)]
    try await event(chunk)
    if answer.reportsUsage, call.request?.streamOptions?.includeUsage == true {
      chunk.choices = []
      chunk.usage = .init(request: call.request, answer: answer.text)
      try await event(chunk)
    }
    try await event("[DONE]")
    try await outbound.write(.end(nil))
    return true
  }

  private func event(_ value: some Encodable) async throws {
    try await event(try ChatWire.json(value))
  }

  private func event(_ text: String) async throws {
    try await outbound.write(.body(.byteBuffer(ByteBuffer(string: "data: \(text)\n\n"))))
  }
}
