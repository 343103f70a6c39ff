import Foundation
import Sandbox
import Testing

@testable import understudy

extension Integration {
  /// `reload` and `top` ask the running twin [C5].
  @Suite("Tools beside a running twin", .timeLimit(.minutes(5)))
  struct RunningToolsTests {
    @Test("reload tells what came of it; top tells what rules did; both say when no twin works")
    func reloadAndTop() async throws {
      try await TwinStage.run { stage in
        let alone = try await stage.program(["reload"])
        #expect(alone.status == 1 && alone.errors.contains("No twin works in"))
        let twin = try stage.start()
        _ = try await twin.ready()
        let unchanged = try await stage.program(["reload", "--json"])
        #expect(unchanged.status == 0, "\(unchanged.errors)")
        #expect(unchanged.output.contains(#""state":"unchanged""#))
        let none = try await stage.program(["top", "--once"])
        #expect(none.output.contains("No rule was asked yet."))

        try stage.home.write("rule 'x' { acct = ignore() }", to: "home/rules/broken.lua")
        let refused = try await stage.program(["reload"])
        #expect(refused.status == 1)
        #expect(refused.output.contains("broken.lua:1: unknown key \"acct\" in rule \"x\""))
        #expect(refused.output.contains("Refused: the former rules stay in force."))
        // Nothing has changed since, and it is still refused.
        #expect(try await stage.program(["reload"]).status == 1)

        try stage.home.write(
          "rule 'fails' { when = { text = 'hello' }, priority = 5, run = function() error('no luck') end }",
          to: "home/rules/broken.lua")
        #expect(try await stage.program(["reload"]).status == 0)
        try await stage.write("hello")
        _ = try await twin.sent()
        let top = try await stage.program(["top", "--once", "--json", "--sort", "failed"])
        let lines = top.output.split(separator: "\n")
        #expect(lines.count == 3, "\(top.everything)")
        #expect(lines.first?.contains(#""rule":"broken/fails""#) == true)
        #expect(lines.first?.contains(#""failed":1"#) == true)
        #expect(lines.first?.contains("no luck") == true)
        #expect(lines[1].contains(#""acted":1"#) && lines[1].contains(#""rule":"people/friends""#))
        #expect(lines[2].contains(#""event":"top""#))
        let table = try await stage.program(["top", "--once"])
        #expect(table.output.contains("Last errors:\n  broken/fails: broken.lua:1: no luck"))

        #expect(try await twin.stop()?.status == 0)
        let after = try await stage.program(["top", "--once"])
        #expect(after.status == 1 && after.errors.contains("No twin works in"))
      }
    }
  }
}
