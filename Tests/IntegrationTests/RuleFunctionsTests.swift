import Engine
import Foundation
import Model
import Sandbox
import Testing

@testable import understudy

extension Integration {
  /// What rules can do beyond answering, through the program and over the wire.
  @Suite("Rules that keep, wait, ask and tell", .timeLimit(.minutes(5)))
  struct RuleFunctionsTests {
    private static func rules(web: String) -> String {
      """
      account { zone = "UTC", hold = "0s", http = "\(web)" }
      monitor "people" { "private", contacts = true }
      rule "joins" { settle = "20s", when = { text = "thought" }, run = function(m, x)
        metric("joined", m.burst)
        return reply(m.burst .. " as one, " .. x.store:incr("bursts") .. " so far")
      end }
      rule "asks" { when = { text = "web" }, run = function(m, x)
        local answer = http.get("http://\(web)/v1/nothing?q=1", {
          headers = { Authorization = { "Bearer ", secret "TRY" } },
        })
        return reply("the web says " .. answer.status)
      end }
      rule "strays" { when = { text = "stray" }, on_error = reply "not there", run = function(m, x)
        return reply(http.get("http://127.0.0.2:1/").body)
      end }
      rule "late" { shadow = true, priority = 5, when = { text = "web" }, act = reply "from the shadow" }
      every "minute" { interval = "1m", run = function(x) return notify("time " .. x.store:incr("times")) end }

      """
    }

    @Test(
      "A burst is one answer, kept values outlive a restart, the web is asked, a timer tells [C6, rules 35, 40]"
    )
    func functions() async throws {
      try await TwinStage.run { stage in
        let web = stage.models.baseURL.replacing("http://", with: "").split(separator: "/")[0]
        try stage.home.write(Self.rules(web: String(web)), to: "home/rules/people.lua")
        let secret = ["UNDERSTUDY_SECRET_TRY": "s3cr3t-of-the-test"]
        let first = try stage.start(environment: secret)
        _ = try await first.ready()
        for text in ["a thought", "and another", "and the last"] { try await stage.write(text) }
        #expect(try await first.answer() == "3 as one, 1 so far")
        try await stage.write("web please")
        #expect(try await first.answer().hasPrefix("the web says 4") == true)
        let why = try await stage.program(["why"])
        #expect(why.output.contains("http.get http://\(web)/v1/nothing: 4"), "\(why.everything)")
        #expect(why.output.contains("shadow  people/late: would reply"), "\(why.everything)")
        try await stage.write("stray")
        #expect(try await first.answer() == "not there")
        let strayed = try await stage.program(["why", "--json"])
        #expect(strayed.output.contains("127.0.0.2:1 is not on the list"), "\(strayed.output)")
        #expect(try await first.stop()?.status == 0)

        let second = try stage.start(environment: secret)
        _ = try await second.ready()
        try await stage.write("one more thought")
        #expect(try await second.answer() == "1 as one, 2 so far")
        _ = try await second.next {
          if case .notice(let notice) = $0 { notice.text.contains("time ") } else { false }
        }
        let timer = try await stage.program(["why", "people/minute"])
        #expect(timer.output.contains("timer people/minute, due"), "\(timer.everything)")
        #expect(timer.output.contains("x.store: times = "), "\(timer.everything)")
        let timers = try await stage.program(["timers", "--json"])
        #expect(timers.output.contains(#""known":true"#), "\(timers.everything)")
        #expect(timers.output.contains(#""text":"notify: “time "#), "\(timers.everything)")
        let status = try await stage.program(["status"])
        #expect(status.output.contains("Counted  joined 4"), "\(status.everything)")
        #expect(try await second.stop()?.status == 0)
        #expect(try !stage.errors.contains("s3cr3t"))
        let database = try Data(contentsOf: stage.home.file("home/understudy.db"))
        #expect(database.range(of: Data("s3cr3t".utf8)) == nil)
      }
    }
  }
}

extension RunningTwin {
  /// The text of the next answer to anybody; lines to the owner do not count.
  fileprivate func answer() async throws -> String {
    let event = try await next {
      if case .sent(let sent) = $0 { sent.answers != nil } else { false }
    }
    guard case .sent(let sent)? = event?.kind else { throw Ended() }
    return sent.text
  }
}
