extension RuleLanguage {
  /// What `memory.search` and `memory.about` take.
  enum Memory {
    static let limit = KeySpec(
      "limit", .integer(1...50), standard: "10", doc: "How many there are at most.")
    static let chat = KeySpec(
      "chat", .peer,
      doc: """
        The one chat to look in. Another than the one at hand only where the monitors of both say share = true.
        """)

    static let search = TableSpec(
      "memory.search",
      doc: """
        Looks for any of the words, without regard to case and accents, in the facts that rules have \
        remembered and, of monitors with learn = true, in what was said before; the best first. `tea*` finds \
        every ending. It looks in the chat at hand, and beyond it only where the monitors of both chats say \
        share = true. In a replay it knows the facts of then, and the messages that it has gone through.
        """, keys: [limit, chat])
    static let about = TableSpec(
      "memory.about",
      doc: """
        The facts that rules have remembered about somebody or about the chat, the latest first; of other \
        chats likewise only where both share.
        """, keys: [limit])

    static let functions = [
      Function(
        name: "memory.search", phase: .run, signature: #"memory.search("words", { limit = 5 })"#,
        doc: "Finds facts, and what was said in chats that are learnt from."),
      Function(
        name: "memory.about", phase: .run, signature: "memory.about(m.sender, { limit = 5 })",
        doc: "The facts about m.sender or m.chat."),
    ]
  }
}
