/// Where a message is passed on to.
package struct Forwarding: Sendable, Hashable, Codable {
  /// As the owner named it: `@name`, `u:5`, `ch:9`.
  package var to: String
  /// As if the owner had written it: whose it is does not stand above it.
  package var hidesSender: Bool

  package init(to: String, hidesSender: Bool = false) {
    self.to = to
    self.hidesSender = hidesSender
  }
}
