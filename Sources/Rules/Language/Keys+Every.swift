/// `every "digest" {...}`
enum EveryKeys {
  static let at = KeySpec(
    "at", .oneOrMore(.moments),
    doc: """
      The times of the week: "mon-fri 18:00", "09:00, 21:30", "sun 20:00". A local time that the clocks \
      skip comes as much later; one that comes twice counts once. Either this or interval.
      """)
  static let interval = KeySpec(
    "interval", .duration,
    doc: "From one time to the next, a minute at least, counted from the load.")
  static let zone = KeySpec(
    "zone", .zone(or: ["owner"]), standard: #""owner""#, doc: "The time zone of at.")
  static let hours = KeySpec(
    "hours", .oneOrMore(.name(.hours)), doc: "Times outside of all these hours are left out.")
  static let misfire = KeySpec(
    "misfire", .word(["skip", "once"]), standard: #""skip""#,
    doc: """
      What becomes of times that passed while Understudy was not running: "skip" leaves them out, "once" \
      makes up for all of them with one.
      """)
  static let because = KeySpec("because", .text(most: 200), doc: "The reason that reports give.")
  static let act = KeySpec(
    "act", .oneOrMore(.action), doc: "What to do, always the same. Either this or run.")
  static let run = KeySpec(
    "run", .function,
    doc: """
      function(x) that returns an action, a list of actions, or nothing; a second value is the reason. \
      There is no message, so x.history and x.store.chat are not at hand.
      """)

  static let spec = TableSpec(
    "every",
    doc: """
      A timer. Its next time is kept over restarts and reloads, as long as its schedule stays the same. A \
      timer answers no message, so it can only notify.
      """,
    keys: [at, interval, zone, hours, misfire, because, act, run])
}
