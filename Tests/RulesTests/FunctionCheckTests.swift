import Model
import Rules
import Testing

@Suite("Mistakes inside functions are found before they run")
struct FunctionCheckTests {
  /// Of a rule whose function has this body; its first line is line 5.
  private func found(_ body: String, before: String = "") -> [String] {
    problems(
      """
      monitor "people" { "private" } account { zone = "UTC" }
      persona "me" { system = "x" } delay "human" { notice = "10s" }
      \(before.isEmpty ? "-- nothing before" : before)
      rule "r" { when = { monitor = "people" }, run = function(m, x)
      \(body)
      end }
      """)
  }

  @Test(
    "A misspelt global, and one that is assigned to [rules 14]",
    arguments: [
      (#"return repyl "x""#, "unknown name 'repyl'; did you mean 'reply'?"),
      (
        #"if m.text == "" then return ai.complet {} end"#,
        "ai has no 'complet'; did you mean 'complete'?"
      ),
      ("local t = os.time()", "os is not available in rules; x.now and x.today tell the time"),
      ("seen = true", "'seen' is global, and rules have no global variables; write 'local seen'"),
      ("if foo then return end", "unknown name 'foo'"),
      ("return text.lenn(m.text) > 5", "text has no 'lenn'; did you mean 'len'?"),
    ])
  func names(body: String, message: String) {
    #expect(found(body) == ["a.lua:5: \(message)"])
  }

  @Test(
    "An unknown field of the message, of what is around it, and of what hangs on them",
    arguments: [
      ("local a = x.stroe", "context has no 'stroe'; did you mean 'store'?"),
      ("local a = m.sender.nmae", "sender has no 'nmae'; did you mean 'name'?"),
      ("local a = m.chat.tilte", "chat has no 'tilte'; did you mean 'title'?"),
      ("local a = m:transcipt()", "message has no 'transcipt'; did you mean 'transcript'?"),
      (
        "local n = x.store.chat:incrr('n')",
        "store of the chat has no 'incrr'; did you mean 'incr'?"
      ),
      ("local a = x.today.weekdya", "today has no 'weekdya'; did you mean 'weekday'?"),
      ("local a = m.entities[1].knid", "entity has no 'knid'; did you mean 'kind'?"),
      ("local a = m:replied().txet", "earlier message has no 'txet'; did you mean 'text'?"),
      (
        "for _, h in ipairs(x.history(5)) do if h.txet then return end end",
        "earlier message has no 'txet'; did you mean 'text'?"
      ),
      (
        "for _, f in ipairs(memory.about(m.sender)) do log(f.txet) end",
        "memory has no 'txet'; did you mean 'text'?"
      ),
      (
        "return task.all { function() return m.sender.nmae end }",
        "sender has no 'nmae'; did you mean 'name'?"
      ),
      (
        "local s = m.sender if s and s.nmae then return end",
        "sender has no 'nmae'; did you mean 'name'?"
      ),
      ("return nil, m.text:lowr()", "string has no 'lowr'; did you mean 'lower'?"),
      ("return nil, x.now.hour", "'now' is an instant, and has no 'hour'"),
      ("m.text = 'x'", "message is read-only: 'text' cannot be set"),
    ])
  func fields(body: String, message: String) {
    #expect(found(body) == ["a.lua:5: \(message)"])
  }

  @Test("The function may stand apart, in another file, or be a timer's or a delay's")
  func elsewhere() {
    #expect(
      problems([
        "a.lua": """
        monitor "people" { "private" }
        local function own(m) return nil, m.txet end
        rule "a" { run = own }
        rule "b" { run = require("lib.b") }
        every "day" { at = "09:00", run = function(x) return notify(x.ownr.name) end }
        delay "d" { run = function(m, x) return #m.txet end }
        delay "e" { notice = "1s", run = function(m) return #m.text end }
        """,
        "lib/b.lua": "return function(message, context)\n  return nil, message.snder\nend",
      ]).filter { $0.contains(" has no ") } == [
        "a.lua:2: message has no 'txet'; did you mean 'text'?",
        "a.lua:5: context has no 'ownr'; did you mean 'owner'?",
        "a.lua:6: message has no 'txet'; did you mean 'text'?",
        "lib/b.lua:2: message has no 'snder'; did you mean 'sender'?",
      ])
  }

  @Test("A name of a declaration that is not there, in what an action takes")
  func declarations() {
    #expect(
      found(#"return reply { "hi", delay = "humna" }"#) == [
        #"a.lua:5: reply names delay "humna", which is not declared; did you mean "human"?"#
      ])
    #expect(
      found("return ai_reply {\npersona = \"mee\", delay = \"human\" }") == [
        #"a.lua:6: ai_reply names persona "mee", which is not declared; did you mean "me"?"#
      ])
    #expect(
      found(#"return reply(ai.complete { persona = "mee", prompt = "x" })"#) == [
        #"a.lua:5: ai.complete names persona "mee", which is not declared; did you mean "me"?"#
      ])
    #expect(found(#"return reply { m.text, delay = "human" }"#).isEmpty)
  }

  @Test(
    "A key or value that an action or a function does not take",
    arguments: [
      (
        #"return reply { "hi", dealy = "human" }"#,
        #"unknown key "dealy" in reply; did you mean "delay"?"#
      ),
      (
        #"return reply { "hi", quote = "yes" }"#,
        #"quote in reply must be true or false, not "yes""#
      ),
      (#"return reply { "hi", "there" }"#, "reply takes one value, not 2"),
      (#"return ai_reply { delay = "human" }"#, "ai_reply needs persona: the name of a persona"),
      (
        #"return ai.classify { lables = { "a", "b" } }"#,
        #"unknown key "lables" in ai.classify; did you mean "labels"?"#
      ),
      (
        #"x.store:set("a", 1, { tll = "2h" })"#,
        #"unknown key "tll" in x.store:set; did you mean "ttl"?"#
      ),
      (
        #"return nil, memory.search("tea", { limit = 500 })[1].text"#,
        "limit in memory.search must be a whole number from 1 to 50, not 500"
      ),
      (
        #"return react "much too long""#,
        #"item 1 of react must be one emoji such as "👍", not "much too long""#
      ),
      (#"return reply """#, #"item 1 of reply must be a text, not """#),
    ])
  func keys(body: String, message: String) {
    #expect(found(body).contains("a.lua:5: \(message)"))
  }

  @Test(
    "What is right, or cannot be told before it runs, is let pass",
    arguments: [
      "return reply(m.text)",
      "local t = { 'hi', delay = 'later' } t.delay = 'human' return reply(t)",
      "local t = { delay = 'later' } if m.text == '' then t.delay = nil end return reply(t)",
      "local t = {} t[1] = 'hi' t['de' .. 'lay'] = 'human' return reply(t)",
      "local reply = function(t) return t end log(reply { dealy = 'x' })",
      "return reply { m.sender and m.sender.first_name or 'you', delay = x.owner.online and 'human' or nil }",
      "local set = { delay = 'unrelated', persona = 'nobody' } x.store:set('a', set, { ttl = '1h' })",
      "m = { anything = 1 } return nil, m.anything",
      "for k in pairs(m) do log(k) end return x.note('a'), x.shared.chat:get('b')",
      "local ok, why = pcall(function() return m:replied().text end) return nil, why",
      "return task.race { function() return m.text:find('a') end, function() task.sleep '1s' end }",
      "local helper = { run = function(m) return m.whatever end } return nil, helper.run { whatever = 'x' }",
      "return mark_read(), 'seen'",
      "return { reply 'a', notify 'b' }, 'both'",
      "local v = secret 'K' return nil, http.post('https://a.example', { json = { a = 1 }, headers = { A = v } }).body",
    ])
  func right(body: String) {
    #expect(found(body) == [])
  }

  @Test(
    "An action that is made and not returned does nothing, and is an error [rules 14]",
    arguments: [
      (#"if m.is_question then reply "hi" end"#, "reply", #"reply "...""#),
      ("ignore()", "ignore", "ignore()"),
      ("reply(m.text) return nil, 'why'", "reply", #"reply "...""#),
      (#"for _ = 1, 2 do ai_reply { persona = "me" } end"#, "ai_reply", "ai_reply {...}"),
      (#"local say = reply if m.is_question then say "hi" end"#, "reply", #"reply "...""#),
      (#"return task.all { function() notify "a" end }, "why""#, "notify", #"notify "...""#),
      ("local a = 1, ignore()", "ignore", "ignore()"),
    ])
  func thrownAway(body: String, action: String, form: String) {
    #expect(
      found(body).contains(
        "a.lua:5: \(action) makes an action, and nothing is done with it; write return \(form)"))
  }

  @Test("An action that is kept, or made for something else, is let pass")
  func kept() {
    for right in [
      #"local a = reply "hi" if m.is_question then return a end"#,
      #"local list = {} list[#list + 1] = reply "hi" return list"#,
      #"local list = {} table.insert(list, reply "hi") return list"#,
      #"return m.is_question and reply "hi" or ignore()"#,
      "local ok = pcall(reply, m.text) return nil, tostring(ok)",
      "pcall(reply, m.text)",
      "local reply = function(t) log(t) end reply 'x'",
      "local function own() return reply 'x' end return own()",
    ] {
      #expect(found(right) == [], "\(right)")
    }
  }

  @Test("A function that returns a text in place of an action is told so before it runs")
  func constants() {
    let expected = "; expected an action such as reply \"...\", a list of actions, or nothing"
    #expect(
      found(#"return "hello""#) == [#"a.lua:5: the function returned "hello""# + expected])
    #expect(
      found(#"local s = "hello" if m.is_question then return s, "why" end"#) == [
        #"a.lua:5: the function returned "hello""# + expected
      ])
    #expect(found("return true") == ["a.lua:5: the function returned true" + expected])
    for right in [
      "return nil, 'why'", "return", "return {}",
      "return m.is_question and reply 'a' or nil",
      "local s if m.is_question then s = reply 'a' end return s",
      "local s = 'a' if m.is_question then s = reply(s) else s = nil end return s",
      "local s = 'a' local function set() s = reply 'b' end set() return s",
      "local function text() return 'hello' end return reply(text())",
    ] {
      #expect(found(right) == [], "\(right)")
    }
    #expect(found("return nil", before: "delay 'd' { run = function() return '2m' end }") == [])
  }

  @Test("A helper function is held against what it is called with, if all of that is seen")
  func helpers() {
    let helper = "local function greet(who, n) return who.frist_name .. n end"
    #expect(
      found("return reply(greet(m.sender, 1))", before: helper) == [
        "a.lua:3: sender has no 'frist_name'; did you mean 'first_name'?"
      ])
    #expect(
      found(
        "return reply(outer(m, x))",
        before:
          "\(helper) local function outer(m) if m.text == '' then return greet(m.sender) end end")
        == ["a.lua:3: sender has no 'frist_name'; did you mean 'first_name'?"])
    for right in [
      "return reply(greet({ frist_name = 'x' }, 1))",
      "local own = { frist_name = 'x' } return reply(greet(m.sender or own, 1))",
      "if m.text == '' then greet(m.sender, 1) else greet(json.decode(m.text), 1) end",
      "return reply(select(2, pcall(greet, m.sender, 1)))",
    ] {
      #expect(found(right, before: helper) == [], "\(right)")
    }
    // It may be right for one of those that call it, and find out for which.
    #expect(
      found(
        "return reply(name(m.sender) .. name(m.chat))",
        before: "local function name(of) return of.title or of.first_name end") == [])
  }

  @Test("What works only while files load is warned of in a function that runs later")
  func phases() throws {
    let set = try load(
      """
      local function words() return any_word { "a" } end
      filter "f" { text = words() }
      rule "r" { run = function(m, x)
        return task.all { function() return lognormal("1s", "2s") end }, "why"
      end }
      """)
    #expect(
      set.warnings.map(\.description) == [
        "a.lua:8: lognormal may be called only while the file loads, not in a running rule; call it outside "
          + "of the function, and use what it gives inside"
      ])
  }

  @Test("What is looked for in a list by name is never found")
  func lists() throws {
    let set = try load(
      "rule 'r' { run = function(m, x) return nil, m.sender.tags.vip and #m.entities end }")
    #expect(
      set.warnings.map(\.description) == [
        "a.lua:5: 'tags' is a list, and has nothing by the name 'vip'; go through it: for _, item in "
          + "ipairs(list) do ... end"
      ])
  }

  @Test("A function in a table of one's own is no rule's, though it is called run")
  func otherFunctions() {
    #expect(
      found(
        "return nil, tools.run({ a = 1 })",
        before: "local tools = { run = function(m) return m.a .. m.b end }") == [])
  }

  @Test("Of two functions in one line neither is judged by the other's parameters")
  func oneLine() {
    #expect(
      found(
        "return nil",
        before:
          "rule \"z\" { run = function(m, x) return (function(a, b) return a.c end)({ c = nil }, 1) end }"
      )
        == [])
  }

  @Test("All mistakes of a file are told at once, each once, beside what loading finds")
  func all() {
    let found = problems(
      """
      monitor "people" { "private" }
      local function never() return repyl "x", wrong.name end
      rule "a" { run = function(m, x) return repyl(m.txet) end, dealy = "x" }
      local broken = nowhere
      """)
    #expect(
      found == [
        "a.lua:2: unknown name 'repyl'; did you mean 'reply'?",
        "a.lua:2: unknown name 'wrong'",
        "a.lua:3: message has no 'txet'; did you mean 'text'?",
        "a.lua:3: unknown key \"dealy\" in rule \"a\"; did you mean \"delay\"?",
        "a.lua:3: unknown name 'repyl'; did you mean 'reply'?",
        "a.lua:4: unknown name 'nowhere'",
      ])
  }

  @Test("A file of functions that tests alone require may speak of cases")
  func testHelpers() {
    #expect(
      problems([
        "a.lua": "monitor 'people' { 'private' }",
        "helper.lua":
          "return { ask = function(text) case(text) { message = { text = text } } end }",
      ]) == [])
    let sources = [RuleSource(path: "a.lua", text: "monitor 'people' { 'private' }")]
    let test = RuleSource(
      path: "a_test.lua",
      text: "local function help(t)\n  return txet.fold(t)\nend\ncase 'x' { message = {} }")
    #expect {
      _ = try CaseFile.load(test, beside: sources)
    } throws: { error in
      "\(error)" == "a_test.lua:2: unknown name 'txet'; did you mean 'text'?"
    }
  }

  @Test(
    "An action in the place of the reason would be lost: an error, when it is written and when it runs"
  )
  func lost() async throws {
    let message =
      "the function returned reply and notify as several values, of which the second is the reason; "
      + #"write them as a list: return { reply "...", notify "..." }"#
    #expect(found(#"return reply "a", notify "b""#) == ["a.lua:5: \(message)"])
    #expect(found(#"return nil, mark_read()"#).isEmpty)
    let set = try load(
      """
      local function both() return reply "a", notify "b" end
      local function late() return { reply "a" }, "why", ignore() end
      rule "r" { run = function() return both() end }
      rule "s" { run = function() return late() end }
      """)
    let ruling = await set.decide(Sample.input("hello"), host: TestHost())
    #expect(ruling.plan.claims.isEmpty)
    #expect(ruling.problems.map(\.description).first?.contains(message) == true)
    #expect(
      ruling.problems.map(\.description).last?.contains(
        #"reply and ignore as several values, of which the second is the reason; write them as a list: return { reply "...", ignore() }"#
      ) == true)
  }
}
