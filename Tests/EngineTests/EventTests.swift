import Foundation
import Model
import Testing

@testable import Engine

struct EventTests {
  @Test("An event is one flat JSON object a line, and comes back from it")
  func json() throws {
    let event = EngineEvent(
      at: World.start,
      kind: .sent(
        EngineEvent.Sent(
          chat: World.ada, message: 7, randomID: 42, answers: 3, rule: "friends/all",
          text: "see\nyou", attempts: 1)))
    let line = try event.json()
    #expect(
      line == """
        {"answers":3,"at":"2026-01-01T00:00:00.000Z","attempts":1,"chat":"u:20001",\
        "event":"sent","message":7,"random_id":42,"rule":"friends/all","text":"see\\nyou"}
        """)
    #expect(try JSONDecoder().decode(EngineEvent.self, from: Data(line.utf8)) == event)
  }
}
