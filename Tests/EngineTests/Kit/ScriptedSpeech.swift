import Engine
import Model
import Synchronization

/// Hears and speaks as it is told, and keeps what it was asked.
final class ScriptedSpeech: SpeechRecognizer, SpeechSynthesizer {
  private struct State {
    var sounds: [Sound] = []
    var requests: [SpeechRequest] = []
    var troubles: [TextModelError] = []
  }

  private let state = Mutex(State())
  let name = "scripted/ears"
  let obstacle: String?
  private let words: String
  /// On which hearing takes an hour; nil: it takes no time.
  private let slow: WallClock?

  init(words: String = "are you there?", off: String? = nil, slow: WallClock? = nil) {
    self.words = words
    obstacle = off
    self.slow = slow
  }

  var sounds: [Sound] { state.withLock(\.sounds) }
  var requests: [SpeechRequest] { state.withLock(\.requests) }

  /// The next calls fail so.
  func prepare(_ troubles: TextModelError...) { state.withLock { $0.troubles += troubles } }

  func transcribe(_ sound: Sound) async throws -> HeardSpeech {
    try state.withLock { state in
      state.sounds.append(sound)
      if !state.troubles.isEmpty { throw state.troubles.removeFirst() }
    }
    if let slow {
      try await slow.sleep(until: slow.now.advanced(by: .seconds(3600)), tolerance: nil)
    }
    return HeardSpeech(text: words, language: "en")
  }

  func name(for voice: Voice) -> String { "scripted/\(voice.id)" }

  func obstacle(to voice: Voice) -> String? { obstacle }

  func speak(_ request: SpeechRequest) async throws -> [UInt8] {
    try state.withLock { state in
      state.requests.append(request)
      if !state.troubles.isEmpty { throw state.troubles.removeFirst() }
    }
    return Array("OggS: \(request.text)".utf8)
  }
}
