package import Model

/// Which sounds a monitor has transcribed.
package struct Listening: Sendable, Hashable {
  package var kinds: Set<Media.Kind>
  package var longest: Duration

  /// In bytes: what providers take (platform.openai.com/docs/guides/speech-to-text).
  package static let largest: Int64 = 25 << 20
  static let longestOfAll = Duration.seconds(3600)

  /// Whether there is anything to hear in media of this kind.
  package static func isSound(_ kind: Media.Kind) -> Bool { ListeningKeys.kinds.contains(kind) }

  /// Why this is not listened to, as a sentence; nil: it is.
  package func objection(to media: Media) -> String? {
    guard kinds.contains(media.kind) else {
      return "its monitor transcribes no \(media.kind.words)"
    }
    guard let duration = media.duration, .seconds(duration) <= longest else {
      let length = media.duration.map { "it lasts \(Int($0)) s" } ?? "nobody says how long it is"
      return "\(length), and its monitor transcribes up to \(DurationText.text(of: longest))"
    }
    if let size = media.size, size > Self.largest {
      return "it has \(size) bytes, and at most \(Self.largest) are fetched"
    }
    return nil
  }
}

extension Media.Kind {
  fileprivate var words: String { rawValue.replacing("_", with: " ") }
}

extension RuleSet {
  /// Which sounds the monitor under which this message is read has transcribed; nil: none.
  package func listening(
    to message: Message, in chat: Chat, contact: Contact?, owner: Contact?
  ) -> Listening? {
    let kind = Self.kind(of: chat, owner: owner)
    return covering(chat, contact: contact, owner: owner)
      .first { book.monitors[$0].reads(message, kind: kind) }
      .flatMap { book.monitors[$0].listening }
  }
}
