package import Model

/// What the engine hears and speaks with.
package struct VoiceParts: Sendable {
  package var recognizer: any SpeechRecognizer
  package var synthesizer: any SpeechSynthesizer
  /// Where sounds lie that have come or are to leave; made when the first one does.
  package var folder: VoiceFolder

  package init(
    recognizer: any SpeechRecognizer = NoSpeech(), synthesizer: any SpeechSynthesizer = NoSpeech(),
    folder: VoiceFolder
  ) {
    self.recognizer = recognizer
    self.synthesizer = synthesizer
    self.folder = folder
  }
}
