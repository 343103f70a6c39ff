import Rules
import Testing

@Suite("What newcomers get wrong is answered with how it is written")
struct TeachingTests {
  @Test(
    "A limit in plain words",
    arguments: [
      ("1 per hour", #"write "1/1h per chat", or "1/1h" for all chats together"#),
      ("3/hour", #"write "3/1h per chat", or "3/1h" for all chats together"#),
      ("once a day", #"write "1/1d per chat", or "1/1d" for all chats together"#),
      ("2 per day per chat", #"write "2/1d per chat""#),
      ("1/30m per caht", #"write "1/30m per chat""#),
      ("5", #"write "5/30m per chat", or "5/30m" for all chats together"#),
    ])
  func limits(limit: String, hint: String) {
    #expect(
      problems("monitor 'p' { 'private' }\nrule 'r' { limit = '\(limit)', act = ignore() }") == [
        "a.lua:2: limit in rule \"r\" must be a limit such as \"1/30m per chat\" or the name of one, not "
          + "\"\(limit)\"; \(hint)"
      ])
  }

  @Test("The bad one of many words")
  func words() {
    #expect(
      problems("monitor 'p' { 'private' }\nfilter 'f' { text = any_word {\n 'a',\n '!!',\n 5 } }")
        == [
          #"a.lua:4: item 2 of any_word has no letter or digit to look for in "!!"; any_word { "money", "bank account" }"#,
          #"a.lua:5: item 3 of any_word must be a word or a phrase, not 5; any_word { "money", "bank account" }"#,
        ])
  }

  @Test(
    "Signs of patterns that are not looked for",
    arguments: [
      (
        "*pay",
        #"finds "pay" as it stands; * stands for any ending, and works as the last sign alone"#
      ),
      (
        "pay*ment",
        #"finds "pay ment" as it stands; * stands for any ending, and works as the last sign alone"#
      ),
      ("pay.*", #"finds "pay" as it stands; for a regular expression write re "...""#),
      ("rent|bill", #"finds "rent bill" as it stands; for a regular expression write re "...""#),
    ])
  func wildcards(word: String, effect: String) throws {
    let set = try load([
      "a.lua": "monitor 'p' { 'private' }\nfilter 'f' { text = any_word { 'a', '\(word)' } }"
    ])
    #expect(
      set.warnings.map(\.description) == [#"a.lua:2: item 2 of any_word, "\#(word)", \#(effect)"#])
    let plain = try load(["a.lua": "monitor 'p' { 'private' }\nfilter 'f' { text = '\(word)' }"])
    #expect(
      plain.warnings.map(\.description) == [
        #"a.lua:2: text in filter "f", "\#(word)", \#(effect)"#
      ])
  }

  @Test("Words that are meant as they stand are not doubted")
  func plainWords() throws {
    let words = ["pay*", "how much?", "c++", "it's", "50%-off", "a+b", "$ 5", "größe*"]
    let list = words.map { "\"\($0)\"" }.joined(separator: ", ")
    let set = try load([
      "a.lua": "monitor 'p' { 'private' }\nfilter 'f' { text = any_word { \(list) } }"
    ])
    #expect(set.warnings.isEmpty)
  }

  @Test(
    "A path that leads to no file",
    arguments: [
      ("lib.txet", #"did you mean require "lib.text"?"#),
      ("./lib/text", #"did you mean require "lib.text"?"#),
      ("text", #"did you mean require "lib.text"?"#),
      ("rules/lib/text.lua", #"did you mean require "lib.text"?"#),
      (
        "quite.another", #"require "lib.text" is lib/text.lua, from the top of the folder of rules"#
      ),
    ])
  func paths(path: String, advice: String) {
    #expect(
      problems(["a.lua": "local t = require '\(path)'", "lib/text.lua": "return {}"]) == [
        "a.lua:1: there is no file for require \"\(path)\"; \(advice)"
      ])
  }

  @Test("A placeholder of the sender is not taken for one of the owner")
  func placeholders() throws {
    #expect(
      problems("monitor 'p' { 'private' }\nrule 'r' { act = reply 'hi {{sender.lastname}}' }") == [
        #"a.lua:2: unknown placeholder {{sender.lastname}} in reply; did you mean "sender.last_name"?"#
      ])
    #expect(
      problems("monitor 'p' { 'private' }\nrule 'r' { act = reply 'hi {{sender.phone}}' }") == [
        "a.lua:2: unknown placeholder {{sender.phone}} in reply; there are sender.first_name, "
          + "sender.last_name, sender.name, sender.username"
      ])
  }

  @Test("The sender's last name can be written")
  func lastName() async throws {
    let set = try load("rule 'r' { act = reply 'Dear {{sender.last_name}}' }")
    let ruling = await set.decide(Sample.input("hello"), host: TestHost())
    #expect(ruling.actions.count == 1)
    #expect(!"\(ruling.actions)".contains("{{"))
  }

  @Test(
    "Characters that word processors put in",
    arguments: [
      (
        "rule “r” { act = ignore() }",
        "typographic quotes (“) stand here; Lua takes straight ones alone: \"...\""
      ),
      (
        "rule \"r\" { act = reply ‘x’ }",
        "typographic quotes (‘) stand here; Lua takes straight ones alone: \"...\""
      ),
      (
        "rule \"r” { act = ignore() }",
        "typographic quotes (”) stand here; Lua takes straight ones alone: \"...\""
      ),
      (
        "rule \"“fine”\" “",
        "typographic quotes (“) stand here; Lua takes straight ones alone: \"...\""
      ),
      (
        "local a =\u{a0}1",
        "an invisible character (U+00A0) stands here, outside of any text; write the line anew"
      ),
      (
        "local größe = 1",
        "ö (U+00F6) stands here, outside of any text; texts stand in quotes; names are of the letters a to z, digits and _"
      ),
    ])
  func strays(line: String, message: String) {
    #expect(problems("-- “quoted” in a comment\n\(line)") == ["a.lua:2: \(message)"])
    #expect(
      problems(["a.lua": "local b = require 'b'", "b.lua": "\r\n\(line)"]) == [
        "b.lua:2: \(message)"
      ])
  }

  @Test(
    "What other languages write gets a hint of how Lua writes it",
    arguments: [
      ("if a = 'hi' then end", "'then' expected near '='", "to compare, write =="),
      ("while f(a) = 1 do end", "'do' expected near '='", "to compare, write =="),
      (
        "f('hi', delay = 'x')", "')' expected near '='",
        "to compare, write ==; what has a name stands in braces: reply { \"...\", delay = \"...\" }"
      ),
      (
        "if a != 1 then end", "'then' expected near '!'",
        "Lua writes ~= in place of !=, and not in place of !"
      ),
      (
        "if !a then end", "unexpected symbol near '!'",
        "Lua writes ~= in place of !=, and not in place of !"
      ),
      ("if a && b then end", "unexpected symbol near '&'", "Lua writes and in place of &&"),
      ("if a || b then end", "unexpected symbol near '|'", "Lua writes or in place of ||"),
      (
        "n += 1", "syntax error near '+'",
        "Lua has no +=; write n = n + ..., with the name on both sides"
      ),
      (
        "s ..= 'x'", "syntax error near '..'",
        "Lua has no ..=; write n = n .. ..., with the name on both sides"
      ),
      ("n++", "syntax error near '+'", "Lua has no ++; write n = n + 1"),
      ("// a comment", "unexpected symbol near '//'", "a comment begins with --"),
      (
        "t = { \"a\": 1 }", "'}' expected near ':'",
        "a key and its value are joined by =, not by a colon"
      ),
    ])
  func otherLanguages(line: String, message: String, hint: String) {
    #expect(problems("local a, n\n\(line)") == ["a.lua:2: \(message); \(hint)"])
  }

  @Test(
    "What is not closed, or not parted, gets a hint of where",
    arguments: [
      (
        "rule 'r' {\n when = {},\n run = f\n act = 1 }",
        "4: '}' expected (to close '{' at line 1) near 'act'; a comma is missing before it, or the } "
          + "that closes the { at line 1"
      ),
      (
        "f { 'a' 'b' }",
        "1: '}' expected near ''b''; a comma is missing before it, or the } that closes a { in this line"
      ),
      (
        "rule 'r' {\n act = ignore()\nrule 's' {}",
        "3: '}' expected (to close '{' at line 1) near 'rule'; the { at line 1 is not closed before this"
      ),
      (
        "local function f(m)\n if m then\n return 1\nend\n",
        "5: 'end' expected (to close 'function' at line 1) near <eof>; the function at line 1 has no end "
          + "of its own"
      ),
      (
        "if a then\n b()\nelse if c then\n d()\nend\n",
        "6: 'end' expected (to close 'if' at line 1) near <eof>; the if at line 1 has no end of its own; "
          + "else if opens one more, elseif does not"
      ),
      (
        "rule 'r' { run = function(m) return 1 }",
        "1: 'end' expected near '}'; a function, if, for or while in this line has no end of its own"
      ),
      (
        "local function f(m)\n return 1\n g()\nend",
        "3: 'end' expected (to close 'function' at line 1) near 'g'; return is the last thing before an "
          + "end: what follows it would never be done"
      ),
      (
        "if a then b() end\nend",
        "2: <eof> expected near 'end'; this end closes nothing: there is one too many, here or above"
      ),
    ])
  func unclosed(text: String, message: String) {
    #expect(problems(text) == ["a.lua:\(message)"])
  }

  @Test("An error of one's own that sounds like one of syntax is left as it is")
  func ownErrors() {
    #expect(problems("error 'no more near \"a\"'") == ["a.lua:1: no more near \"a\""])
  }

  @Test(
    "Tabs, the ends of lines of Windows and a byte order mark load, and lines are counted right")
  func ends() throws {
    let text =
      "\u{feff}monitor \"p\" { \"private\" }\r\n\r\nrule \"r\" {\r\n\twhen = { monitor = \"p\" },\r\n\tact = ignore(),\r\n}\r\n"
    #expect(try load(["a.lua": text]).warnings.isEmpty)
    #expect(
      problems(text.replacing("act =", with: "atc =")).contains(
        #"a.lua:5: unknown key "atc" in rule "r"; did you mean "act"?"#))
    #expect(
      problems("\u{feff}local function f()\r\n\treturn\trepyl 'x'\r\nend") == [
        "a.lua:2: unknown name 'repyl'; did you mean 'reply'?"
      ])
  }

  @Test("A monitor of a kind and of titles, which add up")
  func monitors() throws {
    let warnings = try load(["a.lua": "monitor 'm' { 'private', 'group', titles = 'Football' }"])
      .warnings.map(\.description)
    #expect(
      warnings == [
        "a.lua:1: monitor \"m\" reads every group, whatever its titles say: what a monitor lists adds up; leave "
          + "out \"group\" to read those with the titles alone; or leave out titles"
      ])
    for fine in [
      "'private', titles = 'Football'", "'group', exclude = 'bot'", "'@a', titles = 'X'",
    ] {
      #expect(try load(["a.lua": "monitor 'm' { \(fine) }"]).warnings.isEmpty)
    }
  }
}
