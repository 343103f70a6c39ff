/// What the `account` declaration says; the host's guards go by it.
package struct AccountSettings: Sendable, Hashable, Codable {
  /// An IANA name; hours that name no zone of their own are read in it.
  package var zone: String
  /// How long the twin stays silent in a chat after the owner has written there.
  package var hold: Duration
  package var caps: Caps
  package var downtime: DowntimePolicy
  /// Hosts that rules may reach over HTTP, each with its port unless it is the scheme's own.
  package var http: [String] = []
  /// Chats to which functions may forward: `@name`, `u:5`.
  package var forward: [String] = []
  /// Methods of Telegram's API that rules may call.
  package var methods: [String] = []
  /// What models may cost.
  package var budget = ModelBudget()
  /// How long the rules of a new file work in shadow; zero: not at all.
  package var shadow = Duration.zero

  package init(
    zone: String = "UTC", hold: Duration = .seconds(15 * 60), caps: Caps = Caps(),
    downtime: DowntimePolicy = DowntimePolicy()
  ) {
    self.zone = zone
    self.hold = hold
    self.caps = caps
    self.downtime = downtime
  }

  /// The most messages that may leave in the owner's name. Every rate of a list must be kept.
  package struct Caps: Sendable, Hashable, Codable {
    /// In any one chat.
    package var chat: [Rate]
    /// In all chats together.
    package var total: [Rate]

    package init(
      chat: [Rate] = [Rate(count: 12, per: .seconds(3600))],
      total: [Rate] = [
        Rate(count: 60, per: .seconds(3600)), Rate(count: 300, per: .seconds(86400)),
      ]
    ) {
      self.chat = chat
      self.total = total
    }
  }

  /// What becomes of messages that came while nobody was there to decide.
  package struct DowntimePolicy: Sendable, Hashable, Codable {
    /// Messages up to this age are decided as if they had just come.
    package var answer: Duration
    /// Whether the owner is told how many older ones were skipped.
    package var notify: Bool

    package init(answer: Duration = .seconds(3600), notify: Bool = true) {
      self.answer = answer
      self.notify = notify
    }
  }
}

/// At most `count` within any stretch of `per`: `3/1h`.
package struct Rate: Sendable, Hashable, Codable {
  package var count: Int
  package var per: Duration

  package init(count: Int, per: Duration) {
    self.count = count
    self.per = per
  }
}
