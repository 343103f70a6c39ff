import Foundation
import MTProto
import Model
import Sandbox
import Testing

/// More of what Telethon does in a day.
@Suite("Telethon's errands", .timeLimit(.minutes(5)))
struct TelethonErrandsTests {
  typealias MessageRow = TelethonTests.MessageRow

  @Test("Edits and deletions go both ways")
  func editing() async throws {
    try await Fixtures.withServer { server in
      try await ForeignAgent.with(server) { agent in
        try await TelethonTests.logIn(agent, server)
        let _: [TelethonTests.DialogRow] = try await agent.ask("dialogs")
        let _: Bool = try await agent.ask("listen")
        let alice = server.contact(Cast.alice)
        var seen = alice.observations().makeAsyncIterator()

        let sent: MessageRow = try await agent.ask(
          "send", ["chat": Cast.alice, "text": "at six"])
        let edited: MessageRow = try await agent.ask(
          "edit", ["chat": Cast.alice, "message": sent.id, "text": "at **seven**"])
        #expect(edited.text == "at seven")
        let removed: Int = try await agent.ask(
          "delete", ["chat": Cast.alice, "messages": [sent.id]])
        #expect(removed == 1)
        var noticed: [String] = []
        while noticed.last != "deleted", let observation = await seen.next() {
          switch observation.kind {
          case .message(let arrival): noticed.append(arrival.text)
          case .edited(let message):
            noticed.append("\(message.text) \(message.entities.map(\.kind))")
          case .deleted: noticed.append("deleted")
          default: break
          }
        }
        #expect(noticed == ["at six", "at seven \([TextEntity.Kind.bold])", "deleted"])

        let message = try await alice.send("hm", to: .user(Cast.owner))
        try await alice.edit(message.id, in: .user(Cast.owner), to: "hmm")
        #expect(try await agent.next("edited").text == "hmm")
        try await alice.delete([message.id])
        #expect(try await agent.next("deleted").ids?.count == 1)
      }
    }
  }

  @Test("After a cut Telethon comes back, without initConnection, and gets what it missed [B60]")
  func reconnect() async throws {
    try await Fixtures.withServer { server in
      try await ForeignAgent.with(server) { agent in
        try await TelethonTests.logIn(agent, server)
        let _: [TelethonTests.DialogRow] = try await agent.ask("dialogs")
        let _: Bool = try await agent.ask("listen")
        let alice = server.contact(Cast.alice)
        try await alice.send("before", to: .user(Cast.owner))
        #expect(try await agent.next("message").text == "before")
        await server.cutConnections()
        try await alice.send("meanwhile", to: .user(Cast.owner))
        let _: [String: Value] = try await agent.ask("me")
        let _: Bool = try await agent.ask("catch_up")
        #expect(try await agent.next("message").text == "meanwhile")
        let report = await server.conductReport()
        #expect(report.breaches.contains { $0.rule == .initConnectionMissing })
        #expect(report.excusing(ConductRule.brokenByForeignClients).isFlawless)
      }
    }
  }

  @Test("A session string logs in again without a code, and not after logging out [A17]")
  func sessionString() async throws {
    try await Fixtures.withServer { server in
      let session = try await ForeignAgent.with(server) { agent in
        try await TelethonTests.logIn(agent, server)
        return try await agent.ask("session", as: String.self)
      }
      try await ForeignAgent.with(server, session: session) { agent in
        let isAuthorized: Bool = try await agent.ask("connect")
        #expect(isAuthorized)
        let isLoggedOut: Bool = try await agent.ask("log_out")
        #expect(isLoggedOut)
      }
      try await ForeignAgent.with(server, session: session) { agent in
        let isAuthorized: Bool = try await agent.ask("connect")
        #expect(!isAuthorized)
      }
    }
  }

  @Test("People are found by name, contacts listed, history searched; what is not served says so")
  func lookingUp() async throws {
    try await Fixtures.withServer { server in
      try await server.contact(Cast.ben).send("a zeppelin!", to: .user(Cast.owner))
      try await ForeignAgent.with(server) { agent in
        try await TelethonTests.logIn(agent, server)
        #expect(try await agent.ask("resolve", ["name": "benokafor"]) == Cast.ben)
        #expect(try await agent.ask("resolve", ["name": "harbourcitynews"]) == Cast.news.marked)
        let nobody = await #expect(throws: ForeignAgent.Failure.self) {
          try await agent.ask("resolve", ["name": "nobodyhere"], as: Int64.self)
        }
        #expect(nobody?.text.contains("nobodyhere") == true)
        let contacts: [Int64] = try await agent.ask("contacts")
        #expect(contacts == [Cast.alice, Cast.ben, Cast.clara, Cast.dmitri, Cast.emma, Cast.felix])
        let found: [MessageRow] = try await agent.ask(
          "history", ["chat": Cast.ben, "search": "Zeppelin"])
        #expect(found.map(\.text) == ["a zeppelin!"])
        let unknown = await #expect(throws: ForeignAgent.Failure.self) {
          try await agent.ask("unknown", as: String.self)
        }
        #expect(
          unknown?.text.contains("METHOD_INVALID") == true || unknown?.name == "MethodInvalidError")
        let _: [String: Value] = try await agent.ask("me")
      }
    }
  }

  @Test("A bot logs in by its token and answers")
  func bot() async throws {
    try await Fixtures.withServer { server in
      let token = try #require(await server.look { $0.people[Cast.weatherBot]?.botToken })
      try await ForeignAgent.with(server) { agent in
        let _: Bool = try await agent.ask("connect")
        #expect(try await agent.ask("bot", ["token": token]) == Cast.weatherBot)
        let _: Bool = try await agent.ask("listen")
        let alice = server.contact(Cast.alice)
        var arrivals = alice.arrivals().makeAsyncIterator()
        try await alice.send("/today", to: .user(Cast.weatherBot))
        #expect(try await agent.next("message").text == "/today")
        let _: MessageRow = try await agent.ask(
          "send", ["chat": Cast.alice, "text": "light rain"])
        #expect(await arrivals.next()?.text == "light rain")
      }
    }
  }
}
