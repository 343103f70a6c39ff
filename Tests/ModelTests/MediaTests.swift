import Foundation
import Testing

@testable import Model

@Suite("Media say what their senders like")
struct MediaTests {
  @Test(
    "A duration that is none, or that nobody could have recorded, can be read as a length of time",
    arguments: [
      (1e300, Media.longest), (.infinity, Media.longest), (.nan, nil), (-1, nil), (-.infinity, nil),
      (0, 0), (2.5, 2.5),
    ] as [(Double, Double?)])
  func durations(told: Double, expected: Double?) {
    #expect(Media(kind: .video, duration: told).duration == expected)
    var media = Media(kind: .video)
    media.duration = told
    #expect(media.duration == expected)
    var message = Message(
      account: AccountID(1), chat: .user(5), id: 1, sender: .user(5), date: .zero, text: "")
    message.media = media
    message.transcript = Transcript(text: "hello", model: "m", at: .zero)
    #expect(message.heard?.hasSuffix("transcribed] hello") == true)
  }

  @Test("What was stored with such a duration is read as well")
  func stored() throws {
    let json = #"{"kind":"video_note","duration":1e300,"size":-5}"#
    let media = try JSONDecoder().decode(Media.self, from: Data(json.utf8))
    #expect(media == Media(kind: .videoNote, duration: Media.longest))
    let whole = Media(
      kind: .voice, duration: 3.5, size: 9, name: "a", mimeType: "b", waveform: [1, 2],
      file: RemoteFile(kind: .document, id: 1, accessHash: 2, reference: [3], dc: 4))
    let again = try JSONDecoder().decode(Media.self, from: try JSONEncoder().encode(whole))
    #expect(again == whole)
  }
}
