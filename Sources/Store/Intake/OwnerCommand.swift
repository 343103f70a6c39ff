/// What the owner can order by a word in Saved Messages.
package enum OwnerCommand: String, Sendable, Hashable, CaseIterable {
  /// The kill switch: nothing leaves in the owner's name until ``start``.
  case stop
  case start
  case status
  /// Ends what is said again and again until the owner reacts.
  case acknowledge
}
