import Foundation
import Model
import Sandbox
import Testing

@testable import understudy

extension Integration {
  struct MarkupTests {
    @Test(
      "Markdown and HTML arrive as entities, and history shows them with their offsets",
      .timeLimit(.minutes(5)))
    func markup() async throws {
      try await TwinStage.run { stage in
        func run(_ arguments: [String]) async throws -> Program.Outcome {
          try await Program.run(arguments, home: stage.home, environment: stage.environment)
        }
        var arrivals = stage.server.contact(Cast.alice).arrivals().makeAsyncIterator()
        let markdown = try await run([
          "send", "@alicemoreno", "--markdown",
          " 👨‍👩‍👧 *see _שלום_* [me](tg://user?id=\(Cast.owner))\n>quoted||",
        ])
        try #require(markdown.status == 0, "\(markdown.errors)")
        let first = try #require(await arrivals.next()).message
        #expect(first.text == "👨‍👩‍👧 see שלום me\nquoted")
        #expect(
          first.entities == [
            TextEntity(kind: .bold, offset: 9, length: 8),
            TextEntity(kind: .italic, offset: 13, length: 4),
            TextEntity(kind: .mentionName, offset: 18, length: 2, argument: "\(Cast.owner)"),
            TextEntity(kind: .expandableBlockquote, offset: 21, length: 6),
          ])
        let html = try await run([
          "send", "@alicemoreno", "--html",
          "<pre><code class=\"language-swift\">1 &lt; 2</code></pre>",
        ])
        try #require(html.status == 0, "\(html.errors)")
        #expect(await arrivals.next()?.text == "1 < 2")
        let history = try await run(["history", "@alicemoreno", "--limit", "2", "--json"])
        let rows = try history.output.split(separator: "\n").map {
          try JSONDecoder().decode(Entities.self, from: Data($0.utf8))
        }
        #expect(rows.map(\.entities.count) == [4, 1])
        #expect(
          rows.last?.entities == [
            TextEntity(kind: .pre, offset: 0, length: 5, argument: "swift")
          ])
        let unknown = try await run([
          "send", "me", "--html", "<a href=\"tg://user?id=77\">x</a>",
        ])
        #expect(unknown.status == CommandStatus.problems.rawValue)
        #expect(unknown.errors.contains("u:77"))
      }
    }

    private struct Entities: Decodable {
      let entities: [TextEntity]
    }
  }
}
