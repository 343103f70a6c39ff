/// `rule "friends" {...}`
enum RuleKeys {
  static let when = KeySpec(
    "when", .table(WhenKeys.spec), doc: "What must hold for the rule to be asked.")
  static let phase = KeySpec(
    "phase", .word(RulePhase.allCases.map(\.rawValue)), standard: #""decide""#,
    doc: """
      Guards come first, and their ignore() silences all that follows; observers come last and cannot \
      speak.
      """)
  static let priority = KeySpec(
    "priority", .integer(-1000...1000), standard: "0",
    doc: "Within a phase the highest is asked first.")
  static let also = KeySpec(
    "also", .boolean, standard: "false",
    doc: "Whether the rule is asked even when an earlier one has claimed speech.")
  static let limit = KeySpec(
    "limit", .oneOrMore(.limit),
    doc: #"How often the rule may act: "1/30m per chat", or the name of a limit."#)
  static let mode = KeySpec(
    "mode", .word(RuleMode.allCases.map(\.rawValue)), standard: #""restart""#,
    doc: """
      What becomes of the rule's answer that waits in the chat when the same person writes again. \
      "restart": a new answer takes its place, whichever rule gives it. "single": it stands, and the rule is not asked until it \
      has left. "queued": it stands, and each message gets its own.
      """)
  static let settle = KeySpec(
    "settle", .duration, standard: "0",
    doc: """
      Joins a burst: messages that this fits are decided once their sender has been silent for so long, \
      all of them as one message. The first waits ten times as long at most.
      """)
  static let delay = KeySpec(
    "delay", .name(.delay),
    doc: "For answers, reactions and mark_read, unless the action names its own.")
  static let deferral = KeySpec(
    "defer", .either(.name(.hours), .table(DeferKeys.spec)),
    doc: "As in a delay, and stronger than the delay's own.")
  static let shadow = KeySpec(
    "shadow", .boolean,
    doc: """
      Whether the rule works in shadow: it decides, what it would do is recorded for why, and nothing of \
      it is done. Without it account's shadow holds.
      """)
  static let onError = KeySpec(
    "on_error", .oneOrMore(.action),
    doc: """
      What to do if run fails. The failure is recorded and told all the same; after three in ten minutes \
      the rule rests for a minute, then for up to an hour, until a run succeeds or the rule is edited.
      """)
  static let because = KeySpec(
    "because", .text(most: 200), doc: "The reason that reports give, in the owner's words.")
  static let act = KeySpec(
    "act", .oneOrMore(.action), doc: "What to do, always the same. Either this or run.")
  static let run = KeySpec(
    "run", .function,
    doc: """
      function(m, x) that returns an action, a list of actions, or nothing; a second value is the \
      reason, a text. Several actions, 16 at most, stand in a list: return { reply "...", notify "..." }.
      """)

  static let spec = TableSpec(
    "rule", doc: "What to do about a message.",
    keys: [
      when, phase, priority, also, mode, settle, limit, delay, deferral, shadow, because, act, run,
      onError,
    ])
}

enum RulePhase: String, Sendable, CaseIterable, Comparable {
  case `guard`, decide, observe

  private var order: Int {
    switch self {
    case .guard: 0
    case .decide: 1
    case .observe: 2
    }
  }

  static func < (left: RulePhase, right: RulePhase) -> Bool { left.order < right.order }
}

enum RuleMode: String, Sendable, CaseIterable {
  case restart, single, queued
}
