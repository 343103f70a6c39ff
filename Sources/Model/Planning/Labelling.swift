/// Which tags the sender of a message gets and loses.
package struct Labelling: Sendable, Hashable, Codable {
  /// In lower case.
  package var add: [String]
  package var remove: [String]

  package init(add: [String], remove: [String] = []) {
    self.add = add
    self.remove = remove
  }

  /// The most tags that one person carries.
  package static let most = 100

  /// What is left of these tags and comes to them, in alphabetical order.
  package func applied(to tags: [String]) -> [String] {
    Set(tags).subtracting(remove).union(add).sorted()
  }
}
