import MTProto
import Model
import Sandbox
import TelegramSchema
import Testing

@Suite("Faults", .timeLimit(.minutes(5)))
struct FaultTests {
  @Test("Sent, and the answer lost: the same random id again gives one message [A20, D1]")
  func lostAnswer() async throws {
    try await ServerTests.loggedIn { server, client in
      var arrivals = server.contact(Cast.alice).arrivals().makeAsyncIterator()
      var calls = server.executedCalls().makeAsyncIterator()
      await server.plan(.loseAnswer, for: "messages.sendMessage")
      async let lost = ServerTests.send("once", from: client, 99, server)
      #expect(await calls.next()?.method == "messages.sendMessage")
      await server.cutConnections()
      do {
        _ = try await lost
        Issue.record("the lost answer arrived")
      } catch is WireClient.Closed {}

      let identity = try #require(await client.exchanged)
      try await WireClient.with(server, as: identity) { second in
        try await ServerTests.send("once", from: second, 99, server)
        try await ServerTests.send("another", from: second, 100, server)
      }
      #expect(await arrivals.next()?.text == "once")
      #expect(await arrivals.next()?.text == "another")
    }
  }

  @Test("Cut between execution and answer: the session's next connection gets the answer")
  func cutBeforeAnswer() async throws {
    try await ServerTests.loggedIn { server, client in
      await server.plan(.cutBeforeAnswer, for: "messages.sendMessage")
      await #expect(throws: WireClient.Closed.self) {
        try await ServerTests.send("once", from: client, 99, server)
      }
      let session = try #require(await client.session)
      try await WireClient.with(server, continuing: session) { second in
        _ = try await second.call(Methods.Updates.GetState())
        #expect(await second.unclaimedAnswers == 1)
      }
      let sent = await server.look {
        $0.search("once", in: .user(Cast.alice), for: Cast.owner, HistoryQuery(limit: 10)).total
      }
      #expect(sent == 1)
    }
  }

  @Test("A held answer comes when it is released, and others do not wait for it")
  func heldAnswer() async throws {
    try await ServerTests.loggedIn { server, client in
      await server.plan(.holdAnswer, for: "updates.getState")
      var calls = server.executedCalls().makeAsyncIterator()
      async let state = client.call(Methods.Updates.GetState())
      #expect(await calls.next()?.method == "updates.getState")
      _ = try await client.call(Methods.Help.GetNearestDc())
      await server.releaseAnswers()
      #expect(try await state.pts > 0)
    }
  }

  @Test("A planned refusal is the answer, and nothing is done")
  func refusal() async throws {
    try await ServerTests.loggedIn { server, client in
      await server.plan(.refuse(Refusal(420, "FLOOD_WAIT_17")), for: "updates.getState", times: 2)
      for _ in 1...2 {
        #expect(try await client.refusal(of: Methods.Updates.GetState()) == "FLOOD_WAIT_17")
      }
      _ = try await client.call(Methods.Updates.GetState())
      #expect(await server.calls.count { $0.refusal?.code == 420 } == 2)
    }
  }

  @Test("While connections are refused, none stands")
  func refusedConnections() async throws {
    try await Fixtures.withServer { server in
      await server.refuseConnections(true)
      await #expect(throws: (any Error).self) {
        try await WireClient.with(server) { try await $0.exchangeKeys() }
      }
      await server.refuseConnections(false)
      _ = try await WireClient.with(server) { try await $0.exchangeKeys() }
    }
  }

  @Test("What is pushed while a session has no connection comes with its next one [B60]")
  func awayAndBack() async throws {
    try await ServerTests.loggedIn { server, client in
      await server.cutConnections()
      for await _ in client.updates {}
      try await server.contact(Cast.alice).send("while away", to: .user(Cast.owner))
      let session = try #require(await client.session)
      try await WireClient.with(server, continuing: session) { second in
        // A new connection says nothing by itself; the client's first packet shows the session.
        _ = try await second.call(Methods.Updates.GetState())
        var updates = second.updates.makeAsyncIterator()
        #expect(ServerTests.text(await updates.next()) == "while away")
      }
    }
  }
}
