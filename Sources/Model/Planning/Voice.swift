/// In whose voice something is spoken, as a persona says.
package struct Voice: Sendable, Hashable, Codable {
  package enum Provider: String, Sendable, Hashable, Codable, CaseIterable {
    case openAI = "openai"
    case elevenLabs = "elevenlabs"
  }

  package var provider: Provider
  /// The voice by the provider's name or number for it.
  package var id: String
  /// The model by the provider's name; nil for the configured one.
  package var model: String?
  /// 1 is the voice's own speed; nil for the provider's own.
  package var speed: Double?
  /// 0 to 1; ElevenLabs alone.
  package var stability: Double?
  package var similarity: Double?
  /// How it is to be spoken, in the owner's words; OpenAI alone.
  package var manner: String?

  package init(
    provider: Provider, id: String, model: String? = nil, speed: Double? = nil,
    stability: Double? = nil, similarity: Double? = nil, manner: String? = nil
  ) {
    self.provider = provider
    self.id = id
    self.model = model
    self.speed = speed
    self.stability = stability
    self.similarity = similarity
    self.manner = manner
  }
}

/// Whether a persona speaks aloud.
package enum Speaking: Sendable, Hashable, Codable {
  case voice(Voice)
  /// Switched off: what it would say is written.
  case off
}

/// An answer that is spoken.
package struct VoiceReply: Sendable, Hashable, Codable {
  /// Who speaks, and what a model needs where there is no ``text``.
  package var composition: Composition
  /// Nil: a model writes it.
  package var text: String?
  /// Why it is sent in writing after all; nil: it is spoken.
  package var written: String?

  package init(_ composition: Composition, text: String? = nil, written: String? = nil) {
    self.composition = composition
    self.text = text
    self.written = written
  }

  /// Nil where nothing is spoken.
  package var voice: Voice? {
    guard written == nil, case .voice(let voice)? = composition.persona.speaking else { return nil }
    return voice
  }
}
