import Engine
import Foundation
import Model

extension World {
  /// A voice note.
  func sound(_ id: Int32, file: Int64 = 9) -> Message {
    var message = incoming(id, "")
    message.media = Media(
      kind: .voice, duration: 7, size: 4, mimeType: "audio/ogg",
      file: RemoteFile(kind: .document, id: file, accessHash: 1, reference: [], dc: 2))
    return message
  }

  /// What is kept of sounds that have not left.
  var soundFiles: [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: voices.path)) ?? []
  }
}
