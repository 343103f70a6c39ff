import Foundation
import Testing

@testable import understudy

extension Integration {
  /// `understudy console`, from a pipe [C5].
  @Suite("understudy console", .timeLimit(.minutes(5)))
  struct ConsoleTests {
    private let home: TemporaryHome

    init() throws {
      home = try TemporaryHome()
      try home.write(
        """
        account { zone = "Europe/Berlin" }
        monitor "people" { "private", contacts = true }
        monitor "groups" { "group", only = "mentions" }
        hours "night" { "22:00-06:00" }
        delay "slow" { notice = "30s", reading = "10s", typing = "5s" }
        persona "me" { system = "You are {{owner.first_name}}." }

        rule "night" {
          priority = 5,
          when = { monitor = "people", hours = "night" },
          act = reply "good night",
        }
        rule "hello" { when = { monitor = "people", text = "hello" }, act = reply { "hi {{sender.first_name}}", delay = "slow" } }
        rule "voice" { when = { monitor = "people", media = "voice" }, act = react "👂" }
        rule "asks" { when = { monitor = "groups" }, run = function(m) return reply(ai.complete { persona = "me" }) end }
        """, to: "set/a.lua")
    }

    private func answers(to lines: String...) async throws -> String {
      let outcome = try await Program.run(
        ["console", home.file("set").path], home: home, input: lines)
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(outcome.errors == "")
      return outcome.output
    }

    @Test("A message is decided as in life: people, chats, media, the owner, the clock, the model")
    func messages() async throws {
      let text = try await answers(
        to: #"say "hello there" from alice"#, "why", #"say "hello" from stranger bob"#,
        #"say "" from alice with voice"#, #"ai "so it is""#,
        #"say "is it?" from "Ada Lovelace" in group "Book club" mentioning"#, "ai off",
        #"say "or not?" from ada in group "Book club" mentioning"#, "at mon 23:30",
        #"say "hello" from @carl"#, #"owner "wait""#, #"say "hello" from @carl"#, "wait 16m",
        #"say "hello" from @carl"#, "now")
      try Golden.expect(text, is: "console/messages.txt")
    }

    @Test("Any other line is Lua, in the sandbox and with m and x of the last message")
    func lua() async throws {
      let text = try await answers(
        to: "1 + 1, 'a'", #"text.fold("ÄB")"#, #"say "hello" from alice"#,
        "m.sender.name, x.today.weekday", "m.chat.titel", "x.note('seen') return { 1, k = true }",
        "local n = 0 for i = 1, 10 do n = n + i end return n", #"ai.complete { persona = "me" }"#,
        "os.exit()", "y = 1", "while true do end", "1 +", "reply 'x'", "rule 'x' {}",
        "end rule 'y' {")
      try Golden.expect(text, is: "console/lua.txt")
    }

    @Test("What the web and Telegram answer is set, and what rules log is seen")
    func answersOfOthers() async throws {
      try home.write(
        """
        account { zone = "UTC", http = "api.example.org", tg = "users.getFullUser" }
        monitor "people" { "private" }
        every "evening" { at = "mon-fri 18:00", run = function(x) log("evening", x.today.weekday) end }
        rule "web" { when = { text = "web" }, run = function(m, x)
          local answer = http.get("https://api.example.org/x")
          log("status", answer.status)
          return reply(answer.body)
        end }
        rule "tg" { when = { text = "who" }, run = function(m, x)
          local found = tg.call("users.getFullUser", { id = m.sender.id })
          return reply(found and found.about or "refused")
        end }
        """, to: "set/a.lua")
      let text = try await answers(
        to: #"say "web""#, #"http https://api.example.org/x 404 "gone""#, #"say "web""#,
        "http https://api.example.org/x '{\"a\": 1}'", #"say "web""#, "http off", #"say "web""#,
        #"say "who""#, #"tg users.getFullUser {"about": "sailor"}"#, #"say "who""#,
        "tg users.getFullUser error FLOOD_WAIT_17", #"say "who""#, "http nonsense", "tg x",
        "timers",
        "at 18:00", "at mon 10:00", "at 2026-03-02 10:00", #"log("seen", 1)"#)
      try Golden.expect(text, is: "console/answers.txt")
    }

    @Test("Lists, shows and reloads; mistakes are told and the console goes on")
    func listing() async throws {
      let text = try await answers(
        to: "rules", "hours", "limits", "show night", "show me", "show nobody", "say hello",
        #"say "x" form alice"#, #"say "x" in space"#, #"say "x" with tuba"#, #"say "open"#,
        "at noon",
        "at mon 01:00", "wait for it", "why", "", "-- a comment", "help", "quit", "rules")
      try Golden.expect(text, is: "console/listing.txt")
    }

    @Test("Rules with problems are told, and reload takes up what was mended")
    func broken() async throws {
      try home.write("rule 'a' { whem = {} }", to: "bad/a.lua")
      let outcome = try await Program.run(
        ["console", home.file("bad").path], home: home,
        input: [#"say "x""#, "1 + 1", "rules", "reload"])
      #expect(outcome.status == 0)
      #expect(outcome.output.contains("a.lua:1: unknown key \"whem\""))
      #expect(outcome.output.contains("Mend them, then: reload"))
      #expect(try await Program.run(["console", "/no/such"], home: home).status == 2)
    }

    @Test("Tab completes words of the console, of Lua and of the rules")
    func completion() {
      let words = ["reload", "reply", "rules", "m.sender.name", "m.sender.id", "text.fold"]
      #expect(ConsoleCompletion.of("re", words: words).words == ["reload", "reply"])
      #expect(ConsoleCompletion.of("re", words: words).typed == 2)
      #expect(ConsoleCompletion.of("return (m.sender.n", words: words).words == ["m.sender.name"])
      #expect(ConsoleCompletion.of("return (m.sender.n", words: words).typed == 10)
      #expect(ConsoleCompletion.of("rules ", words: words).words == [])
      #expect(ConsoleCompletion.of("ж", words: words).typed == 2)
    }
  }
}
