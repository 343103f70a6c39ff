/// Something that a rule wants remembered about a person or a chat.
package struct Fact: Sendable, Hashable, Codable {
  package enum Subject: String, Sendable, Codable, CaseIterable {
    case sender, chat
  }

  package var text: String
  package var about: Subject
  /// Of two facts of one name about the same, the later takes the place of the earlier.
  package var name: String?
  /// After so many milliseconds it is forgotten.
  package var ttl: Int64?

  package init(_ text: String, about: Subject = .sender, name: String? = nil, ttl: Int64? = nil) {
    self.text = text
    self.about = about
    self.name = name
    self.ttl = ttl
  }
}
