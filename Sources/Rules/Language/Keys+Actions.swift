/// The tables that actions take: `ai_reply {...}`.
enum ActionKeys {
  static let delay = KeySpec(
    "delay", .name(.delay),
    doc: "How long it takes. Without one the rule's holds; without that it happens at once.")
  static let quote = KeySpec(
    "quote", .boolean, standard: "false", doc: "Whether the answer quotes the message.")
  static let persona = KeySpec("persona", .name(.persona), required: true, doc: "Who answers.")
  static let instruction = KeySpec(
    "instruction", .text(most: 4000), doc: "What the persona is told for this answer in addition.")
  static let history = KeySpec(
    "history", .integer(0...200), standard: "20",
    doc: "How many earlier messages of the chat the model sees.")

  private static let template = """
    In texts that stand in the file itself {{sender.name}}, {{sender.first_name}}, \
    {{sender.last_name}}, {{sender.username}}, {{chat.title}}, {{message.text}} (its first 300 \
    characters, "…" at the end of what is cut) and {{owner.…}} are filled in; what a function makes is \
    taken as it is.
    """
  static func text(most: Int) -> TableSpec.ItemSpec {
    .init(.text(most: most), most: 1, required: true, doc: "The text. \(template)")
  }
  /// Telegram's limit for one message (core.telegram.org/api/config: message_length_max).
  private static let longestMessage = 4096

  static let reply = TableSpec(
    "reply", doc: "Sends a text.", items: text(most: longestMessage), keys: [delay, quote])
  static let aiReply = TableSpec(
    "ai_reply",
    doc: """
      Lets a model write the answer, and sends it. The model sees at most 4000 characters of each message. \
      Where no model is set, or its provider cannot be reached, refuses the key, has no quota left or \
      answers nonsense, or where the day's budget is spent, the offline replier is asked in its place: it \
      uses words that the owner has written before where several earlier exchanges agree, else it \
      abstains. Then nothing leaves, the message stays unread, and why says so.
      """,
    keys: [persona, delay, instruction, history, quote])
  static let voice = KeySpec(
    "voice", .boolean, standard: "true",
    doc: "Whether it is spoken; false: it is written, and nobody is asked for a voice.")
  static let voiceReply = TableSpec(
    "voice_reply",
    doc: """
      Speaks a text in the persona's voice, and sends it as a voice note: the text that stands here, or \
      else what a model writes. Where no voice can be had, or the other side takes none, it is sent in \
      writing.
      """,
    items: .init(.text(most: longestMessage), most: 1, doc: "The text. \(template)"),
    keys: [persona, delay, instruction, history, quote, voice])
  static let draft = TableSpec(
    "draft", doc: "Leaves a text in the chat's input box, on all of the owner's devices.",
    items: text(most: longestMessage))
  static let aiDraft = TableSpec(
    "ai_draft", doc: "Lets a model write the answer, and leaves it as a draft.",
    keys: [persona, instruction, history])
  static let ignore = TableSpec("ignore", doc: "Nobody answers.")
  static let react = TableSpec(
    "react", doc: "Puts an emoji under the message.",
    items: .init(.emoji, most: 1, required: true, doc: "The emoji."), keys: [delay])
  static let markRead = TableSpec("mark_read", doc: "Marks the message as read.", keys: [delay])
  static let notify = TableSpec(
    "notify",
    doc: """
      Writes a line to the owner, into Saved Messages. Three or more that could not leave for a while leave \
      as one message.
      """, items: text(most: 1000))

  static let all =
    [reply, aiReply, voiceReply, draft, aiDraft, ignore, react, markRead, notify]
    + [escalate, forward, label, remember]
}
