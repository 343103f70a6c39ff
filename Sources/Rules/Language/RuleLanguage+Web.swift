extension RuleLanguage {
  /// What `http.get` and `http.post` take beside the URL.
  enum Web {
    static let headers = KeySpec(
      "headers", .headers,
      doc: """
        By name: a text, a secret, or a list of such: { Authorization = { "Bearer ", secret "CRM" } }.
        """)
    static let timeout = KeySpec(
      "timeout", .duration, standard: #""10s""#, doc: "For the whole exchange, 30 s at most.")
    static let json = KeySpec("json", .json, doc: "A value that is sent as JSON.")
    static let body = KeySpec("body", .text(most: 256 << 10), doc: "A text that is sent as it is.")

    static let get = TableSpec(
      "http.get",
      doc: """
        Fetches a URL of a host on account's list, and gives a table with status, headers (names in lower \
        case) and body. At most \(WebCall.mostRedirects) redirects are followed, to hosts on the list; an \
        answer has \(WebCall.largestAnswer >> 10) KiB at most, and a run \(WebCall.mostCalls) calls. In \
        tests the case's http answers; in a replay nothing does.
        """, keys: [headers, timeout])
    static let post = TableSpec(
      "http.post", doc: "Likewise with something to send; redirects are not followed.",
      keys: [json, body, headers, timeout])

    static let functions = [
      Function(
        name: "http.get", phase: .run, signature: #"http.get("https://...", { ... })"#,
        doc: "Fetches from a host on account's list."),
      Function(
        name: "http.post", phase: .run, signature: #"http.post("https://...", { json = ... })"#,
        doc: "Sends to a host on account's list."),
      Function(
        name: "tg.call", phase: .run, signature: #"tg.call("users.getFullUser", { id = "u:5" })"#,
        doc: """
          Calls a method of Telegram's API that account's tg lists, at once and as the account: what it sends \
          keeps no caps, no delay, and is not sent once and only once. Arguments and answer are those of \
          `understudy call`: peers by id or name, without access hashes. Where Telegram refuses, it gives nil \
          and { code = "FLOOD_WAIT", seconds = 17, message = ... }; a wrong call is an error. Nothing is \
          called while the kill switch is on, nor in a replay; in tests the case's tg answers.
          """),
      Function(
        name: "secret", phase: .run, signature: #"secret "NAME""#,
        doc: """
          The value of UNDERSTUDY_SECRET_NAME in the environment or the home's .env file, for headers of \
          http alone: it cannot be printed, compared, stored or put into a text. It goes over https, or to \
          this machine.
          """),
      Function(
        name: "metric", phase: .run, signature: #"metric("name", by)"#,
        doc: """
          Counts, 1 if nothing else is said; `understudy status` shows the sums. Counted together with the \
          decision or not at all.
          """),
    ]
  }
}
