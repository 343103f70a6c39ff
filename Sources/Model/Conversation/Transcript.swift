/// What was heard in a voice note or another sound: a model's guess, never the writer's own letters.
package struct Transcript: Sendable, Hashable, Codable {
  package var text: String
  /// Who listened: `openai/whisper-1`; `twin` for what the twin itself has spoken.
  package var model: String
  /// As the model names it; nil where it does not tell.
  package var language: String?
  package var at: Timestamp
  /// The ``RemoteFile/id`` of the sound; after the message has got another one this no longer holds.
  package var file: Int64?

  package init(
    text: String, model: String, language: String? = nil, at: Timestamp, file: Int64? = nil
  ) {
    self.text = text
    self.model = model
    self.language = language
    self.at = at
    self.file = file
  }

  /// The most characters that are kept of one.
  package static let longest = 20_000
}

extension Message {
  /// What of it can be searched: its text, and what was heard in it.
  package var remembered: String {
    [text, transcript?.text ?? ""].filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// What was heard in it, for a model to read. Another's words are marked as a transcript; what the
  /// account itself has said is known to the letter.
  package var heard: String? {
    guard let transcript else { return nil }
    if isOutgoing { return transcript.text }
    let kind = (media?.kind.rawValue ?? "voice").replacing("_", with: " ")
    let length = media?.duration.map { ", \(Int($0)) s" } ?? ""
    return "[\(kind)\(length), transcribed] \(transcript.text)"
  }
}
