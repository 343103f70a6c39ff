import Model
import Rules
import Testing

@Suite("Filters and regular expressions", .timeLimit(.minutes(5)))
struct FilterTests {
  private func fits(
    _ file: String, when: String, _ text: String, from sender: Contact = Sample.friend,
    change: (inout Message) -> Void = { _ in }
  ) async throws -> Bool {
    let set = try load([
      "a.lua": """
      account { zone = "UTC" }
      monitor "all" { "private", "group", "bot" }
      \(file)
      rule "r" { when = { \(when) }, act = reply "x" }
      """
    ])
    let ruling = await set.decide(
      Sample.input(text, from: sender, change: change), host: TestHost())
    #expect(ruling.problems.isEmpty)
    return !ruling.plan.isEmpty
  }

  @Test(
    "A regular expression is looked for anywhere in the text as it was written",
    arguments: [
      (#"re "(?i)\\biban\\b""#, "my IBAN, please", true), (#"re "iban""#, "my IBAN", false),
      (#"re "^\\d{4,6}$""#, "12345", true), (#"re "^\\d{4,6}$""#, "12345 no", false),
      (#"{ "hello", re "[?!]{3,}" }"#, "what???", true),
      (#"{ "hello", re "[?!]{3,}" }"#, "hello", true), (#"re "[\\p{Cyrillic}]+""#, "привет", true),
      (#"{ any_word { "pay*" }, re "\\$\\d+" }"#, "that is $20", true),
    ])
  func expressions(text: String, message: String, expected: Bool) async throws {
    #expect(try await fits("", when: "text = \(text)", message) == expected)
  }

  @Test("An expression that would take for ever elsewhere takes no time worth naming")
  func linear() async throws {
    let text = String(repeating: "a", count: 4000)
    #expect(try await !fits("", when: #"text = re "^(a+)+$|(a|aa)+b""#, text + "!"))
  }

  @Test("What is no expression is named with its line, and what RE2 lacks is said")
  func wrongExpressions() {
    #expect(
      problems(
        "monitor \"p\" { \"private\" }\n\nrule \"r\" { when = { text = re \"(a\" }, act = ignore() }"
      )
        == [
          "a.lua:3: the regular expression cannot be read: missing ): (a; "
            + "the syntax is RE2's, without back references and look-around"
        ])
    #expect(problems(#"rule "r" { when = { text = re "(a)\\1" }, act = ignore() }"#).count == 1)
    #expect(problems(#"rule "r" { when = { text = re() }, act = ignore() }"#).count == 1)
    let long = String(repeating: "a", count: 1001)
    #expect(problems("rule \"r\" { when = { text = re \"\(long)\" }, act = ignore() }").count == 1)
    #expect(
      problems(#"rule "r" { when = { text = re "a{1000}{1000}" }, act = ignore() }"#).count == 1)
  }

  @Test("Filters combine with all, any and none, by name and on the spot")
  func combinations() async throws {
    let file = """
      filter "money" { text = { "iban", "money" } }
      filter "long" { length = { min = 10 } }
      filter "odd" { any = { "money", { question = true, contact = false } } }
      filter "serious" { filter = { "money", "long" }, none = { { forwarded = true } } }
      """
    func check(
      _ when: String, _ text: String, _ expected: Bool, forwarded: Bool = false,
      source: SourceLocation = #_sourceLocation
    ) async throws {
      let fits = try await fits(file, when: when, text) { $0.isForwarded = forwarded }
      #expect(fits == expected, sourceLocation: source)
    }
    try await check("filter = 'money'", "money", true)
    try await check("filter = { 'money', 'long' }", "money", false)
    try await check("filter = { 'money', 'long' }", "money, money", true)
    try await check("any = { 'money', 'long' }", "nothing", false)
    try await check("any = { 'money', 'long' }", "nothing of the kind", true)
    try await check("none = { 'money', 'long' }", "no", true)
    try await check("none = { 'money', 'long' }", "iban", false)
    try await check("all = { 'money', { question = true } }", "money?", true)
    try await check("all = { 'money', { question = true } }", "money", false)
    try await check("filter = 'odd'", "why?", false)
    try await check("filter = 'odd'", "iban", true)
    try await check("filter = 'serious'", "so much money", true)
    try await check("filter = 'serious'", "so much money", false, forwarded: true)
    try await check("length = { max = 3 }", "🇩🇪👨‍👩‍👧é", true)
    try await check("length = { min = 2, max = 3 }", "four", false)
  }

  @Test("Why a filter does not fit is said in one sentence")
  func why() async throws {
    let set = try load([
      "a.lua": """
      monitor "all" { "private" }
      filter "money" { text = "iban" }
      rule "a" { when = { filter = "money" }, act = react "👍" }
      rule "b" { when = { any = { "money", { question = true } } }, act = react "👍" }
      rule "c" { when = { length = { min = 10, max = 20 } }, act = react "👍" }
      """
    ])
    let ruling = await set.recorded(Sample.input("hello"))
    #expect(ruling.why("a/a") == "filter \"money\" does not let it pass")
    #expect(ruling.why("a/b") == "none of \"money\", {...}")
    #expect(ruling.why("a/c") == "not 10 to 20 characters long")
  }

  @Test("What is wrong with filters is named with its line")
  func problemsOfFilters() {
    #expect(
      problems("filter \"a\" { filter = \"b\" }\nfilter \"b\" { any = { \"a\" } }")
        == [#"a.lua:1: filter "a" asks "b" asks "a": it refers to itself"#])
    #expect(
      problems(
        "monitor \"p\" { \"private\" }\nrule \"r\" {\n  when = { filter = \"mony\" }, act = ignore() }\nfilter \"money\" { text = \"x\" }"
      )
        == [
          #"a.lua:3: when of rule "r" names filter "mony", which is not declared; did you mean "money"?"#
        ])
    #expect(
      problems("filter \"a\" {\n  any = { { txt = \"x\" } },\n}")
        == [#"a.lua:2: unknown key "txt" in any of filter "a"; did you mean "text"?"#])
    #expect(
      problems("filter \"a\" { length = { min = 9, max = 2 } }")
        == [#"a.lua:1: length of filter "a" has a min above its max"#])
  }

  @Test("A rule is another one when a filter that it names changes, also indirectly")
  func hashes() throws {
    func hash(_ words: String) throws -> String? {
      try load([
        "a.lua": """
        monitor "p" { "private" }
        filter "money" { text = "\(words)" } filter "odd" { any = { "money" } }
        rule "r" { when = { none = { { filter = "odd" } } }, act = ignore() }
        """
      ]).ruleHashes["a/r"]
    }
    #expect(try hash("iban") == hash("iban"))
    #expect(try hash("iban") != hash("money"))
  }
}
