/// `when = {...}`; every key must hold.
enum WhenKeys {
  static let monitor = KeySpec(
    "monitor", .oneOrMore(.name(.monitor)), doc: "One of these monitors covers the message.")
  static let chat = KeySpec("chat", .oneOrMore(.peer), doc: "It is in one of these chats.")
  static let kind = KeySpec(
    "kind", .oneOrMore(.word(ChatSelector.kindWords)), doc: "Its chat is of one of these kinds.")
  static let sender = KeySpec("sender", .oneOrMore(.peer), doc: "One of these people wrote it.")
  static let contact = KeySpec(
    "contact", .boolean, doc: "Whether the sender stands in the owner's address book.")
  static let tag = KeySpec(
    "tag", .oneOrMore(.tag), doc: "The sender carries one of these tags; see label.")
  static let seenBefore = KeySpec(
    "seen_before", .boolean, doc: "Whether the sender has written in this chat before.")
  static let bot = KeySpec(
    "bot", .boolean, standard: "false",
    doc:
      "Whether the sender is a bot. Bots are left alone unless this, sender, chat or kind names them."
  )
  static let text = KeySpec(
    "text", .oneOrMore(.words),
    doc: """
      The text has one of these words or phrases, whole, without regard to case and accents, or fits \
      one of the regular expressions.
      """)
  static let length = KeySpec(
    "length", .table(LengthKeys.spec), doc: "The text has so many characters.")
  static let language = KeySpec(
    "language", .oneOrMore(.word(LanguageGuess.codes + [LanguageGuess.unknown])),
    doc: """
      The text is written in one of these languages, as text.language guesses; "unknown" is where it cannot \
      tell, of short texts above all.
      """)
  static let question = KeySpec("question", .boolean, doc: "Whether the text asks something.")
  static let mention = KeySpec(
    "mention", .boolean, doc: "Whether the message mentions the owner or answers them.")
  static let replyToMe = KeySpec(
    "reply_to_me", .boolean, doc: "Whether the message answers one of the owner's.")
  static let forwarded = KeySpec("forwarded", .boolean, doc: "Whether the message is forwarded.")
  static let media = KeySpec(
    "media", .either(.boolean, .oneOrMore(.word(mediaWords))),
    doc: "Whether there is any media, or of which kind it is.")
  static let hours = KeySpec(
    "hours", .oneOrMore(.name(.hours)), doc: "It is within one of these hours now.")
  static let outside = KeySpec(
    "outside", .oneOrMore(.name(.hours)), doc: "It is outside of all these hours now.")

  static let mediaWords = [
    "photo", "video", "video_note", "voice", "audio", "animation", "sticker", "document",
    "location", "contact", "poll", "web_page", "story", "game", "invoice", "dice", "other",
  ]

  static let filter = KeySpec(
    "filter", .oneOrMore(.name(.filter)), doc: "All of these filters let it pass.")
  static let all = KeySpec(
    "all", branches, doc: "Each of these filters, or of these tables of conditions, lets it pass.")
  static let any = KeySpec("any", branches, doc: "At least one of them lets it pass.")
  static let none = KeySpec("none", branches, doc: "Not one of them lets it pass.")

  /// What is said of a message itself.
  private static let conditions = [
    chat, kind, sender, contact, tag, seenBefore, bot, text, language, length, question, mention,
    replyToMe,
    forwarded, media,
    hours, outside, filter,
  ]

  /// One of the tables in `any`, `all` and `none`.
  static let branch = TableSpec(
    "condition", doc: "The conditions of `when`, as one of several.", keys: conditions)
  private static let branches = ValueType.oneOrMore(.either(.name(.filter), .table(branch)))

  static let spec = TableSpec(
    "when", doc: "Plain data, looked at before any function runs. Everything in it must hold.",
    keys: [monitor] + conditions + [all, any, none])
  static let filterSpec = TableSpec(
    "filter",
    doc: "A condition with a name, for `when` and other filters. Everything in it must hold.",
    keys: conditions + [all, any, none])
}

/// `length = { min = 20, max = 500 }`.
enum LengthKeys {
  static let min = KeySpec("min", .integer(0...100_000), standard: "0", doc: "At least so many.")
  static let max = KeySpec("max", .integer(0...100_000), doc: "At most so many.")

  static let spec = TableSpec(
    "length", doc: "In characters as a reader counts them.", keys: [min, max])
}
