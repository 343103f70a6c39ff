import Rules
import Testing

@Suite("What is wrong in a rule file is named, with its line and the remedy")
struct LoadErrorTests {
  @Test("A misspelt key: its line and the right name [rules 11]")
  func misspeltKey() {
    let found = problems(
      """
      monitor "people" { "private" }
      rule "friends" {
        when = { monitor = "people" },
        delya = "human",
        act = ignore(),
      }
      """)
    #expect(found == [#"a.lua:4: unknown key "delya" in rule "friends"; did you mean "delay"?"#])
  }

  @Test("A misspelt key in a table within is found on its own line [rules 11]")
  func misspeltInnerKey() {
    let found = problems(
      """
      monitor "people" { "private" }
      rule "friends" {
        when = {
          monitor = "people",
          quesiton = true,
        },
        act = ignore(),
      }
      """)
    #expect(
      found == [
        #"a.lua:5: unknown key "quesiton" in when of rule "friends"; did you mean "question"?"#
      ])
  }

  @Test("A name twice: both lines [rules 12]")
  func twice() {
    let found = problems([
      "a.lua": "persona \"me\" { system = \"x\" }",
      "b.lua": "\n\npersona \"me\" { system = \"y\" }",
    ])
    #expect(
      found == [
        #"b.lua:3: persona "me" is declared twice: here and at a.lua:1; rename one"#
      ])
  }

  @Test("Rules of one name are at peace in two files, and not in one [rules 12]")
  func ruleTwice() {
    let rule = #"rule "x" { act = ignore() }"#
    #expect(problems(["a.lua": rule, "b.lua": rule]).isEmpty)
    #expect(
      problems("\(rule)\n\(rule)")
        == [#"a.lua:2: rule "a/x" is declared twice: here and at a.lua:1; rename one"#])
  }

  @Test(
    "A missing persona, hours, delay, monitor or limit: an error at its line [rules 13]",
    arguments: [
      ("act = ai_reply { persona = \"mee\" }", #"ai_reply names persona "mee""#, "me"),
      ("act = reply { \"x\", delay = \"humna\" }", #"reply names delay "humna""#, "human"),
      ("act = ignore(), delay = \"humna\"", #"rule "x" names delay "humna""#, "human"),
      ("act = ignore(), defer = \"wrok\"", #"rule "x" names hours "wrok""#, "work"),
      ("act = ignore(), limit = \"rarly\"", #"rule "x" names limit "rarly""#, "rarely"),
      (
        "act = ignore(), when = { hours = \"wrok\" }", #"when of rule "x" names hours "wrok""#,
        "work"
      ),
      (
        "act = ignore(), when = { monitor = \"poeple\" }",
        #"when of rule "x" names monitor "poeple""#, "people"
      ),
    ])
  func missing(body: String, message: String, right: String) {
    let found = problems(
      """
      monitor "people" { "private" }
      persona "me" { system = "x" }
      delay "human" {} hours "work" { "09:00-17:00" } limit "rarely" { "1/1d" }
      rule "x" { \(body) }
      """)
    #expect(found == ["a.lua:4: \(message), which is not declared; did you mean \"\(right)\"?"])
  }

  @Test("A global assigned: an error that shows the way out [rules 14]")
  func global() {
    #expect(
      problems("limit_of_mine = 3")
        == [
          "a.lua:1: 'limit_of_mine' is global, and rules have no global variables; write "
            + "'local limit_of_mine'"
        ])
  }

  @Test("An unknown name: the right one, or that it is not there [rules 21]")
  func unknownName() throws {
    let misspelt = try #require(problems("moniter 'x' { 'private' }").first)
    #expect(misspelt.hasPrefix("a.lua:1: ") && misspelt.contains("monitor"))
    let absent = try #require(problems("\nlocal t = os.time()").first)
    #expect(absent.hasPrefix("a.lua:2: os is not available in rules; x.now"))
    for name in ["socket", "memories", "rex"] {
      let found = problems("local f = \(name)")
      #expect(found.count == 1 && found[0].contains(name), "\(found)")
    }
  }

  @Test("All problems of all files are reported at once, by file and line [C2]")
  func allAtOnce() {
    let found = problems([
      "b.lua": "rule 'r' { act = reply { text = 'x' }, priority = 'high' }",
      "a.lua": "hours 'h' { '09:00-09:00' }\ndelay 'd' { cap = 'long' }\nlocal = 3",
    ])
    #expect(found.count == 4 || found.count == 5, "\(found)")
    #expect(found.first?.hasPrefix("a.lua:3: ") == true, "\(found)")
    #expect(found.last?.hasPrefix("b.lua:1: ") == true)
  }

  @Test("A syntax error, an endless loop and a memory bomb are each named, and the rest is checked")
  func broken() throws {
    let found = problems([
      "bomb.lua": "local t = {}\nwhile true do t[#t + 1] = ('x'):rep(100000) .. #t end",
      "loop.lua": "\n\nwhile true do end",
      "people.lua": "monitor 'people' { 'private', contact = true }",
      "syntax.lua": "rule \"x\" {\n  act = = ignore(),\n}",
      "uses.lua": "rule 'y' { when = { monitor = 'people' }, act = ignore() }",
    ])
    #expect(found.count == 4, "\(found)")
    #expect(found[0].hasPrefix("bomb.lua:2: "))
    #expect(found[1].hasPrefix("loop.lua:3: "))
    #expect(found[2].hasPrefix(#"people.lua:1: unknown key "contact" in monitor "people""#))
    #expect(found[3].hasPrefix("syntax.lua:2: "))
  }

  @Test("What a broken file declares is not reported as missing elsewhere")
  func lostDeclarations() {
    let found = problems([
      "a.lua": "persona \"me\" { system = \"x\" }\nlocal x = = 1",
      "b.lua": "rule \"y\" { act = ai_reply { persona = \"me\" } }",
    ])
    #expect(found.count == 1 && found[0].hasPrefix("a.lua:2: "), "\(found)")
  }

  @Test("Bytecode, other encodings and oversized files are refused [rules 22]")
  func bytes() {
    func load(_ bytes: [UInt8]) -> [String] {
      do throws(RuleLoadError) {
        _ = try RuleSet.load([RuleSource(path: "a.lua", bytes: bytes)])
        return []
      } catch {
        return error.problems.map(\.description)
      }
    }
    #expect(
      load([0x1B, 0x4C, 0x75, 0x61])
        == ["a.lua:1: is compiled Lua, which is refused; rule files are text"])
    #expect(
      load(Array("-- ok\n-- ".utf8) + [0xFF, 0xFE])
        == ["a.lua:2: is not UTF-8 text; save the file as UTF-8"])
    #expect(load([0xEF, 0xBB, 0xBF] + Array("-- with a mark".utf8)).isEmpty)
    #expect(load(Array(repeating: 0x20, count: 2 << 20)).first?.contains("the most is") == true)
  }

  @Test(
    "A value that does not fit: what was expected, and what was found",
    arguments: [
      (
        "delay 'd' { cap = 'long' }",
        #"cap in delay "d" must be a duration such as "90s" or "1h30m", not "long""#
      ),
      (
        "delay 'd' { jitter = 2 }",
        #"jitter in delay "d" must be a number from 0 to 1, not 2"#
      ),
      (
        "rule 'r' { act = 'hello' }",
        #"act in rule "r" must be an action such as ai_reply {...}, not "hello"; to send a text, write reply "...""#
      ),
      (
        "rule 'r' { act = ignore }",
        #"act in rule "r" must be an action such as ai_reply {...}, not a function; call it: ignore(), mark_read()"#
      ),
      (
        "rule 'r' { when = { chat = 'u:5:-49' }, act = ignore() }",
        #"chat in when of rule "r" must be a chat such as "@name", "u:5" or its number, not "u:5:-49"; leave out what follows the second colon: "u:5""#
      ),
      (
        "rule 'r' {}",
        #"rule "r" has neither act nor run; act = an action, or run = function(m, x) ... end"#
      ),
      (
        "rule 'r' { act = ignore(), run = function() end }",
        #"rule "r" has both act and run; keep one"#
      ),
      (
        "rule 'r' { act = { ignore(), reply 'x' } }",
        #"act of rule "r" does ignore and reply at once; only one action can have the speech slot"#
      ),
      (
        "rule 'r' { phase = 'observe', act = reply 'x' }",
        #"rule "r" is an observer and cannot reply; observers may do what says nothing to the chat: react, mark as read, notify, ..."#
      ),
      (
        "rule 'r' { phase = 'gaurd', act = ignore() }",
        #"phase in rule "r" must be "guard", "decide" or "observe", not "gaurd"; did you mean "guard"?"#
      ),
      (
        "rule 'r' { limit = 'seldom', act = ignore() }",
        #"rule "r" names limit "seldom", which is not declared; no limit is declared"#
      ),
      (
        "monitor 'm' { 'privat' }",
        #"item 1 of monitor "m" must be a kind of chat ("private", "group", ...), "@name", "u:5" or a chat's number, not "privat"; did you mean "private"?"#
      ),
      (
        "monitor 'm' {}",
        #"monitor "m" covers no chat; list kinds or chats: monitor "people" { "private", contacts = true }"#
      ),
      (
        "hours 'h' { '09:00-17:00', zone = 'Europe/Berln' }",
        #"zone in hours "h" must be a time zone of the IANA list, not "Europe/Berln"; did you mean "Europe/Berlin"?"#
      ),
      (
        "hours 'h' { '09:00-17:00', zone = 'Lisbon' }",
        #"zone in hours "h" must be a time zone of the IANA list, not "Lisbon"; did you mean "Europe/Lisbon"?"#
      ),
      (
        "persona 'p' { system = 'I am {{owner.fist_name}}' }",
        #"unknown placeholder {{owner.fist_name}} in persona "p"; did you mean "owner.first_name"?"#
      ),
      (
        "persona 'p' { system = '{{super}} and more' }",
        #"{{super}} in persona "p", which extends no other persona"#
      ),
      (
        "persona 'p' { extends = 'p' }", #"persona "p" extends "p": it extends itself"#
      ),
      (
        "rule 'r' { act = notify 'from {{sender.nmae}}' }",
        #"unknown placeholder {{sender.nmae}} in notify; did you mean "sender.name"?"#
      ),
      ("rule 'r' { act = ai_reply {} }", "ai_reply needs persona: the name of a persona"),
      ("rule 'r' { act = reply {} }", "reply needs a text"),
      (
        "delay 'd' { notice = lognormal('4m', '25s') }",
        "lognormal: the second time must be longer than the first, and the first longer than nothing"
      ),
      (
        "delay 'd' { notice = cps(3) }",
        #"notice in delay "d" cannot go by the length of a text; use a time: lognormal("25s", "4m")"#
      ),
      (
        "account { zone = 'Europe/Berlin' } account {}",
        "account is set twice: here and at a.lua:1; keep one"
      ),
      ("account 'x' {}", "account takes one table and no name: account { ... }"),
      (
        "rule 'a/b' { act = ignore() }",
        #""a/b" cannot be the name of a rule; names are 1 to 64 letters, digits, spaces and . _ - signs"#
      ),
    ])
  func values(text: String, problem: String) {
    #expect(problems(text).first == "a.lua:1: \(problem)")
  }

  @Test("Names that do not exist in personas' chains, three long, are found")
  func personaCycle() {
    let found = problems(
      """
      persona "a" { extends = "b" }
      persona "b" { extends = "a" }
      """)
    #expect(found.first == #"a.lua:1: persona "a" extends "b" extends "a": it extends itself"#)
  }
}
