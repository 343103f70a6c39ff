import Model

/// Which abilities the environment switches on, and why the others are off [A31].
package struct ProviderSettings: Sendable {
  package enum Chat: Sendable {
    case on(OpenAIChat.Configuration)
    /// One sentence for the owner, naming the variable.
    case off(why: String)
  }

  package let chat: Chat
  /// What is heard in voice notes.
  package let transcription: SpeechAbility
  package let openAIVoice: SpeechAbility
  package let elevenLabs: SpeechAbility

  /// Hosts that would receive texts, as far as they are not this machine or its network [A40].
  package var outsideDestinations: [String] {
    guard case .on(let configuration) = chat, !configuration.baseURL.isNearby else { return [] }
    return [configuration.baseURL.authority]
  }

  package static let defaultBaseURL = "https://api.openai.com/v1"
  package static let defaultModel = "gpt-4o-mini"

  /// Reads OPENAI_API_KEY, OPENAI_BASE_URL and OPENAI_MODEL; an empty value counts as none.
  ///
  /// For what hears and speaks: OPENAI_TRANSCRIPTION_ and OPENAI_SPEECH_ with API_KEY, BASE_URL and MODEL,
  /// which default to those of the chat model where they can; ELEVENLABS_API_KEY, ELEVENLABS_BASE_URL and
  /// ELEVENLABS_MODEL. `off` as a model switches that one off.
  ///
  /// A server named by OPENAI_BASE_URL is used without a key too, as local ones ask for none.
  package init(environment: [String: String]) {
    func value(_ name: String) -> String? {
      let text = environment[name]?.trimmingPrefix(while: \.isWhitespace)
      guard let text, let end = text.lastIndex(where: { !$0.isWhitespace }) else { return nil }
      return String(text[...end])
    }
    chat = Self.chat(
      key: value("OPENAI_API_KEY"), baseURL: value("OPENAI_BASE_URL"), model: value("OPENAI_MODEL"))
    let speech = Self.speech(value)
    transcription = speech.transcription
    openAIVoice = speech.openAIVoice
    elevenLabs = speech.elevenLabs
  }

  private static func chat(key: String?, baseURL: String?, model: String?) -> Chat {
    if key == nil, baseURL == nil {
      return .off(
        why: "No AI provider: OPENAI_API_KEY is not set. The offline replier answers in its place.")
    }
    guard let url = BaseURL(baseURL ?? defaultBaseURL) else {
      return .off(
        why: "No AI provider: OPENAI_BASE_URL must look like https://HOST/v1, without user name "
          + "and query.")
    }
    if let key {
      guard key.utf8.count <= 1000, key.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
        return .off(
          why: "No AI provider: OPENAI_API_KEY holds a space or another character that no key has.")
      }
      guard url.isEncrypted || url.isNearby else {
        return .off(
          why: "No AI provider: OPENAI_BASE_URL is http, so that the key would cross the network "
            + "readable by everybody. Use https.")
      }
    }
    return .on(
      OpenAIChat.Configuration(
        baseURL: url, key: key.map { Secret($0) }, model: model ?? defaultModel))
  }
}
