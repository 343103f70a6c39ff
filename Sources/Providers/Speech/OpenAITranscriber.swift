package import Fetch
import Foundation
package import Model

/// Hears by `/v1/audio/transcriptions` of OpenAI or a server like it (speaches, LocalAI)
/// (platform.openai.com/docs/api-reference/audio/createTranscription).
package struct OpenAITranscriber: SpeechRecognizer {
  private let ability: SpeechAbility
  private let fetcher: Fetcher
  private let clock: WallClock
  private let random: @Sendable () -> Double

  package init(
    _ ability: SpeechAbility, fetcher: Fetcher, clock: WallClock,
    random: @escaping @Sendable () -> Double = { Double.random(in: 0..<1) }
  ) {
    self.ability = ability
    self.fetcher = fetcher
    self.clock = clock
    self.random = random
  }

  package var obstacle: String? { ability.obstacle }

  package var name: String {
    ability.account.map { "\($0.baseURL.providerName)/\($0.model)" } ?? "none"
  }

  package func transcribe(_ sound: Sound) async throws -> HeardSpeech {
    guard let account = ability.account else {
      throw TextModelError(code: .refused, message: obstacle ?? "")
    }
    let client = ProviderClient(
      service: account.service, retry: account.retry, fetcher: fetcher, clock: clock, random: random
    )
    var form = MultipartForm(around: sound.bytes)
    form.add("model", account.model)
    form.add("response_format", "json")
    form.add("file", file: sound.bytes, named: sound.fileName, type: sound.mimeType)
    form.finish()
    var headers: HeaderFields = ["Accept": "application/json", "Content-Type": form.contentType]
    if let key = account.key { headers.add("Authorization", "Bearer \(key.reveal())") }
    let answer = try await client.fetch(
      FetchRequest(
        .post, url: "\(account.baseURL.text)/audio/transcriptions", headers: headers,
        body: form.body, limits: FetchLimits(maximumBodyBytes: 1 << 20)))
    do {
      let heard = try JSONDecoder().decode(Answer.self, from: Data(answer.body))
      return HeardSpeech(
        text: heard.text.trimmingCharacters(in: .whitespacesAndNewlines), language: heard.language)
    } catch {
      throw client.malformed("its answer is not a transcription")
    }
  }

  private struct Answer: Decodable {
    var text: String
    var language: String?
  }
}
