import Model

/// The tables of actions that say nothing to the chat: `forward {...}`, `label {...}`.
extension ActionKeys {
  static let hideSender = KeySpec(
    "hide_sender", .boolean, standard: "false",
    doc: "Whether it looks as if you had written it: whose it is does not stand above it.")
  static let forward = TableSpec(
    "forward",
    doc: """
      Passes the message on to another chat; of a burst, each message. Messages of a chat that protects its \
      content cannot be forwarded: Telegram refuses it, and you are told. In a function only to chats that \
      account's forward names.
      """,
    items: .init(
      .peer, most: 1, required: true, doc: "Where to: a chat such as \"@name\" or \"u:5\"."),
    keys: [hideSender])

  static let removedTags = KeySpec("remove", .oneOrMore(.tag), doc: "Tags that the sender loses.")
  static let label = TableSpec(
    "label",
    doc: """
      Gives the sender tags, which `when` and m.sender.tags know from the next message on, in every chat. A \
      person carries \(Labelling.most) at most. `understudy memory` shows and takes them.
      """,
    items: .init(.tag, most: 20, doc: "Tags that the sender gets; of letters, in lower case."),
    keys: [removedTags])

  static let about = KeySpec(
    "about", .word(Fact.Subject.allCases.map(\.rawValue)), standard: #""sender""#,
    doc: "Whether it is known of the sender or of the chat. Without a sender it is the chat.")
  static let factName = KeySpec(
    "as", .text(most: 60),
    doc: "A name: what was remembered under it about the same before is forgotten.")
  static let ttl = KeySpec("ttl", .duration, doc: "After this time it is forgotten.")
  static let remember = TableSpec(
    "remember",
    doc: """
      Keeps a fact, which memory.about and memory.search find from the next message on: in this chat, and in \
      others only where the monitors of both share. A chat keeps the latest \(FactLimits.perChat). \
      `understudy memory` shows, corrects and deletes them.
      """, items: text(most: FactLimits.longest), keys: [about, factName, ttl])

  static let steps = KeySpec(
    "after", .steps, standard: #"{ "5m", "15m", "1h" }"#,
    doc:
      "When it is said again, from the first time on; each later than the one before, ten at most.")
  static let lastResort = KeySpec(
    "forward", .peer,
    doc: "The chat to which the message itself goes with the last step, as with forward.")
  static let escalate = TableSpec(
    "escalate",
    doc: """
      Writes a line into Saved Messages like notify, and again after each of the steps until you react: by \
      writing in that chat, by reading it (unless the twin has read it itself), by answering the line, or by \
      `/ack` in Saved Messages, which ends all that are open. It goes on over restarts.
      """, items: text(most: 1000), keys: [steps, lastResort])
}
