import Model
import Rules
import Testing

@Suite("What loops in rule files make is bounded", .timeLimit(.minutes(5)))
struct BoundsTests {
  @Test("A chain of filters of 32 is followed, a longer one refused, in whichever order it stands")
  func filterChain() throws {
    func chain(_ count: Int, from: String = "1, count") -> [String] {
      problems(
        """
        local count = \(count)
        monitor "p" { "private" }
        for i = \(from) do
          filter("f" .. i) { filter = i < count and "f" .. (i + 1) or nil, question = true }
        end
        rule "r" { when = { filter = "f1" }, act = ignore() }
        """)
    }
    #expect(chain(32) == [])
    #expect(chain(32, from: "count, 1, -1") == [])
    let complaint =
      #"a.lua:4: filter "f1" leads over more than 32 filters that each name the next; "#
      + #"name several in one: any = { "a", "b" }"#
    #expect(chain(33) == [complaint])
    #expect(chain(33, from: "count, 1, -1") == [complaint])
    #expect(chain(4000) == [complaint])
    #expect(chain(4000, from: "count, 1, -1").count == 1)
  }

  @Test("Filters that each name the next one twice are each asked once")
  func filterDiamond() async throws {
    let set = try load([
      "a.lua": """
      monitor "p" { "private" }
      for i = 1, 31 do
        local next = "f" .. (i + 1)
        filter("f" .. i) { any = { { filter = next, question = false }, { filter = next, length = { min = 1 } } } }
      end
      filter "f32" { text = "hello" }
      rule "r" { when = { filter = "f1" }, act = reply "x" }
      rule "s" { when = { none = { "f1" } }, act = reply "y" }
      """
    ])
    for (text, expected) in [("nothing", "s"), ("hello", "r"), ("hello?", "r")] {
      let ruling = await set.decide(Sample.input(text), host: TestHost())
      #expect(ruling.plan.claims.map(\.rule) == ["a/\(expected)"])
    }
  }

  @Test("A persona's text that doubles at each step is refused where it becomes too long")
  func doublingText() {
    let found = problems(
      """
      monitor "p" { "private" }
      for i = 1, 20 do persona("p" .. i) { extends = "p" .. (i + 1), system = "{{super}}{{super}}" } end
      persona "p21" { system = "xxxxxxxx" }
      """)
    #expect(
      found == [
        #"a.lua:2: the text of persona "p7" is longer than 100000 bytes with all that {{super}} brings; "#
          + "write {{super}} once, and shorten what is extended"
      ])
    let variant = problems(
      """
      monitor "p" { "private" }
      persona "p" { system = ("x"):rep(20000), variants = {
        { name = "a", system = "{{super}}{{super}}{{super}}{{super}}{{super}}{{super}}" },
        { name = "b", system = "{{super}} b" } } }
      """)
    #expect(variant.count == 1 && variant[0].contains(#"the text of variant "a" of persona "p""#))
    let chain = problems(
      """
      for i = 1, 3000 do persona("p" .. i) { extends = "p" .. (i + 1) } end
      persona "p3001" { system = "x" }
      """)
    #expect(chain.count == 1 && chain[0].contains("more than 32 personas in a row"))
  }

  @Test("Rules that tie are told of in one warning, those of different languages apart")
  func ties() throws {
    let head = "monitor 'p' { 'private' } "
    func warnings(_ text: String) throws -> [String] {
      try load(["a.lua": head + text]).warnings.map(\.message)
    }
    let many = try warnings("for i = 1, 900 do rule('r' .. i) { act = ignore() } end")
    #expect(
      many == [
        "rules a/r1 (a.lua:1), a/r10, a/r100, a/r101, a/r102, a/r103 and 894 more tie; "
          + "the first always wins"
      ])
    #expect(
      try warnings("for i = 1, 3 do rule('r' .. i) { act = ignore() } end") == [
        "rules a/r1 (a.lua:1), a/r2 and a/r3 tie; the first always wins"
      ])
    let languages = """
      for i, l in ipairs { { "de" }, { "en", "fr" }, { "es" }, { "fr" }, { "de" } } do
        rule("r" .. i) { when = { language = l }, act = ignore() }
      end
      """
    #expect(
      try warnings(languages) == [
        "rules a/r1 (a.lua:2) and a/r5 tie; the first always wins",
        "rules a/r2 (a.lua:2) and a/r4 tie; the first always wins",
      ])
  }

  @Test("Of thousands of problems a hundred are listed, the first with what was perhaps meant")
  func manyProblems() {
    let found = problems(
      """
      monitor "p" { "private" }
      for i = 1, 300 do
        filter("some name " .. i) { text = "x" }
        rule("r" .. i) { when = { monitor = "p", filter = "zome nane " .. i }, act = ignore() }
      end
      """)
    #expect(found.count == 101)
    #expect(found.count { $0.contains("did you mean") } <= 50)
    #expect(found.contains { $0.hasSuffix(#"did you mean "some name 1"?"#) })
    #expect(found.last?.hasSuffix("… and 100 more problems, which are not listed") == true)
    let keys = problems("local t = {} for i = 1, 900 do t['k' .. i] = 1 end rule 'r' (t)")
    #expect(keys.count == 101)
  }

  @Test("A name of a hundred thousand letters is shown by its beginning")
  func longNames() {
    for text in [
      #"account { zone = ("x"):rep(100000) }"#, #"rule(("x"):rep(100000)) { act = ignore() }"#,
      #"monitor(("x"):rep(100000)) { ("y"):rep(100000) }"#, #"require(("x"):rep(100000))"#,
      #"error(("x"):rep(100000))"#,
    ] {
      let found = problems(text)
      #expect(!found.isEmpty && found.allSatisfy { $0.count < 2500 })
    }
    #expect(
      problems(#"rule(("x"):rep(1000)) { act = ignore() }"#).first?.hasPrefix(
        "a.lua:1: \"\(String(repeating: "x", count: 119))…\" cannot be the name of a rule") == true)
  }

  @Test("A chat's id that Telegram does not give is a problem at load")
  func impossibleIDs() {
    for id in ["\"ch:9223372036854775807\"", "\"u:1099511627776\"", "9223372036854775807"] {
      let found = problems(
        "monitor 'p' { 'private' } rule 'r' { act = { reply 'ok', forward(\(id)) } }")
      #expect(found.count == 1 && found[0].contains("must be a chat"), "\(id)")
    }
  }

  @Test("A rule does sixteen things at once and no more")
  func actions() async throws {
    func file(_ body: String) -> String {
      """
      monitor "p" { "private" }
      local function notices(n) local t = {} for i = 1, n do t[i] = notify("n" .. i) end return t end
      \(body)
      """
    }
    #expect(problems(file("rule 'r' { act = notices(16) }")) == [])
    #expect(
      problems(file("rule 'r' { act = notices(17) }")) == [
        #"a.lua:3: act of rule "r" does 17 things; the most is 16; several notices can be one text of "#
          + "several lines"
      ])
    #expect(problems(file("every 't' { interval = '1h', act = notices(17) }")).count == 1)
    for count in [16, 17] {
      let set = try load([
        "a.lua": file("rule 'r' { run = function() return notices(\(count)) end }")
      ])
      let ruling = await set.decide(Sample.input("x"), host: TestHost())
      #expect(ruling.plan.claims.count == (count == 16 ? 16 : 0))
      #expect(
        ruling.problems.map(\.message)
          == (count == 16
            ? []
            : ["rule a/r: the function returned 17 values; the most is 16 actions at once"]))
    }
  }

  @Test("A timer whose hours never open when it is due is warned of")
  func timers() throws {
    func warnings(_ timer: String) throws -> [String] {
      try load([
        "a.lua": """
        account { zone = "UTC" }
        monitor "p" { "private" }
        hours "work" { "mon-fri 09:00-17:00" }
        every "t" { \(timer), hours = "work", act = notify "x" }
        """
      ]).warnings(at: Timestamp(seconds: 1_800_000_000)).map(\.message)
    }
    #expect(
      try warnings(#"at = "mon 00:00""#) == [
        "timer a/t never runs: none of its times (mon 00:00, within work) lies within its hours"
      ])
    #expect(try warnings(#"at = { "mon 00:00", "fri 12:00" }"#) == [])
    #expect(try warnings(#"interval = "1d""#) == [])
  }
}
