import Fetch
import Foundation
import Model
import Testing

@testable import Sandbox

/// docs/sandbox.md, read as the reader's shell would.
@Suite("docs/sandbox.md", .timeLimit(.minutes(1)))
struct ControlDocTests {
  struct Example {
    let method: FetchRequest.Method
    let path: String
    let body: String?

    /// `curl -X DELETE 127.0.0.1:4431/faults -d '{}'`
    init?(_ line: Substring) {
      guard line.hasPrefix("curl ") else { return nil }
      let sides = line.split(separator: " -d '", maxSplits: 1)
      let words = sides[0].split(separator: " ").map {
        $0.trimmingCharacters(in: .init(charactersIn: "'"))
      }
      // What is sent to another port is about the AI providers.
      guard let address = words.last, address.hasPrefix("127.0.0.1:4431"),
        let slash = address.firstIndex(of: "/")
      else { return nil }
      path = String(address[slash...])
      body = sides.count > 1 ? String(sides[1].dropLast()) : nil
      let named = words.firstIndex(of: "-X").map { words[$0 + 1] }
      guard
        let method = FetchRequest.Method(rawValue: named ?? (body == nil ? "GET" : "POST"))
      else { return nil }
      self.method = method
    }
  }

  private static func text() throws -> String {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return try String(contentsOf: root.appending(path: "docs/sandbox.md"), encoding: .utf8)
  }

  @Test("Every example works; every fault and everything else there is has one")
  func examples() async throws {
    let text = try Self.text()
    let examples = text.split(separator: "\n").compactMap(Example.init)
    for entry in FaultCatalogue.entries {
      #expect(
        examples.contains { $0.body?.contains("\"fault\": \"\(entry.name)\"") == true },
        "\(entry.name) has no example")
    }
    for route in ControlRoute.all {
      let start = route.path.replacing("*", with: "")
      #expect(
        examples.contains { $0.method.rawValue == route.method && $0.path.hasPrefix(start) },
        "\(route.method) \(route.path) has no example")
    }
    try await ControlTests.run { server, call in
      for _ in 0..<3 { try await server.contact(Cast.alice).send("hm", to: .user(Cast.owner)) }
      for example in examples {
        let answer = try await call(example.method, example.path, example.body)
        // What names a message by its number may name none here.
        let isFine = answer.status < 300 || answer.status == 409
        #expect(isFine, "\(example.path) \(example.body ?? ""): \(answer.error)")
      }
    }
  }
}
