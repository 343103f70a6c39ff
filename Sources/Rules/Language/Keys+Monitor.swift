import Model

/// `monitor "people" {...}`
enum MonitorKeys {
  static let contacts = KeySpec(
    "contacts", .boolean,
    doc: """
      Of the private chats only those with people of the owner's address book (true), or only those \
      with others (false). Chats that are named themselves are covered in any case.
      """)
  static let titles = KeySpec(
    "titles", .oneOrMore(.text(most: 255)),
    doc: "Groups and channels by their titles, without regard to case.")
  static let exclude = KeySpec(
    "exclude", .oneOrMore(.chats),
    doc: "Chats that this monitor does not cover, whatever else it says.")
  static let only = KeySpec(
    "only", .word(["mentions"]),
    doc: """
      With "mentions" nothing of a group or channel is read but messages that mention the owner or \
      answer them.
      """)

  static let media = KeySpec(
    "media", .table(ListeningKeys.spec),
    doc: "What of its media is fetched, and what for. Without it nothing is.")

  static let spec = TableSpec(
    "monitor",
    doc: """
      The chats that are read. What no monitor covers is neither stored nor shown to any rule.
      """,
    items: .init(
      .chats,
      doc: #"Kinds ("private", "group", "channel", "bot", "saved"), "@names", and ids of chats."#),
    keys: [contacts, titles, exclude, only, media])
}

/// `media = { transcribe = "voice" }`.
enum ListeningKeys {
  static let kinds: [Media.Kind] = [.voice, .videoNote, .audio]

  static let transcribe = KeySpec(
    "transcribe", .oneOrMore(.word(kinds.map(\.rawValue))), required: true,
    doc: """
      What is fetched when it comes, and given to the speech provider: m:transcript() is what was heard, \
      and prompts hold it, marked as a transcript.
      """)
  static let longest = KeySpec(
    "max", .duration, standard: #""5m""#,
    doc: "Longer ones are left alone; at most an hour, and 25 MB, which is what providers take.")

  static let spec = TableSpec(
    "monitor:media", doc: "What becomes of the media of messages that come in.",
    keys: [transcribe, longest])
}
