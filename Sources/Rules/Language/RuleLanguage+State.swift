extension RuleLanguage {
  /// `x.store` and `x.store.chat`.
  enum State {
    static let ttl = KeySpec(
      "ttl", .duration, doc: "After this time the value is as if it had never been kept.")
    static let options = TableSpec(
      "x.store:set", doc: "What may stand last in a call that keeps something.", keys: [ttl])

    /// Methods of `x.store`, and of `x.store.chat` likewise.
    static let functions = [
      Function(
        name: "x.store:get", phase: .run, signature: #"x.store:get("name", otherwise)"#,
        doc: "The value; otherwise (nil without it) if there is none."),
      Function(
        name: "x.store:set", phase: .run, signature: #"x.store:set("name", value, { ttl = "2h" })"#,
        doc: "Keeps the value: anything that JSON can hold. nil takes it away."),
      Function(
        name: "x.store:incr", phase: .run, signature: #"x.store:incr("name", by, { ttl = "1d" })"#,
        doc: """
          Adds to a number, 1 if nothing else is said, and gives the sum. Without a ttl the one it has \
          runs on.
          """),
      Function(
        name: "x.store:cas", phase: .run,
        signature: #"x.store:cas("name", old, new, { ttl = "2h" })"#,
        doc: "Keeps new if the value is old (nil: if there is none); true if it was."),
    ]

    static let doc = """
      What outlives a decision. The rules and timers of one file share `x.store`; `x.store.chat` is the \
      same for the chat alone. It is written together with the decision or not at all: what a rule that \
      fails has changed is undone, and if another decision has changed what this one read, this one is \
      made again. A file keeps at most \(StateCall.mostEntries) values of \
      \(StateCall.largestValue >> 10) KiB, \(StateCall.mostBytes >> 20) MiB in all. In tests and \
      replays it is a table in memory that begins empty.
      """
  }
}
