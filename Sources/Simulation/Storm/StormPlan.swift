/// How long a storm lasts, over how many heads, and how wild it is.
package struct StormPlan: Sendable, Hashable, Codable {
  package var minutes = 60
  package var accounts = 2
  /// In all, over all accounts.
  package var chats = 200
  /// Seconds between two messages of contacts, on average; a burst counts as one.
  package var messageEvery = 2.0
  /// Seconds between two faults of the server or the network, on average.
  package var faultEvery = 4.0
  /// Seconds between two ends of a twin, on average.
  package var endEvery = 90.0
  /// Seconds between two acts of an owner's own hand, on average.
  package var ownerEvery = 25.0

  package init(minutes: Int = 60, chats: Int = 200) {
    self.minutes = minutes
    self.chats = chats
  }
}
