package import Model

/// One exchange of the past: a contact's burst of messages, and the owner's burst that answered it.
package struct ReplyEpisode: Sendable, Hashable, Codable {
  package var chat: PeerID
  /// The contact's messages, oldest first; never empty.
  package var cue: [String]
  /// The owner's, oldest first; never empty.
  package var reply: [String]
  /// When the contact's last message came.
  package var date: Timestamp
  /// From that message to the owner's first one, in milliseconds.
  package var gap: Int64

  package init(chat: PeerID, cue: [String], reply: [String], date: Timestamp, gap: Int64) {
    self.chat = chat
    self.cue = cue
    self.reply = reply
    self.date = date
    self.gap = gap
  }
}

/// Why a part of a chat does not count as the owner's own way of answering.
package enum EpisodeOmission: String, Sendable, Hashable, Codable, CaseIterable {
  case forward, viaBot, command, bareLink, automatic
  /// Sent by the twin itself.
  case twin
  /// A picture, voice note or the like without text.
  case withoutText
  /// Longer than ``EpisodeExtractor/maximumTextLength``.
  case tooLong
  /// The answer came too late to be one.
  case late
  /// Not a private chat: there it is not clear who answers whom.
  case notPrivate
}

/// What an ``EpisodeExtractor`` found.
package struct EpisodeHarvest: Sendable, Hashable {
  /// By chat, then by time.
  package var episodes: [ReplyEpisode] = []
  /// Exchanges left out, by the first reason met; for ``EpisodeOmission/notPrivate`` messages.
  package var omitted: [EpisodeOmission: Int] = [:]
}
