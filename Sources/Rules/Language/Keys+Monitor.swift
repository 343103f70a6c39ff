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
  static let learn = KeySpec(
    "learn", .boolean, standard: "false",
    doc: """
      Whether memory.search finds what was said in these chats, and heard in their sounds; with share, a \
      persona's learnt style may come from them in others. Where several monitors cover a chat equally \
      precisely, learn and share hold if all say so, and the shortest keep does.
      """)
  static let keep = KeySpec(
    "keep", .duration,
    doc: """
      How long messages of these chats are kept, a day at least; older ones are deleted, with the decisions \
      about them and what a model was asked. Facts have a ttl of their own.
      """)
  static let share = KeySpec(
    "share", .boolean, standard: "false",
    doc: """
      Whether what is remembered of these chats may be used in others whose monitors say the same. Without \
      it nothing learnt here is found anywhere else, and nothing learnt elsewhere is found here.
      """)

  static let spec = TableSpec(
    "monitor",
    doc: """
      The chats that are read. What no monitor covers is neither stored nor shown to any rule.
      """,
    items: .init(
      .chats,
      doc: """
        Kinds ("private", "group", "channel", "bot", "saved"), "@names", and ids of chats. A bot that is \
        named by @name or id is read in the groups of this monitor, too; of other bots nothing in a group \
        is answered.
        """),
    keys: [contacts, titles, exclude, only, media, learn, keep, share])
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
