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
    "length", .integer(1...4096), doc: "The most characters of an answer.")
  static let never = KeySpec(
    "never", .oneOrMore(.text(most: 200)),
    doc: "An answer that holds one of these is not sent. Added to those of the extended persona.")

  static let voice = KeySpec(
    "voice", .either(.table(VoiceKeys.spec), .boolean),
    doc: """
      In whose voice voice_reply speaks; false: what this persona would speak is written, and nobody is \
      asked for a voice.
      """)

  static let spec = TableSpec(
    "persona", doc: "Who answers: what the model is told, and the limits of what it may say.",
    keys: [extends, system, language, model, temperature, length, never, voice])
}
