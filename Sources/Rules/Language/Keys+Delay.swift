/// `delay "human" {...}`
enum DelayKeys {
  static let notice = KeySpec(
    "notice", .curve, standard: "0", doc: "Until the message is noticed and marked as read.")
  static let run = KeySpec(
    "run", .function,
    doc: """
      In place of notice: function(m, x) that returns the seconds. It sees what a rule's function \
      sees, and cannot wait; math.random follows the seed.
      """)
  static let reading = KeySpec(
    "reading", .curve, standard: "0",
    doc: "From then until typing begins; per_char and cps go by the length of the message.")
  static let typing = KeySpec(
    "typing", .curve, standard: "0",
    doc: "From then until the answer leaves; per_char and cps go by the length of the answer.")
  static let jitter = KeySpec(
    "jitter", .number(0...1), standard: "0",
    doc: "Each step is stretched or shortened by up to this fraction.")
  static let cap = KeySpec(
    "cap", .duration, standard: #""1d""#,
    doc: "The most that all steps take together. What is too much is taken from the notice first.")
  static let deferral = KeySpec(
    "defer", .either(.name(.hours), .table(DeferKeys.spec)),
    doc: """
      Outside of these hours nothing begins before they open. The table form can wait for hours to \
      close.
      """)

  static let spec = TableSpec(
    "delay",
    doc: """
      How a person would come to answer: notice, read, type. Sampled from a seed of account, chat and \
      message, so that a replay or a restart gives the same instant. \
      `delay "name" (function(m, x) ... end)` is short for `delay "name" { run = function ... }`.
      """,
    shorthand: run, keys: [notice, run, reading, typing, jitter, cap, deferral])
}

/// `defer = {...}`
enum DeferKeys {
  static let opening = KeySpec(
    "opening", .name(.hours), doc: "Wait until these hours open; not at all when they are.")
  static let closing = KeySpec(
    "closing", .name(.hours),
    doc: "Wait until these hours close; not at all when they are not open.")

  static let spec = TableSpec(
    "defer", doc: "What an answer waits for. One of the two.", keys: [opening, closing])
}
