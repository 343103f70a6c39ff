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

  static let spec = TableSpec(
    "monitor",
    doc: """
      The chats that are read. What no monitor covers is neither stored nor shown to any rule.
      """,
    items: .init(
      .chats,
      doc: #"Kinds ("private", "group", "channel", "bot", "saved"), "@names", and ids of chats."#),
    keys: [contacts, titles, exclude, only])
}
