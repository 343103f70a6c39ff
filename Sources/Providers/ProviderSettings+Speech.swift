import Model

extension ProviderSettings {
  /// What hears, what speaks as OpenAI does, and what speaks as ElevenLabs does.
  struct Speech: Sendable {
    var transcription: SpeechAbility
    var openAIVoice: SpeechAbility
    var elevenLabs: SpeechAbility
  }

  private static let elevenLabsURL = "https://api.elevenlabs.io/v1"

  /// One of the three, as the variables describe it.
  private struct Ability {
    var title: String
    var keyName: String
    /// A key for the service that all of OpenAI's abilities share; only for the same address.
    var sharedKey: (name: String, value: String?)?
    var addressName: String
    var sharedAddress: (name: String, value: String?)?
    var modelName: String
    var model: String
    var address: String
    var what: String

    func read(_ value: (String) -> String?) -> SpeechAbility {
      func off(_ why: String) -> SpeechAbility { .off(why: "\(title) is off: \(why)") }
      let model = value(modelName) ?? model
      if model.lowercased() == "off" { return off("\(modelName) says so.") }
      let own = value(addressName)
      var (name, text) = (addressName, own)
      if own == nil, let shared = sharedAddress, let address = shared.value {
        (name, text) = (shared.name, address)
      }
      var (keyName, key) = (keyName, value(keyName))
      // A key goes to the address that it belongs to, and nowhere else.
      if key == nil, own == nil, let shared = sharedKey { (keyName, key) = shared }
      guard key != nil || text != nil else { return off("\(keyName) is not set.") }
      guard let url = BaseURL(text ?? address) else {
        return off("\(name) must look like https://HOST/v1, without user name and query.")
      }
      if let key {
        guard key.utf8.count <= 1000, key.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
          return off("\(keyName) holds a space or another character that no key has.")
        }
        guard url.isEncrypted || url.isNearby else {
          return off(
            "\(name) is http, so that the key would cross the network readable by everybody. Use "
              + "https.")
        }
      }
      return .on(
        SpeechAccount(
          baseURL: url, key: key.map { Secret($0) }, model: model,
          names: .init(key: keyName, address: name, model: modelName, what: what)))
    }
  }

  static func speech(_ value: (String) -> String?) -> Speech {
    let sharedKey = ("OPENAI_API_KEY", value("OPENAI_API_KEY"))
    let sharedAddress = ("OPENAI_BASE_URL", value("OPENAI_BASE_URL"))
    return Speech(
      transcription: Ability(
        title: "Listening to voice notes", keyName: "OPENAI_TRANSCRIPTION_API_KEY",
        sharedKey: sharedKey, addressName: "OPENAI_TRANSCRIPTION_BASE_URL",
        sharedAddress: sharedAddress, modelName: "OPENAI_TRANSCRIPTION_MODEL", model: "whisper-1",
        address: defaultBaseURL, what: "the model"
      ).read(value),
      openAIVoice: Ability(
        title: "Speaking as OpenAI does", keyName: "OPENAI_SPEECH_API_KEY", sharedKey: sharedKey,
        addressName: "OPENAI_SPEECH_BASE_URL", sharedAddress: sharedAddress,
        modelName: "OPENAI_SPEECH_MODEL", model: "gpt-4o-mini-tts", address: defaultBaseURL,
        what: "the voice, its model"
      ).read(value),
      elevenLabs: Ability(
        title: "Speaking with ElevenLabs", keyName: "ELEVENLABS_API_KEY",
        addressName: "ELEVENLABS_BASE_URL", modelName: "ELEVENLABS_MODEL",
        model: "eleven_multilingual_v2", address: elevenLabsURL, what: "the voice, its model"
      ).read(value))
  }
}
