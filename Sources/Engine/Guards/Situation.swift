import Model
import Rules
import Store

/// All that the host's guards look at.
struct Situation: Sendable {
  var message: Message
  var chat: Chat
  var sender: Contact?
  var now: Timestamp
  var settings: AccountSettings
  /// The monitor under which the message is read.
  var monitor: String?
  /// A monitor under which the message is read names its writer.
  var isSenderNamed = false
  var haltedAt: Timestamp?
  /// When the kill switch was last turned off.
  var resumedAt: Timestamp?
  var ownerMark: OwnerMark?
  /// Nil: Telegram has not told it since the start.
  var ownerPresence: Presence?
  /// An answer to it is planned or sent.
  var isAnswered = false
  /// Rates that are used up, as they read in a sentence.
  var spentCaps: [String] = []
  /// The newest messages of the chat, newest first.
  var traffic: [Traffic] = []
}
