import Engine
import Fetch
import Model
import Providers
import Store

/// Which model writes the answers: the configured provider with the offline replier behind it, or the
/// offline replier alone.
enum Models {
  /// How many stored messages the offline replier learns from.
  private static let memory = 20_000

  /// - Returns: what answers, and what does where that may cost nothing any more.
  ///
  /// - Parameters:
  ///   - fetcher: carries the provider's requests; to be shut down by the caller.
  ///   - report: is told when the provider fails and the offline replier is asked.
  static func textModel(
    _ settings: Settings, account: AccountID, store: Store, fetcher: Fetcher, clock: WallClock,
    report: @escaping @Sendable (String) -> Void
  ) async throws -> (model: any TextModel, offline: any TextModel) {
    let offline = try await offlineReplier(account: account, store: store)
    switch ProviderSettings(environment: settings.values).chat {
    case .off: return (offline, offline)
    case .on(let configuration):
      let model = FallbackModel(
        OpenAIChat(configuration, fetcher: fetcher, clock: clock), then: offline
      ) { name, error in
        report("\(name) does not answer, the offline replier does: \(error)")
      }
      return (model, offline)
    }
  }

  /// For `status`: what answers, and why nothing else does.
  static func description(_ settings: Settings) -> String {
    let providers = ProviderSettings(environment: settings.values)
    switch providers.chat {
    case .off(let why): return "offline replier. \(why)"
    case .on(let configuration):
      let destinations = providers.outsideDestinations
      let outside =
        destinations.isEmpty
        ? "nothing leaves this network" : "texts go to \(destinations.joined(separator: ", "))"
      return "\(configuration.model) at \(configuration.baseURL.authority); \(outside)"
    }
  }

  /// What voice notes are heard and spoken with.
  static func voice(
    _ settings: Settings, folder: String, fetcher: Fetcher, clock: WallClock
  ) -> VoiceParts {
    let providers = ProviderSettings(environment: settings.values)
    return VoiceParts(
      recognizer: OpenAITranscriber(providers.transcription, fetcher: fetcher, clock: clock),
      synthesizer: VoiceProviders(
        openAI: providers.openAIVoice, elevenLabs: providers.elevenLabs, fetcher: fetcher,
        clock: clock),
      folder: VoiceFolder(path: folder))
  }

  /// For `status`: what hears and what speaks, and why it does not.
  static func voiceDescription(_ settings: Settings) -> [(title: String, text: String)] {
    let providers = ProviderSettings(environment: settings.values)
    func line(_ ability: SpeechAbility, _ does: String, _ what: String) -> String {
      switch ability {
      case .off(let why): why
      case .on(let account):
        "\(account.model) at \(account.baseURL.authority) \(does); "
          + (account.baseURL.isNearby
            ? "nothing leaves this network" : "\(what) go to \(account.baseURL.authority)")
      }
    }
    return [
      (
        "Ears",
        line(
          providers.transcription, "listens to voice notes",
          "the sounds of monitors that transcribe")
      ),
      (
        "Voices",
        line(providers.openAIVoice, "speaks as openai", "texts that personas speak with openai")
      ),
      (
        "",
        line(
          providers.elevenLabs, "speaks as elevenlabs", "texts that personas speak with elevenlabs")
      ),
    ]
  }

  private static func offlineReplier(
    account: AccountID, store: Store
  ) async throws -> OfflineReplier {
    let messages = try await store.newestMessages(of: account, limit: memory)
    let own = try await store.sentByTwin(of: account)
    let harvest = EpisodeExtractor().extract(from: messages, isTwins: own.contains)
    return OfflineReplier(
      seed: UInt64(bitPattern: account.rawValue), index: EpisodeIndex(harvest.episodes))
  }
}
