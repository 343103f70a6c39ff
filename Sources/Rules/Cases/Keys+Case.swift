/// `case "name" {...}`, in files named `*_test.lua`.
enum CaseKeys {
  static let at = KeySpec(
    "at", .text(most: 40), standard: #""2026-03-02 12:00""#,
    doc: #"When it happens, by the account's clock: "2026-03-02 14:30", or "sat 23:10"."#)
  static let after = KeySpec(
    "after", .duration, doc: "How long after the step before; one of at and after.")
  static let message = KeySpec(
    "message", .table(CaseMessageKeys.spec), doc: "What comes in.")
  static let owner = KeySpec(
    "owner", .text(most: 4096), doc: "What the owner writes in the chat by hand, from any device.")
  static let reacts = KeySpec(
    "reacts", .word(RuleCase.Reaction.allCases.map(\.rawValue)),
    doc: """
      How the owner reacts otherwise than by writing, which ends escalations: they read the chat, or \
      acknowledge in Saved Messages.
      """)
  static let ai = KeySpec(
    "ai", .either(.boolean, .oneOrMore(.text(most: 8000))),
    doc: """
      What the model answers, one after the other, the last for ever; false: it cannot be reached. No \
      model is asked in tests.
      """)
  static let http = KeySpec(
    "http", .webAnswers,
    doc: """
      What http.get and http.post get, by URL: a text, or { status = 404, json = { ... } }. Nothing is \
      asked of the web in tests.
      """)
  static let tg = KeySpec(
    "tg", .methodAnswers,
    doc: """
      What tg.call gets, by method: the answer as a table, or { error = "FLOOD_WAIT_17" }. Nothing is \
      called in tests.
      """)
  static let expect = KeySpec(
    "expect", .table(ExpectKeys.spec),
    doc: "What must come of it; what is not named may be anything.")
  static let steps = KeySpec(
    "steps", .oneOrMore(.table(step)),
    doc: "Several things one after the other, in one conversation.")

  static let step = TableSpec(
    "step",
    doc: """
      One thing that happens, and what must come of it. A step with a time alone lets it pass, and \
      expects something of timers and escalations.
      """,
    keys: [at, after, message, owner, reacts, ai, http, tg, expect])
  static let spec = TableSpec(
    "case", doc: "A conversation in which the rules are tried.",
    keys: [at, message, owner, ai, http, tg, expect, steps])
}

/// `message = {...}` of a case: who writes what, where.
enum CaseMessageKeys {
  static let chat = KeySpec(
    "chat", .word(["private", "group", "channel", "bot", "saved"]), standard: #""private""#,
    doc: "The kind of the chat.")
  static let title = KeySpec(
    "title", .text(most: 255), doc: "The name of a group or channel; another name is another chat.")
  static let text = KeySpec("text", .text(most: 4096), doc: "What it says.")
  static let contact = KeySpec(
    "contact", .boolean, standard: "false",
    doc: "Whether the sender is in the owner's address book.")
  static let name = KeySpec(
    "name", .text(most: 128), standard: #""Robin""#, doc: "The sender's name.")
  static let username = KeySpec("username", .text(most: 32), doc: "The sender's, without the @.")
  static let sender = KeySpec(
    "sender", .integer(1...(1 << 40)), standard: "5001",
    doc: "The sender's id; another id is another person.")
  static let bot = KeySpec("bot", .boolean, standard: "false", doc: "Whether the sender is a bot.")
  static let premium = KeySpec("premium", .boolean, standard: "false", doc: "Of the sender.")
  static let language = KeySpec("language", .text(most: 16), doc: "Of the sender's app.")
  static let media = KeySpec(
    "media", .either(.word(WhenKeys.mediaWords), .table(CaseMediaKeys.spec)),
    doc: "What it carries.")
  static let transcript = KeySpec(
    "transcript", .text(most: 8000),
    doc: "What is heard in it, if the monitor has it transcribed; without it nothing is.")
  static let forwarded = KeySpec("forwarded", .boolean, standard: "false", doc: "As in m.")
  static let replyToMe = KeySpec("reply_to_me", .boolean, standard: "false", doc: "As in m.")
  static let mentionsMe = KeySpec("mentions_me", .boolean, standard: "false", doc: "As in m.")
  static let tags = KeySpec(
    "tags", .oneOrMore(.tag), doc: "What the sender carries, beside what rules have given them.")
  static let seenBefore = KeySpec(
    "seen_before", .boolean,
    doc: "Whether the sender has written there before; without it the case itself tells.")
  static let replied = KeySpec(
    "replied", .text(most: 4096),
    doc: """
      What the message says that it answers, for m:replied(); the owner's with reply_to_me, otherwise the \
      sender's own.
      """)
  static let automatic = KeySpec(
    "automatic", .boolean, standard: "false", doc: "Sent by a schedule or an away message.")
  static let age = KeySpec(
    "age", .duration, standard: "0", doc: "How long it had waited when it was seen.")

  static let spec = TableSpec(
    "message", doc: "A message as rules see it.",
    keys: [
      chat, title, text, contact, name, username, sender, bot, premium, language, media, transcript,
      forwarded,
      replyToMe, mentionsMe, tags, seenBefore, replied, automatic, age,
    ])
}

/// `media = { kind = "voice", duration = 12 }`.
enum CaseMediaKeys {
  static let kind = KeySpec(
    "kind", .word(WhenKeys.mediaWords), required: true, doc: "Of which kind.")
  static let duration = KeySpec("duration", .number(0...86_400), doc: "In seconds.")
  static let size = KeySpec("size", .integer(0...(1 << 40)), doc: "In bytes.")
  static let name = KeySpec("name", .text(most: 255), doc: "Of the file.")

  static let spec = TableSpec(
    "media", doc: "What a message carries.", keys: [kind, duration, size, name])
}

/// `expect = {...}`.
enum ExpectKeys {
  static let speech = KeySpec(
    "speech", .word(["reply", "ai_reply", "voice_reply", "draft", "ai_draft", "ignore", "none"]),
    doc: "The action that speaks, or that nothing does.")
  static let text = KeySpec(
    "text", .saying, doc: "What is said, to the letter, or what it must fit: re \"...\".")
  static let rule = KeySpec("rule", .text(most: 200), doc: "A rule that acts: \"people/friends\".")
  static let notify = KeySpec(
    "notify", .either(.boolean, .text(most: 4096)),
    doc: "A part of what the owner is told; false: they are told nothing.")
  private static let part = ValueType.either(.boolean, .text(most: 4096))
  static let escalate = KeySpec(
    "escalate", part,
    doc: """
      A part of what the owner is told until they react; false: there is nothing of the kind. In a step with a \
      time alone: what they were told again.
      """)
  static let forward = KeySpec(
    "forward", part,
    doc: #"The chat to which the message goes on, as the rule names it: "@team"; false: to none."#)
  static let label = KeySpec(
    "label", part, doc: "A tag that the sender gets or loses; false: there is none.")
  static let remember = KeySpec(
    "remember", part, doc: "A part of what is remembered; false: nothing is.")
  static let reaction = KeySpec("reaction", .text(most: 32), doc: "The emoji, or \"none\".")
  static let read = KeySpec("read", .boolean, doc: "Whether the message is marked as read.")
  static let reason = KeySpec("reason", .text(most: 500), doc: "A part of the reason.")
  static let stopped = KeySpec(
    "guard", .text(most: 40), doc: "The host's guard that stops it, as why names it, or \"none\".")
  static let shadow = KeySpec(
    "shadow", .word(RuleLanguage.actions.map(\.name) + ["none"]),
    doc: "An action that a rule in shadow would take, or that there is none.")
  static let error = KeySpec(
    "error", .text(most: 500), doc: "A part of the error with which a rule must fail.")
  static let variant = KeySpec(
    "variant", .text(most: 40), doc: "The variant of the persona that answers, or \"none\".")
  static let due = KeySpec(
    "due", .table(DueKeys.spec), doc: "How long after the message the answer leaves.")

  static let spec = TableSpec(
    "expect", doc: "What must come of it.",
    keys: [
      speech, text, rule, notify, escalate, forward, label, remember, reaction, read, reason,
      stopped, shadow, error, due, variant,
    ])
}

/// `due = { min = "10s", max = "5m" }`.
enum DueKeys {
  static let min = KeySpec("min", .duration, standard: "0", doc: "At least so long.")
  static let max = KeySpec("max", .duration, doc: "At most so long.")

  static let spec = TableSpec("due", doc: "A span of time.", keys: [min, max])
}
