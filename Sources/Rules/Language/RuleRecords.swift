import Model

/// What functions see: `m`, `x` and all that hangs on them. ``ScriptView`` makes them.
enum RuleRecords {
  static let described = [
    message, chat, sender, media, entity, context, today, owner, earlier, memory,
  ]
  /// With those whose methods are all there is to them, and which the reference describes by these.
  static let all = described + [store, chatStore, shared, chatShared]

  static let message = RecordSpec(
    ScriptClassName.message, shown: "m", doc: "The message that is being decided.",
    fields: [
      FieldSpec("id", .integer, doc: "Its number in the chat."),
      FieldSpec("text", .text, doc: "What it says; empty for media without a caption."),
      FieldSpec("date", .instant, doc: "When it was written."),
      FieldSpec("edited", .instant, optional: true, doc: "When it was last changed."),
      FieldSpec(
        "entities", .list(.record(ScriptClassName.entity)),
        doc: "Links, mentions, bold words and the like."),
      FieldSpec(
        "reply_to", .integer, optional: true, doc: "The number of the message that it answers."),
      FieldSpec("reply_to_me", .boolean, doc: "Whether it answers one of the owner's."),
      FieldSpec("mentions_me", .boolean, doc: "Whether it mentions the owner or answers them."),
      FieldSpec(
        "language", .text, optional: true,
        doc: "In which language it is written, as text.language guesses."),
      FieldSpec("is_question", .boolean, doc: "Whether it asks something."),
      FieldSpec("forwarded", .boolean, doc: "Whether it is forwarded."),
      FieldSpec(
        "via_bot", .integer, optional: true, doc: "The id of the bot that it was made with."),
      FieldSpec(
        "album", .integer, optional: true, doc: "The number of the album that it belongs to."),
      FieldSpec(
        "thread", .integer, optional: true, doc: "The forum topic or comment thread that it is in."),
      FieldSpec("burst", .integer, doc: "Of how many messages it was joined; see settle."),
      FieldSpec(
        "media", .record(ScriptClassName.media), optional: true, doc: "What it carries."),
      FieldSpec("chat", .record(ScriptClassName.chat), doc: "Where it was written."),
      FieldSpec(
        "sender", .record(ScriptClassName.sender), optional: true,
        doc: "Who wrote it; nil where nobody is named, as in channels."),
    ],
    methods: [
      MethodSpec(
        name: "transcript", signature: "m:transcript()",
        type: FunctionType(
          [.init("self", "understudy.\(luaName(ScriptClassName.message))")], returns: "string?"),
        doc: """
          What was heard in it, where a monitor's media says that it is transcribed; else nil, and why is \
          among the notes of `why`. A model's guess: text holds only what was written.
          """),
      MethodSpec(
        name: "replied", signature: "m:replied()",
        type: FunctionType(
          [.init("self", "understudy.\(luaName(ScriptClassName.message))")],
          returns: "understudy.\(luaName(ScriptClassName.earlier))?"),
        doc: "The message that it answers; nil if it answers none, or one that is not stored."),
    ])

  static let chat = RecordSpec(
    ScriptClassName.chat, shown: "m.chat", doc: "The chat that a message is in.",
    fields: [
      FieldSpec("id", .integer, doc: "Its marked id: negative for groups and channels."),
      FieldSpec("kind", .word(Chat.Kind.allCases.map(\.rawValue)), doc: "Of which kind it is."),
      FieldSpec("title", .text, doc: "Its title, or the other person's name."),
      FieldSpec("username", .text, optional: true, doc: "Without the @."),
      FieldSpec("muted", .boolean, doc: "Whether the owner has muted it."),
      FieldSpec("archived", .boolean, doc: "Whether the owner has archived it."),
      FieldSpec("unread", .integer, doc: "How many messages the owner has not read."),
      FieldSpec("members", .integer, optional: true, doc: "How many people are in it."),
      FieldSpec(
        "owner_last_wrote", .instant, optional: true,
        doc: "When the owner last wrote there by hand."),
    ])

  private static let person = [
    FieldSpec("id", .integer, doc: "The person's id."),
    FieldSpec("name", .text, doc: "First and last name."),
    FieldSpec("first_name", .text, doc: "The first name."),
    FieldSpec("last_name", .text, doc: "The last name; empty where there is none."),
    FieldSpec("username", .text, optional: true, doc: "Without the @."),
  ]

  static let sender = RecordSpec(
    ScriptClassName.sender, shown: "m.sender", doc: "Who wrote the message.",
    fields: person + [
      FieldSpec("contact", .boolean, doc: "Whether they stand in the owner's address book."),
      FieldSpec("mutual", .boolean, doc: "Whether the owner also stands in theirs."),
      FieldSpec("bot", .boolean, doc: "Whether it is a bot."),
      FieldSpec("premium", .boolean, doc: "Whether they have Telegram Premium."),
      FieldSpec("language", .text, optional: true, doc: "Of their app, as far as it is known."),
      FieldSpec("tags", .list(.text), doc: "What label has given them, in alphabetical order."),
      FieldSpec("seen_before", .boolean, doc: "Whether they have written in this chat before."),
    ])

  static let media = RecordSpec(
    ScriptClassName.media, shown: "m.media", doc: "What a message carries.",
    fields: [
      FieldSpec("kind", .word(Media.Kind.allCases.map(\.rawValue)), doc: "Of which kind it is."),
      FieldSpec("duration", .number, optional: true, doc: "In seconds."),
      FieldSpec("size", .integer, optional: true, doc: "In bytes."),
      FieldSpec("name", .text, optional: true, doc: "Of the file."),
    ])

  static let entity = RecordSpec(
    ScriptClassName.entity, shown: "m.entities[i]", doc: "A part of a text that means something.",
    fields: [
      FieldSpec("kind", .text, doc: "`url`, `mention`, `bold`, `code`, `textURL` and the like."),
      FieldSpec("text", .text, doc: "The part itself."),
      FieldSpec(
        "argument", .text, optional: true, doc: "The address of a link, a code's language."),
    ])

  static let context = RecordSpec(
    ScriptClassName.context, shown: "x", doc: "What is around the message.",
    fields: [
      FieldSpec("now", .instant, doc: "The instant of the decision."),
      FieldSpec("today", .record(ScriptClassName.today), doc: "The same by the owner's clock."),
      FieldSpec("owner", .record(ScriptClassName.owner), doc: "Who is answered for."),
      FieldSpec(
        "store", .record(ScriptClassName.store),
        doc: "What the rule keeps beyond a decision; see below."),
      FieldSpec(
        "shared", .record(ScriptClassName.shared),
        doc: "The same, kept by all rules and timers of the file together."),
    ],
    methods: [
      MethodSpec(
        name: "history", signature: "x.history(n)",
        type: FunctionType(
          [.init("n", "integer")], returns: "understudy.\(luaName(ScriptClassName.earlier))[]"),
        doc: "The n messages before this one, 1 to 200, the oldest first."),
      MethodSpec(
        name: "note", signature: "x.note(...)", type: FunctionType([.init("...", "any")]),
        doc: "Adds to what `why` shows."),
    ])

  static let today = RecordSpec(
    ScriptClassName.today, shown: "x.today", doc: "The day, by the owner's clock.",
    fields: [
      FieldSpec("date", .text, doc: "As 2026-03-02."),
      FieldSpec("weekday", .word(WeeklyHours.dayNames), doc: "The day of the week."),
      FieldSpec("hour", .integer, doc: "0 to 23."),
      FieldSpec("minute", .integer, doc: "0 to 59."),
    ])

  static let owner = RecordSpec(
    ScriptClassName.owner, shown: "x.owner", doc: "The owner of the account.",
    fields: person + [
      FieldSpec(
        "online", .boolean, optional: true,
        doc: "Whether another device of the owner's is online; nil while Telegram has not told."),
      FieldSpec("last_seen", .instant, optional: true, doc: "When the owner was last online."),
    ])

  static let earlier = RecordSpec(
    ScriptClassName.earlier, shown: "x.history(n)[i]", doc: "An earlier message of the chat.",
    fields: [
      FieldSpec("id", .integer, doc: "Its number in the chat."),
      FieldSpec("text", .text, doc: "What it says."),
      FieldSpec("date", .instant, doc: "When it was written."),
      FieldSpec("mine", .boolean, doc: "Whether the owner, or the twin, wrote it."),
      FieldSpec("sender_id", .integer, optional: true, doc: "Whoever wrote it."),
      FieldSpec(
        "reply_to", .integer, optional: true, doc: "The number of the message that it answers."),
      FieldSpec("reply_to_me", .boolean, doc: "Whether it answers one of the owner's."),
      FieldSpec("forwarded", .boolean, doc: "Whether it is forwarded."),
      FieldSpec(
        "thread", .integer, optional: true, doc: "The forum topic or comment thread that it is in."),
      FieldSpec("media", .record(ScriptClassName.media), optional: true, doc: "What it carries."),
      FieldSpec(
        "transcript", .text, optional: true, doc: "What was heard in it, where that is known."),
    ])

  static let memory = RecordSpec(
    ScriptClassName.memory, shown: "memory.search(...)[i]", doc: "Something that is remembered.",
    fields: [
      FieldSpec("text", .text, doc: "What it says."),
      FieldSpec("date", .instant, doc: "When it was learnt, or said."),
      FieldSpec(
        "fact", .boolean, doc: "Whether a rule has remembered it; otherwise somebody said it."),
      FieldSpec("as", .text, optional: true, doc: "The name of a fact, if it has one."),
      FieldSpec("mine", .boolean, doc: "Whether the owner, or the twin, said it."),
      FieldSpec(
        "person_id", .integer, optional: true,
        doc: "Whom a fact is about, nil where it is the chat; or who said it."),
      FieldSpec("chat_id", .integer, doc: "The chat that it comes from."),
    ])

  static let store = RecordSpec(
    ScriptClassName.store, shown: "x.store", doc: "Values that a rule or timer keeps.",
    fields: [
      FieldSpec("chat", .record(ScriptClassName.chatStore), doc: "The same for the chat alone.")
    ], methods: storing(ScriptClassName.store))

  static let chatStore = RecordSpec(
    ScriptClassName.chatStore, shown: "x.store.chat",
    doc: "Values that a rule keeps for a chat.", fields: [],
    methods: storing(ScriptClassName.chatStore))

  static let shared = RecordSpec(
    ScriptClassName.shared, shown: "x.shared",
    doc: "Values that the rules and timers of a file keep together.",
    fields: [
      FieldSpec("chat", .record(ScriptClassName.chatShared), doc: "The same for the chat alone.")
    ], methods: storing(ScriptClassName.shared))

  static let chatShared = RecordSpec(
    ScriptClassName.chatShared, shown: "x.shared.chat",
    doc: "Values that the rules of a file keep together for a chat.", fields: [],
    methods: storing(ScriptClassName.chatShared))

  /// The functions of ``RuleLanguage/State`` as methods of this class.
  private static func storing(_ className: String) -> [MethodSpec] {
    RuleLanguage.State.functions.map { function in
      let name = function.name.split(separator: ":").last.map(String.init) ?? ""
      let type = RuleLanguage.storeTypes[name] ?? FunctionType([])
      return MethodSpec(
        name: name, signature: function.signature,
        type: FunctionType(
          [.init("self", "understudy.\(luaName(className))")] + type.parameters,
          returns: type.returns), doc: function.doc)
    }
  }

  /// A class's name as editors know it: `earlier message` is `earlier_message`.
  static func luaName(_ className: String) -> String {
    className.replacing(" ", with: "_")
  }
}
