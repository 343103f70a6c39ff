/// How far the offline replier gets.
package struct OfflineReport: Sendable, Hashable {
  package enum Abstention: String, Sendable, Hashable, CaseIterable {
    /// The request does not end with words of the other side.
    case nothingToAnswer = "nothing_to_answer"
    /// Neither Russian nor English.
    case otherLanguage = "other_language"
    case tooLong = "too_long"
    /// Death, illness, money, codes: a formula would hurt or harm.
    case sensitive
    /// "Are you a bot?" wants a true answer, which the owner's past does not hold.
    case aboutItself = "about_itself"
    /// A holding form stands just before in the chat.
    case heldAlready = "held_already"
  }

  package var asked = 0
  /// Answered with the owner's own words.
  package var recalled = 0
  /// Answered with a holding form.
  package var held = 0
  package var abstained: [Abstention: Int] = [:]

  package init() {}

  /// The share of requests that were answered, 0 to 1; nil before the first.
  package var coverage: Double? {
    asked == 0 ? nil : Double(recalled + held) / Double(asked)
  }
}
