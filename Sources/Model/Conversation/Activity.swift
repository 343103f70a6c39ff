/// What somebody is doing in a chat at the moment (core.telegram.org/type/SendMessageAction).
package enum Activity: String, Sendable, Hashable, Codable, CaseIterable {
  case typing, voice, video, photo, file, sticker, location, contact, game, other
  /// They have left off.
  case stopped
}
