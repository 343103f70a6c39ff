import Foundation
import Sandbox
import Telegram
import Testing

struct SpokenOggTests {
  @Test("What the sandbox speaks is a voice note with length and loudness, and holds its words")
  func speaks() throws {
    let file = SpokenOgg.file(saying: "see you on sunday, at six", seed: 5)
    #expect(SpokenOgg.text(in: file) == "see you on sunday, at six")
    #expect(SpeechManner.words(in: file) == "see you on sunday, at six")
    let place = NSTemporaryDirectory() + "understudy-ogg-\(UUID().uuidString).ogg"
    try Data(file).write(to: URL(filePath: place))
    defer { try? FileManager.default.removeItem(atPath: place) }
    guard case .voice(let voice) = try OutgoingFile(place, as: .voice).form else {
      Issue.record("no voice note")
      return
    }
    #expect(abs(voice.duration - 2.08) < 0.03, "\(voice.duration)")
    #expect(Set(voice.waveform?.values ?? []).count > 5, "the bars differ")
  }

  @Test("Long texts and other sounds do it no harm; the same sound is always heard alike")
  func bounds() {
    let long = String(repeating: "наконец-то ", count: 300)
    #expect(SpokenOgg.text(in: SpokenOgg.file(saying: long)) == long)
    #expect(SpokenOgg.text(in: []) == nil && SpokenOgg.text(in: Array("OggS OpusTags".utf8)) == nil)
    let other = Array("OggS something else".utf8)
    #expect(SpeechManner.words(in: other) == SpeechManner.words(in: other))
  }
}
