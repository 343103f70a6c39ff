extension RuleLanguage {
  /// `x.store`, `x.shared` and the `chat` of each.
  enum State {
    static let ttl = KeySpec(
      "ttl", .duration, doc: "After this time the value is as if it had never been kept.")
    static let options = TableSpec(
      "x.store:set", doc: "What may stand last in a call that keeps something.", keys: [ttl])

    /// Methods of `x.store`, and of the others likewise.
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
      What outlives a decision. `x.store` is the rule's or timer's own, by its id (`file/name`): no other \
      rule sees it, and under another name the rule begins with nothing. `x.shared` is one for all rules \
      and timers of the file, for one that counts and another that tells. `x.store.chat` and \
      `x.shared.chat` are the same for the chat alone. All of it is written together with the decision or \
      not at all: what a rule that fails has changed is undone, and if another decision has changed what \
      this one read, this one is made again. A decision that is made anew, because its message was edited \
      or its rule was, takes back first what it had changed, as far as nobody else has changed it since. A \
      rule, and the shared values of a file, are at most \(StateCall.mostEntries) values of \
      \(StateCall.largestValue >> 10) KiB, \(StateCall.mostBytes >> 20) MiB in all. In tests it \
      is a table in memory that begins empty; in replays too, unless `replay --state` begins with a copy of \
      what is stored.
      """
  }
}
