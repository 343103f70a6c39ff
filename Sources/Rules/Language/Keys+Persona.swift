/// `persona "me" {...}`
enum PersonaKeys {
  static let extends = KeySpec(
    "extends", .name(.persona), doc: "The persona whose values hold where this one says nothing.")
  static let system = KeySpec(
    "system", .text(most: 20_000),
    doc: """
      What the model is told to be. {{super}} is the text of the persona that this one extends; \
      {{owner.first_name}}, {{owner.last_name}}, {{owner.name}} and {{owner.username}} are filled in.
      """)
  static let language = KeySpec(
    "language", .text(most: 35), doc: #"The language of the answers: "en", "pt-BR"."#)
  static let model = KeySpec(
    "model", .text(most: 200), doc: "The model, by the provider's name for it.")
  static let temperature = KeySpec(
    "temperature", .number(0...2), doc: "How freely the model words its answers.")
  static let length = KeySpec(
    "length", .integer(1...4096),
    doc: """
      The most characters of an answer, counted in UTF-16. The model is told; an answer that is longer \
      all the same is cut after its last whole sentence that fits, else after its last whole word.
      """)
  static let never = KeySpec(
    "never", .oneOrMore(.text(most: 200)),
    doc: "An answer that holds one of these is not sent. Added to those of the extended persona.")

  static let voice = KeySpec(
    "voice", .either(.table(VoiceKeys.spec), .boolean),
    doc: """
      In whose voice voice_reply speaks; false: what this persona would speak is written, and nobody is \
      asked for a voice.
      """)
  static let disclosure = KeySpec(
    "disclosure", .either(.text(most: 1000), .table(DisclosureKeys.spec)),
    doc: """
      What the persona says of itself. Whoever asks whether they talk to a machine gets `asked`, or a \
      sentence in their language where none is given, and no model is asked; a text alone is that answer. \
      It holds for ai_reply: the model is told never to claim to be human, and the question is \
      recognised in eleven languages. {{owner.first_name}} and the like are filled in.
      """)
  static let style = KeySpec(
    "style", .table(StyleKeys.spec), doc: "Whose manner the model takes on.")
  static let variants = KeySpec(
    "variants", .oneOrMore(.table(VariantKeys.spec)),
    doc: """
      An experiment: each chat gets one of these, always the same, by lot and weight; another variant more \
      or less moves only as many chats as it must. Decisions name the variant in why, and \
      `understudy status` counts them per variant.
      """)

  static let spec = TableSpec(
    "persona", doc: "Who answers: what the model is told, and the limits of what it may say.",
    keys: [
      extends, system, language, model, temperature, length, never, voice, disclosure, style,
      variants,
    ])
}

/// `disclosure = {...}` of a persona.
enum DisclosureKeys {
  static let asked = KeySpec(
    "asked", .text(most: 1000),
    doc: "The answer to whoever asks whether they talk to a machine. It must be true.")
  static let first = KeySpec(
    "first", .text(most: 1000),
    doc: "Stands before the first answer that the twin sends in a chat.")

  static let spec = TableSpec(
    "disclosure", doc: "What a persona says of itself.", keys: [asked, first])
}

/// `style = {...}` of a persona.
enum StyleKeys {
  static let examples = KeySpec(
    "examples", .integer(0...40), standard: "0",
    doc: """
      So many of your own earlier messages in this chat, written by hand, are shown to the model as data. \
      Of other chats nothing is shown.
      """)
  static let learnt = KeySpec(
    "learnt", .number(0...1), standard: "0",
    doc: """
      How much of the manner that was learnt from your own messages the model is told, from 0, nothing, to \
      1, all of it: how long they are, how they begin and end, emoji, abbreviations, greetings. It is learnt \
      from this chat and, as long as you have written little here, from chats whose monitors say learn and \
      share where this one's says share; no words of yours but emoji and words that many people use, such \
      as "thx", are told. What `system` says goes before it. It holds for what ai_reply and ai_draft write, not \
      for what is spoken or what a function asks a model. `understudy style` shows what was learnt.
      """)

  static let rows = KeySpec(
    "rows", .boolean, standard: "true",
    doc: """
      With learnt, and if a quarter of your turns in these chats are more than one message: the model may \
      put an answer on several lines, and each leaves as a message of its own, at your own pace, in order \
      and once, as any other. If you write in between, the rest stays unsent. false: one answer, one message.
      """)

  static let spec = TableSpec(
    "style", doc: "Whose manner the model takes on.", keys: [learnt, rows, examples])
}

/// One of `variants = {...}` of a persona.
enum VariantKeys {
  static let name = KeySpec(
    "name", .text(most: 40), required: true, doc: "What why and status call it.")
  static let weight = KeySpec(
    "weight", .integer(1...1000), standard: "1", doc: "How many chats get it, beside the others.")
  static let system = KeySpec(
    "system", .text(most: 20_000),
    doc: "In place of the persona's own text, which is {{super}} here.")

  static let spec = TableSpec(
    "variant", doc: "A persona that differs in this; the rest is the persona's own.",
    keys: [
      name, weight, system, PersonaKeys.language, PersonaKeys.model, PersonaKeys.temperature,
      PersonaKeys.length, PersonaKeys.style,
    ])
}
