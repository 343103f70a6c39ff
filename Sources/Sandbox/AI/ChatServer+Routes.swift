extension ChatServer {
  /// Returns false if the connection is to be closed.
  func answer(
    _ call: ChatCall, isTooLarge: Bool, with writer: ChatResponseWriter
  ) async throws -> Bool {
    ledger.record(call)
    guard !isTooLarge else {
      try await writer.send(.failure(.tooLarge), to: call)
      return false
    }
    if let asked = SpeechCall.read(call) { return try await answer(asked, call, with: writer) }
    if let key = configuration.key, call.header("authorization") != "Bearer \(key)" {
      return try await writer.send(.failure(.badKey), to: call)
    }
    switch (call.method, call.path) {
    case ("GET", "/v1/models"):
      return try await writer.send(models: configuration.models)
    case ("POST", "/v1/chat/completions"):
      guard let request = call.request else {
        return try await writer.send(.failure(.badBody), to: call)
      }
      guard !request.messages.isEmpty else {
        return try await writer.send(.failure(.noMessages), to: call)
      }
      return try await writer.send(try await script(call), to: call)
    case (_, "/v1/models"), (_, "/v1/chat/completions"):
      return try await writer.send(.failure(.badMethod(call.method)), to: call)
    default:
      return try await writer.send(.failure(.unknownPath(call.method, call.path)), to: call)
    }
  }
}

extension ChatServer {
  private func answer(
    _ asked: Result<SpeechCall, SpeechRefusal>, _ call: ChatCall, with writer: ChatResponseWriter
  ) async throws -> Bool {
    guard call.method == "POST" else {
      return try await writer.send(.failure(.badMethod(call.method)), to: call)
    }
    if call.path.hasPrefix("/v1/text-to-speech/") {
      if let key = configuration.voiceKey, call.header("xi-api-key") != key {
        return try await writer.send(
          .elevenLabsFailure(
            status: 401, code: "invalid_api_key", message: "Invalid API key"))
      }
    } else if let key = configuration.key, call.header("authorization") != "Bearer \(key)" {
      return try await writer.send(.failure(.badKey), to: call)
    }
    switch asked {
    case .success(let request): return try await writer.send(try await speech(request))
    case .failure(let refusal): return try await writer.send(refusal.reply)
    }
  }
}

extension ChatFailure {
  static let badKey = ChatFailure(
    status: 401, type: "invalid_request_error", code: "invalid_api_key",
    message: "Incorrect API key provided.")
  static let badBody = ChatFailure(
    status: 400, type: "invalid_request_error",
    message: "We could not parse the JSON body of your request.")
  static let noMessages = ChatFailure(
    status: 400, type: "invalid_request_error", parameter: "messages",
    message: "[] is too short - 'messages'")
  static let tooLarge = ChatFailure(
    status: 413, type: "invalid_request_error", message: "The request is too large.")

  static func badMethod(_ method: String) -> ChatFailure {
    ChatFailure(
      status: 405, type: "invalid_request_error", message: "Not allowed to \(method) here.")
  }

  static func unknownPath(_ method: String, _ path: String) -> ChatFailure {
    ChatFailure(
      status: 404, type: "invalid_request_error", message: "Invalid URL (\(method) \(path))")
  }
}
