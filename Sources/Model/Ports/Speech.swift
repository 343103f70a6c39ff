/// Hears what is said in a sound: a provider's model.
package protocol SpeechRecognizer: Sendable {
  /// How reports name it: `openai/whisper-1`.
  var name: String { get }
  /// Why it hears nothing at all, as a sentence for the owner that names what to set; nil: it does.
  var obstacle: String? { get }
  /// - Throws: ``TextModelError``, or `CancellationError` when its task ends.
  func transcribe(_ sound: Sound) async throws -> HeardSpeech
}

/// A sound to be listened to.
package struct Sound: Sendable, Hashable {
  package var bytes: [UInt8]
  /// Providers go by its ending: `audio.ogg`.
  package var fileName: String
  package var mimeType: String

  package init(bytes: [UInt8], fileName: String, mimeType: String) {
    self.bytes = bytes
    self.fileName = fileName
    self.mimeType = mimeType
  }
}

package struct HeardSpeech: Sendable, Hashable {
  /// Empty if nothing was said.
  package var text: String
  package var language: String?

  package init(text: String, language: String? = nil) {
    self.text = text
    self.language = language
  }
}

/// Speaks a text in a voice.
package protocol SpeechSynthesizer: Sendable {
  /// How reports name what speaks in this voice: `elevenlabs/eleven_multilingual_v2`.
  func name(for voice: Voice) -> String
  /// Why this voice cannot be had at all, as a sentence for the owner; nil: it can. Nobody is asked.
  func obstacle(to voice: Voice) -> String?
  /// - Returns: an Ogg file with Opus, as voice notes are.
  /// - Throws: ``TextModelError``, or `CancellationError` when its task ends.
  func speak(_ request: SpeechRequest) async throws -> [UInt8]
}

package struct SpeechRequest: Sendable, Hashable {
  package var text: String
  package var voice: Voice
  /// `en`, `pt-BR`; nil: the provider is to hear it in the text.
  package var language: String?
  /// The same for the same answer, so that a repeated request sounds alike where the provider can.
  package var seed: UInt32

  package init(text: String, voice: Voice, language: String? = nil, seed: UInt32 = 0) {
    self.text = text
    self.voice = voice
    self.language = language
    self.seed = seed
  }
}

/// Neither hears nor speaks.
package struct NoSpeech: SpeechRecognizer, SpeechSynthesizer {
  private let why: String

  package init(why: String = "no voice provider is set up") { self.why = why }

  package var name: String { "none" }
  package var obstacle: String? { why }
  package func transcribe(_ sound: Sound) async throws -> HeardSpeech { throw error }
  package func name(for voice: Voice) -> String { "none" }
  package func obstacle(to voice: Voice) -> String? { why }
  package func speak(_ request: SpeechRequest) async throws -> [UInt8] { throw error }

  private var error: TextModelError { TextModelError(code: .refused, message: why) }
}
