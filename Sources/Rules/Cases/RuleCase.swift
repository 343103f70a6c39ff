package import Model

/// A conversation in which rules are tried: `case "name" {...}` of a test file.
package struct RuleCase: Sendable {
  package var name: String
  /// The path of the test file, and the line of the case.
  package var file: String
  package var line: Int
  package var steps: [Step]

  /// The most time that a step may let pass: a year, and some days.
  package static let longestWait = Duration.seconds(400 * 86_400)

  /// One thing that happens, and what must come of it.
  package struct Step: Sendable {
    package var line: Int
    package var time: Time
    package var event: Event
    /// Nil: as in the step before.
    package var model: Model?
    /// What the web answers, by URL; nil: as in the step before.
    package var web: [String: WebResponse]?
    /// What Telegram answers to `tg.call`, by method; nil: as in the step before.
    package var methods: [String: Result<String, MethodFailure>]?
    package var expectation: Expectation?
  }

  package enum Time: Sendable, Hashable {
    /// By the account's clock: seconds since 1970-01-01T00:00:00 as it shows them.
    case at(local: Int)
    /// After the step before.
    case after(Duration)
  }

  package enum Event: Sendable {
    case message(CaseMessage)
    /// The owner writes by hand, in the chat of the step before.
    case owner(String)
    /// The owner reacts, in the chat of the step before or for all.
    case reaction(Reaction)
    /// Time passes; what is expected, the timers do.
    case wait
  }

  package enum Reaction: String, Sendable, Hashable, CaseIterable {
    case reads, acknowledges
  }

  /// What stands for the model.
  package enum Model: Sendable, Hashable {
    /// One after the other, the last for ever.
    case answers([String])
    case unreachable
  }
}

/// A message as a case describes it.
package struct CaseMessage: Sendable {
  package var kind: Chat.Kind
  package var title: String?
  package var text: String
  package var sender: Contact
  package var media: Media?
  /// What is heard in it.
  package var transcript: String?
  package var isForwarded: Bool
  package var repliesToOwner: Bool
  package var mentionsOwner: Bool
  package var isAutomatic: Bool
  package var tags: [String]
  /// Nil: as the case itself tells.
  package var isSeenBefore: Bool?
  /// What the message says that it answers.
  package var replied: String?
  /// How long it had waited when it was seen.
  package var age: Duration
}
