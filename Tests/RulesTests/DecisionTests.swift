import Model
import Rules
import Testing

@Suite("Which rule wins, and why", .timeLimit(.minutes(5)))
struct DecisionTests {
  private func decide(
    _ text: String, _ input: DecisionInput = Sample.input("hello"), host: TestHost = TestHost()
  ) async throws -> Ruling {
    await (try load(text)).recorded(input, host: host)
  }

  @Test("Two rules claim speech: one speaks, the other is told to be outranked [C7, rules 29]")
  func twoSpeakers() async throws {
    let ruling = try await decide(
      """
      rule "low" { act = reply "low" }
      rule "high" { priority = 5, act = reply "high", because = "it matters" }
      """)
    #expect(ruling.actions == [.reply(text: "high", quotes: false)])
    #expect(ruling.outcomes == ["high won", "low outranked"])
    #expect(ruling.why("a/low") == "a/high speaks")
    #expect(ruling.reason == "it matters")
  }

  @Test("The closer when is asked first: chat id, list, person, monitor, kind, anything")
  func specificity() async throws {
    let ruling = try await decide(
      """
      rule "anything" { also = true, act = notify "x" }
      rule "kind" { also = true, when = { kind = "private" }, act = notify "x" }
      rule "monitor" { also = true, when = { monitor = "people" }, act = notify "x" }
      rule "asked" { also = true, when = { monitor = "people", question = false }, act = notify "x" }
      rule "person" { also = true, when = { sender = 5 }, act = notify "x" }
      rule "list" { also = true, when = { chat = { 5, 6 } }, act = notify "x" }
      rule "chat" { also = true, when = { chat = "@bo_ek" }, act = notify "x" }
      """)
    #expect(
      ruling.plan.claims.map(\.rule) == [
        "a/chat", "a/list", "a/person", "a/asked", "a/monitor", "a/kind", "a/anything",
      ])
  }

  @Test("Where all else is equal, file and line decide")
  func fileAndLine() async throws {
    let set = try load([
      "b.lua": #"rule "first" { act = reply "b" }"#,
      "a.lua": people
        + "rule \"second\" { act = reply \"2\" }\nrule \"third\" { act = reply \"3\" }",
    ])
    let ruling = await set.recorded(Sample.input("x"), host: TestHost())
    #expect(ruling.considered.map(\.rule) == ["a/second", "a/third", "b/first"])
  }

  @Test("A guard ignores: nothing is said, its notice is, and all below is silent [rules 30]")
  func guardIgnores() async throws {
    let ruling = try await decide(
      """
      rule "talk" { priority = 1000, act = reply "x" }
      rule "tap" { also = true, act = react "👍" }
      rule "watch" { phase = "observe", act = notify "seen" }
      rule "money" {
        phase = "guard", when = { text = "hello" },
        act = { ignore(), notify "money request from {{sender.first_name}}" },
      }
      """)
    #expect(ruling.actions == [.ignore, .notify(text: "money request from Bo")])
    #expect(ruling.outcomes == ["money won", "talk skipped", "tap skipped", "watch skipped"])
    #expect(ruling.why("a/talk") == "a/money ignores the message")
  }

  @Test("A guard that does not ignore leaves the floor to the others")
  func mildGuard() async throws {
    let ruling = try await decide(
      """
      rule "talk" { act = reply "x" }
      rule "flag" { phase = "guard", act = notify "hm" }
      """)
    #expect(ruling.outcomes == ["flag won", "talk won"])
  }

  @Test("After speech only rules with also are asked, and observers")
  func also() async throws {
    let ruling = try await decide(
      """
      rule "talk" { priority = 9, act = reply "x" }
      rule "tap" { act = react "👍" }
      rule "tick" { also = true, act = { mark_read(), react "🔥" } }
      rule "watch" { phase = "observe", act = { react "👎", notify "seen" } }
      """)
    #expect(ruling.outcomes == ["talk won", "tap skipped", "tick won", "watch won"])
    #expect(ruling.plan.claims.map(\.action.name) == ["reply", "mark_read", "react", "notify"])
    #expect(ruling.why("a/watch") == "rule a/watch applies; react: a/tick has the reaction slot")
  }

  @Test("A limit is counted by stored decisions, in the chat or in all, and is shared by name")
  func limits() async throws {
    let text = """
      limit "rarely" { "2/1h per chat", "5/1d" }
      rule "one" { limit = "1/30m per chat", act = react "👍" }
      rule "two" { limit = "rarely", act = reply "x" }
      rule "three" { limit = "rarely", phase = "observe", act = notify "x" }
      """
    let host = TestHost(claims: { rule, chat, _ in rule == "a/one" || chat == nil ? 1 : 0 })
    let ruling = try await decide(text, host: host)
    #expect(ruling.outcomes == ["one limited", "two won", "three won"])
    #expect(ruling.why("a/one") == "1/30m per chat is reached")
    #expect(
      host.seen.counted.prefix(3) == [
        "a/one u:5 2026-03-02T09:30:00.000Z", "a/two u:5 2026-03-02T09:00:00.000Z",
        "a/three u:5 2026-03-02T09:00:00.000Z",
      ])
    let busy = try await decide(text, host: TestHost(claims: { _, chat, _ in chat == nil ? 3 : 0 }))
    #expect(busy.outcomes == ["one won", "two limited", "three limited"])
    #expect(busy.why("a/two") == #"limit "rarely" (2/1h per chat, 5/1d) is reached"#)
  }

  @Test("A store that cannot count fails the rule, and the others still run")
  func limitFails() async throws {
    struct Broken: Error {}
    let ruling = try await decide(
      #"rule "a" { limit = "1/1h", act = reply "a" } rule "b" { when = {}, act = reply "b" }"#,
      host: TestHost(claims: { _, _, _ in throw Broken() }))
    #expect(ruling.outcomes == ["a failed", "b won"])
    #expect(ruling.problems.count == 1)
  }

  @Test(
    "Personas arrive complete: extended, with the owner's name, and never with a contact's [D7]")
  func personas() async throws {
    let ruling = try await decide(
      """
      persona "base" { system = "I am {{owner.name}}.", never = "love", temperature = 0.5, length = 100 }
      persona "work" { extends = "base", system = "{{super}} Busy.", never = { "deal" }, model = "m", language = "en" }
      rule "r" { act = ai_reply { persona = "work", instruction = "Say {{owner.first_name}}", history = 3, quote = true } }
      """)
    #expect(
      ruling.actions == [
        .aiReply(
          Composition(
            persona: Persona(
              name: "work", system: "I am Ada Lovelace. Busy.", language: "en", model: "m",
              temperature: 0.5, maximumLength: 100, never: ["love", "deal"]),
            instruction: "Say Ada", historyLength: 3, quotes: true))
      ])
    #expect(
      problems("persona 'p' { system = 'to {{sender.name}}' }").first?.contains(
        "unknown placeholder")
        == true)
  }

  @Test("A long message is cut in templates, and says so")
  func longTemplates() async throws {
    let set = try load(#"rule "r" { act = notify "{{message.text}}" }"#)
    func line(_ count: Int) async -> String? {
      let text = String(repeating: "é", count: count)
      let ruling = await set.decide(Sample.input(text), host: TestHost())
      return if case .notify(let line)? = ruling.actions.first { line } else { nil }
    }
    #expect(await line(300) == String(repeating: "é", count: 300))
    #expect(await line(301) == String(repeating: "é", count: 299) + "…")
  }

  @Test("Contacts' words are filled into texts once, and are not filled in themselves")
  func templates() async throws {
    let ruling = try await decide(
      #"rule "r" { act = notify "{{sender.name}}: {{message.text}}" }"#,
      Sample.input("hi {{owner.username}}"))
    #expect(ruling.actions == [.notify(text: "Bo Ek: hi {{owner.username}}")])
  }

  @Test("The same message decides the same, however often")
  func repeats() async throws {
    let set = try load(#"rule "r" { run = function(m) return reply("" .. math.random(1000)) end }"#)
    let first = await set.decide(Sample.input("x"), host: TestHost())
    #expect(await set.decide(Sample.input("x"), host: TestHost()) == first)
    #expect(await set.decide(Sample.input("x", id: 7), host: TestHost()) != first)
  }
}
