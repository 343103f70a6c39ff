/// The AI providers on loopback: `POST /v1/chat/completions`, plain and streamed, `GET /v1/models`,
/// `POST /v1/audio/transcriptions` and `/v1/audio/speech` as OpenAI has them, and
/// `POST /v1/text-to-speech/{voice}` as ElevenLabs does. What it says is decided by a ``ChatScript`` and a
/// ``SpeechScript``; it can be told to misbehave.
package struct ChatServer: Sendable {
  package struct Configuration: Sendable {
    /// 0: any free one.
    package var port: Int
    /// Without this bearer token every request is answered with 401; nil: none is asked for.
    package var key: String?
    /// The same for voices in ElevenLabs' manner, as `xi-api-key`.
    package var voiceKey: String?
    /// What `/v1/models` lists.
    package var models: [String]
    package var maximumBodyBytes: Int
    /// Connections beyond this are closed at once.
    package var maximumConnections: Int
    /// Of the recorded calls the newest are kept.
    package var maximumRecordedCalls: Int

    package init(
      port: Int = 0, key: String? = nil, voiceKey: String? = nil, models: [String] = ["sandbox"],
      maximumBodyBytes: Int = 4 << 20, maximumConnections: Int = 64,
      maximumRecordedCalls: Int = 1000
    ) {
      self.port = port
      self.key = key
      self.voiceKey = voiceKey
      self.models = models
      self.maximumBodyBytes = maximumBodyBytes
      self.maximumConnections = maximumConnections
      self.maximumRecordedCalls = maximumRecordedCalls
    }
  }

  let configuration: Configuration
  let script: ChatScript
  let speech: SpeechScript
  package let port: Int
  /// What has been asked so far.
  package let ledger: ChatLedger

  /// What OPENAI_BASE_URL is to be: `http://127.0.0.1:PORT/v1`.
  package var baseURL: String { "http://127.0.0.1:\(port)/v1" }

  /// Serves for as long as `body` runs; all connections are closed when this returns.
  ///
  /// - Throws: what `body` throws, or NIO's error if the port cannot be taken.
  package static func serve<Result: Sendable>(
    _ configuration: Configuration = Configuration(), script: @escaping ChatScript,
    speech: @escaping SpeechScript = SpeechManner.script,
    during body: (ChatServer) async throws -> Result
  ) async throws -> Result {
    let listener = try await HTTPListener.bind(
      .init(
        port: configuration.port, maximumBodyBytes: configuration.maximumBodyBytes,
        maximumConnections: configuration.maximumConnections))
    let ledger = ChatLedger(capacity: configuration.maximumRecordedCalls)
    let server = ChatServer(
      configuration: configuration, script: script, speech: speech, port: listener.port,
      ledger: ledger)
    return try await listener.serve { event in
      switch event {
      case .opened: ledger.connectionOpened()
      case .closed: ledger.connectionClosed()
      case .failed(let error): ledger.connectionFailed(error)
      }
    } answer: { call, outbound in
      try await server.answer(
        ChatCall(ordinal: ledger.nextOrdinal(), call), isTooLarge: call.isTooLarge,
        with: ChatResponseWriter(outbound: outbound))
    } during: {
      try await body(server)
    }
  }
}
