import Fetch
import Foundation
import Model
import Sandbox
import Synchronization
import Testing

@testable import Providers

@Suite("Speech providers", .timeLimit(.minutes(5)))
struct SpeechTests {
  private static let note = Sound(
    bytes: SpokenOgg.file(saying: "are you there?"), fileName: "audio.ogg", mimeType: "audio/ogg")
  private static let nova = Voice(provider: .openAI, id: "nova", speed: 1.1, manner: "tired")
  private static let clone = Voice(
    provider: .elevenLabs, id: "21m00Tcm4TlvDq8ikWAM", stability: 0.4, similarity: 0.8)

  private struct Bench: Sendable {
    let server: ChatServer
    let ears: OpenAITranscriber
    let voices: VoiceProviders
    let clock: ManualClock
    /// Each is called with the calls that were understood.
    let asked: @Sendable () -> [SpeechCall]

    /// Runs to the end, letting every wait pass at once.
    func running<Value: Sendable>(
      waits: Int, _ work: @escaping @Sendable () async throws -> Value
    ) async -> Result<Value, any Error> {
      let task = Task { try await work() }
      for _ in 0..<waits {
        await clock.waitForSleepers()
        if let deadline = clock.nextDeadline { clock.advance(to: deadline) }
      }
      return await task.result
    }
  }

  private static func with(
    _ more: [String: String] = [:], replies: [SpeechReply] = [],
    _ body: (Bench) async throws -> Void
  ) async throws {
    let rest = Mutex(replies)
    let calls = Mutex<[SpeechCall]>([])
    let script: SpeechScript = { call in
      calls.withLock { $0.append(call) }
      let next = rest.withLock { $0.isEmpty ? nil : $0.removeFirst() }
      if let next { return next }
      return try await SpeechManner.script(call)
    }
    let configuration = ChatServer.Configuration(key: "sk-test", voiceKey: "el-test")
    try await ChatServer.serve(configuration, script: { _ in .hangUp }, speech: script) { server in
      let clock = ManualClock(Timestamp(seconds: 1_800_000_000))
      let fetcher = try Fetcher(FetchConfiguration(proxy: .direct))
      let settings = ProviderSettings(
        environment: [
          "OPENAI_API_KEY": "sk-test", "OPENAI_BASE_URL": server.baseURL,
          "ELEVENLABS_API_KEY": "el-test", "ELEVENLABS_BASE_URL": server.baseURL,
        ].merging(more) { $1 })
      try await body(
        Bench(
          server: server,
          ears: OpenAITranscriber(
            settings.transcription, fetcher: fetcher, clock: clock.clock, random: { 0 }),
          voices: VoiceProviders(
            openAI: settings.openAIVoice, elevenLabs: settings.elevenLabs, fetcher: fetcher,
            clock: clock.clock, random: { 0 }),
          clock: clock, asked: { calls.withLock(\.self) }))
    }
  }

  @Test("A voice note goes up as audio.ogg in a form, and comes back as words [A11]")
  func hears() async throws {
    try await Self.with { bench in
      let heard = try await bench.ears.transcribe(Self.note)
      #expect(heard.text == "are you there?")
      #expect(
        bench.asked() == [
          .transcription(file: Self.note.bytes, fileName: "audio.ogg", model: "whisper-1")
        ])
      let call = try #require(bench.server.ledger.calls.first)
      #expect(call.path == "/v1/audio/transcriptions")
      #expect(call.header("authorization") == "Bearer sk-test")
    }
  }

  @Test("Passing trouble is borne twice, lasting trouble is told at once [A11]")
  func retries() async throws {
    let busy = SpeechReply.failure(ChatFailure(status: 503))
    try await Self.with(replies: [busy, busy]) { bench in
      let result = await bench.running(waits: 2) { try await bench.ears.transcribe(Self.note) }
      let heard = try result.get()
      #expect(heard.text == "are you there?")
      #expect(bench.asked().count == 3)
    }
    let broke = SpeechReply.failure(
      ChatFailure(status: 429, type: "insufficient_quota", code: "insufficient_quota"))
    try await Self.with(replies: [broke]) { bench in
      let result = await bench.running(waits: 0) { try await bench.ears.transcribe(Self.note) }
      #expect((result.error as? TextModelError)?.code == .quotaExceeded)
      #expect(bench.asked().count == 1)
    }
    try await Self.with(replies: [.sound([1, 2, 3])]) { bench in
      let result = await bench.running(waits: 0) { try await bench.ears.transcribe(Self.note) }
      #expect((result.error as? TextModelError)?.code == .malformed)
    }
  }

  @Test("OpenAI's voice speaks Ogg with Opus, as the persona says [A12]")
  func speaksAsOpenAI() async throws {
    try await Self.with { bench in
      let sound = try await bench.voices.speak(
        SpeechRequest(text: "on my way", voice: Self.nova, language: "en"))
      #expect(SpokenOgg.text(in: sound) == "on my way")
      #expect(
        bench.asked() == [
          .speech(text: "on my way", voice: "nova", model: "gpt-4o-mini-tts", format: "opus")
        ])
      let call = try #require(bench.server.ledger.calls.first)
      let body = String(decoding: call.body, as: UTF8.self)
      #expect(body.contains(#""instructions":"tired""#) && body.contains(#""speed":1.1"#))
    }
  }

  @Test("ElevenLabs speaks with its own key, format, model, settings and seed [A12]")
  func speaksAsElevenLabs() async throws {
    try await Self.with { bench in
      _ = try await bench.voices.speak(
        SpeechRequest(text: "ja klar", voice: Self.clone, language: "de-AT", seed: 7))
      let call = try #require(bench.server.ledger.calls.first)
      #expect(call.path == "/v1/text-to-speech/21m00Tcm4TlvDq8ikWAM")
      #expect(call.query.map(\.name) == ["output_format"])
      #expect(call.query.map(\.value) == ["opus_48000_64"])
      #expect(call.header("xi-api-key") == "el-test" && call.header("authorization") == nil)
      let body = String(decoding: call.body, as: UTF8.self)
      #expect(
        body == """
          {"model_id":"eleven_multilingual_v2","seed":7,"text":"ja klar","voice_settings":\
          {"similarity_boost":0.8,"stability":0.4}}
          """)
    }
    #expect(VoiceProviders.languageCode("pt-BR", "eleven_flash_v2_5") == "pt")
    #expect(VoiceProviders.languageCode("German", "eleven_flash_v2_5") == nil)
    #expect(VoiceProviders.languageCode("de", "eleven_multilingual_v2") == nil)
  }

  @Test(
    "What is no Ogg file with Opus is never taken for a voice [A12]",
    arguments: [
      Array("ID3 an mp3 after all".utf8), [], Array("OggS".utf8),
      Array("OggS".utf8) + [UInt8](repeating: 0, count: 200),
    ])
  func notOgg(bytes: [UInt8]) async throws {
    try await Self.with(replies: [.sound(bytes)]) { bench in
      let result = await bench.running(waits: 0) {
        try await bench.voices.speak(SpeechRequest(text: "hi", voice: Self.clone))
      }
      #expect((result.error as? TextModelError)?.code == .malformed)
    }
  }

  @Test(
    "ElevenLabs' errors are understood by their code",
    arguments: [
      (401, "quota_exceeded", TextModelError.Code.quotaExceeded, 0),
      (401, "invalid_api_key", .unauthorized, 0), (404, "voice_not_found", .refused, 0),
      (429, "too_many_concurrent_requests", .rateLimited, 2),
    ])
  func elevenLabsErrors(
    status: Int, code: String, expected: TextModelError.Code, waits: Int
  ) async throws {
    let reply = SpeechReply.elevenLabsFailure(status: status, code: code, message: "It says so.")
    try await Self.with(replies: [reply, reply, reply]) { bench in
      let result = await bench.running(waits: waits) {
        try await bench.voices.speak(SpeechRequest(text: "hi", voice: Self.clone))
      }
      let error = try #require(result.error as? TextModelError)
      #expect(error.code == expected)
      #expect(!error.message.contains("el-test"))
      #expect(bench.asked().count == waits + 1)
      if expected == .refused { #expect(error.message.contains("ELEVENLABS_MODEL")) }
    }
  }

  @Test("Switched off, by its key or by its model, nobody is asked, and why is told [A13 A31]")
  func off() async throws {
    let settings = [
      "ELEVENLABS_API_KEY": "", "OPENAI_SPEECH_MODEL": "off", "OPENAI_TRANSCRIPTION_MODEL": "OFF",
    ]
    try await Self.with(settings) { bench in
      #expect(bench.ears.obstacle?.contains("OPENAI_TRANSCRIPTION_MODEL") == true)
      #expect(bench.voices.obstacle(to: Self.nova)?.contains("OPENAI_SPEECH_MODEL") == true)
      await #expect(throws: TextModelError.self) { try await bench.ears.transcribe(Self.note) }
      await #expect(throws: TextModelError.self) {
        try await bench.voices.speak(SpeechRequest(text: "hi", voice: Self.nova))
      }
      #expect(bench.server.ledger.calls.isEmpty)
    }
    let none = ProviderSettings(environment: [:])
    #expect(none.elevenLabs.obstacle?.contains("ELEVENLABS_API_KEY is not set") == true)
    #expect(none.transcription.obstacle?.contains("is not set") == true)
  }

  @Test("A key goes to the address that it belongs to, and nowhere else")
  func keys() {
    let own = ProviderSettings(environment: [
      "OPENAI_API_KEY": "sk-1", "OPENAI_TRANSCRIPTION_BASE_URL": "http://ears.local:8000",
    ])
    #expect(own.transcription.account?.baseURL.text == "http://ears.local:8000/v1")
    #expect(own.transcription.account?.key == nil)
    #expect(own.openAIVoice.account?.key?.reveal() == "sk-1")
    let open = ProviderSettings(environment: [
      "ELEVENLABS_API_KEY": "el-1", "ELEVENLABS_BASE_URL": "http://voices.example.org/v1",
    ])
    #expect(open.elevenLabs.obstacle?.contains("https") == true)
  }
}
