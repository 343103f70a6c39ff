package import Fetch
import Foundation
package import Model

/// Speaks in the voices of OpenAI, of servers like it, and of ElevenLabs: each voice by the provider that its
/// persona names.
package struct VoiceProviders: SpeechSynthesizer {
  private let openAI: SpeechAbility
  private let elevenLabs: SpeechAbility
  private let fetcher: Fetcher
  private let clock: WallClock
  private let random: @Sendable () -> Double

  /// The largest sound: an answer of 4,096 characters lasts five minutes.
  static let largest = 16 << 20

  package init(
    openAI: SpeechAbility, elevenLabs: SpeechAbility, fetcher: Fetcher, clock: WallClock,
    random: @escaping @Sendable () -> Double = { Double.random(in: 0..<1) }
  ) {
    self.openAI = openAI
    self.elevenLabs = elevenLabs
    self.fetcher = fetcher
    self.clock = clock
    self.random = random
  }

  private func ability(of voice: Voice) -> SpeechAbility {
    switch voice.provider {
    case .openAI: openAI
    case .elevenLabs: elevenLabs
    }
  }

  package func name(for voice: Voice) -> String {
    guard let account = ability(of: voice).account else { return voice.provider.rawValue }
    let host = account.baseURL.authority
    let provider = host == "api.elevenlabs.io" ? "elevenlabs" : account.baseURL.providerName
    return "\(provider)/\(voice.model ?? account.model)"
  }

  package func obstacle(to voice: Voice) -> String? { ability(of: voice).obstacle }

  package func speak(_ request: SpeechRequest) async throws -> [UInt8] {
    let ability = ability(of: request.voice)
    guard let account = ability.account else {
      throw TextModelError(code: .refused, message: ability.obstacle ?? "")
    }
    let client = ProviderClient(
      service: account.service, retry: account.retry, fetcher: fetcher, clock: clock, random: random
    )
    let httpRequest =
      switch request.voice.provider {
      case .openAI: try Self.openAIRequest(request, account)
      case .elevenLabs: try Self.elevenLabsRequest(request, account)
      }
    let sound = try await client.fetch(httpRequest).body
    guard Self.isVoice(sound) else {
      throw client.malformed("what it sent is no Ogg file with Opus")
    }
    return sound
  }

  /// Whether the first page is that of an Ogg stream, and holds the head of an Opus one (RFC 3533, 6;
  /// RFC 7845, 5.1).
  static func isVoice(_ bytes: [UInt8]) -> Bool {
    let head = Array("OpusHead".utf8)
    guard bytes.starts(with: Array("OggS".utf8)), bytes.count > 64 else { return false }
    let start = 27 + Int(bytes[26])
    return bytes.count >= start + head.count && Array(bytes[start..<start + head.count]) == head
  }

  /// platform.openai.com/docs/api-reference/audio/createSpeech
  private static func openAIRequest(
    _ request: SpeechRequest, _ account: SpeechAccount
  ) throws -> FetchRequest {
    struct Body: Encodable {
      var model: String
      var voice: String
      var input: String
      var responseFormat = "opus"
      var speed: Double?
      var instructions: String?

      enum CodingKeys: String, CodingKey {
        case model, voice, input, speed, instructions
        case responseFormat = "response_format"
      }
    }
    let voice = request.voice
    var headers: HeaderFields = ["Accept": "audio/ogg", "Content-Type": "application/json"]
    if let key = account.key { headers.add("Authorization", "Bearer \(key.reveal())") }
    return FetchRequest(
      .post, url: "\(account.baseURL.text)/audio/speech", headers: headers,
      body: try json(
        Body(
          model: voice.model ?? account.model, voice: voice.id, input: request.text,
          speed: voice.speed, instructions: voice.manner)),
      limits: FetchLimits(maximumBodyBytes: largest))
  }

  /// elevenlabs.io/docs/api-reference/text-to-speech/convert
  private static func elevenLabsRequest(
    _ request: SpeechRequest, _ account: SpeechAccount
  ) throws -> FetchRequest {
    struct Body: Encodable {
      struct Settings: Encodable {
        var stability: Double?
        var similarityBoost: Double?
        var speed: Double?

        enum CodingKeys: String, CodingKey {
          case stability, speed
          case similarityBoost = "similarity_boost"
        }
      }

      var text: String
      var modelID: String
      var languageCode: String?
      var voiceSettings: Settings?
      var seed: UInt32

      enum CodingKeys: String, CodingKey {
        case text, seed
        case modelID = "model_id"
        case languageCode = "language_code"
        case voiceSettings = "voice_settings"
      }
    }
    let voice = request.voice
    let model = voice.model ?? account.model
    let hasSettings = [voice.stability, voice.similarity, voice.speed].contains { $0 != nil }
    let settings = Body.Settings(
      stability: voice.stability, similarityBoost: voice.similarity, speed: voice.speed)
    var headers: HeaderFields = ["Accept": "audio/ogg", "Content-Type": "application/json"]
    if let key = account.key { headers.add("xi-api-key", key.reveal()) }
    let id =
      voice.id.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    return FetchRequest(
      .post,
      url: "\(account.baseURL.text)/text-to-speech/\(id)?output_format=opus_48000_64",
      headers: headers,
      body: try json(
        Body(
          text: request.text, modelID: model, languageCode: languageCode(request.language, model),
          voiceSettings: hasSettings ? settings : nil, seed: request.seed)),
      limits: FetchLimits(maximumBodyBytes: largest))
  }

  /// ISO 639-1, for the models that take one; others refuse the whole request.
  static func languageCode(_ language: String?, _ model: String) -> String? {
    guard let language, model.hasSuffix("v2_5") || model.hasSuffix("v3") else { return nil }
    let code = language.split { $0 == "-" || $0 == "_" }.first.map(String.init)?.lowercased()
    return code?.count == 2 ? code : nil
  }

  private static func json(_ value: some Encodable) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return [UInt8](try encoder.encode(value))
  }
}
