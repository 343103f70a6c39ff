import MTProto
import Model
import Sandbox
import Testing

@testable import Telegram

@Suite("A server whose packets go wrong", .timeLimit(.minutes(2)))
struct HostilePacketTests {
  @Test("A damaged packet, junk, or half a packet and a cut: reconnected, nothing lost [mtproto 9]")
  func damage() async throws {
    try await HostileStage.run { stage in
      try await stage.survive([
        Fault(.damagePacket, times: 2), Fault(.junk), Fault(.cutInPacket, times: 2),
      ])
      #expect(await stage.connections() > 2)
    }
  }

  @Test(
    "A foreign session, an even id, impossible times: ignored, on the same connection [mtproto 10]")
  func forgeries() async throws {
    try await HostileStage.run { stage in
      let before = await stage.connections()
      let asked = await stage.calls(of: "updates.getDifference")
      try await stage.survive([
        Fault(.foreignSession, times: 3), Fault(.evenID, times: 3), Fault(.idAhead, times: 3),
        Fault(.idBehind, times: 3),
      ])
      #expect(await stage.connections() == before)
      // Whoever believed one of them would have asked for the difference.
      #expect(await stage.calls(of: "updates.getDifference") == asked)
    }
  }

  @Test("Packets and updates that come twice count once [mtproto 11]")
  func doubles() async throws {
    try await HostileStage.run { stage in
      let before = await stage.connections()
      try await stage.survive([
        Fault(.doublePacket, times: 8), Fault(.doubleUpdate, times: 3),
      ])
      #expect(await stage.connections() == before)
    }
  }

  @Test(
    "Bombs, containers without end and frames that are too long harm nobody for long [mtproto 12]")
  func bombs() async throws {
    try await HostileStage.run { stage in
      let before = await stage.connections()
      try await stage.survive([Fault(.gzipBomb, times: 2), Fault(.deepContainer, times: 2)])
      #expect(await stage.connections() == before)
      await stage.server.plan(.bombResult, for: "messages.getHistory")
      let error = await #expect(throws: (any Error).self) {
        _ = try await stage.account.api.history(of: .user(Cast.alice), limit: 3)
      }
      #expect(words(of: error).contains("unpacked"))
      await stage.server.clearFaults()
      #expect(await stage.connections() == before)
      try await stage.survive([Fault(.oversizedFrame)])
    }
  }

  @Test("What travels with a damaged message is taken all the same [mtproto 20]")
  func siblings() async throws {
    try await HostileStage.run { stage in
      let before = await stage.connections()
      try await stage.survive([Fault(.malformedSibling, times: 4)])
      #expect(await stage.connections() == before)
    }
  }

  @Test(
    "-404 on a proven key, -429, -444, connections that are closed at once: it comes back [mtproto 22]"
  )
  func refusals() async throws {
    try await HostileStage.run { stage in
      try await stage.survive([
        Fault(.transportError(-404)), Fault(.transportError(-429)), Fault(.transportError(-444)),
      ])
      await stage.server.add(Fault(.refuseConnection, times: 3))
      await stage.server.cutConnections()
      try await stage.talk("after closed doors")
      #expect(await stage.server.activeFaults().isEmpty)
    }
  }

  @Test("-404 in the key exchange: begun again, and the login goes through [mtproto 7]")
  func exchange() async throws {
    try await SandboxStage.run { stage in
      await stage.server.add(Fault(.refuseExchange(-404), times: 2, skipping: 1))
      // Calls that were never sent are told at once that nothing answers.
      var session: SavedSession?
      for _ in 0..<5 where session == nil { session = try? await stage.login() }
      #expect(session != nil)
      #expect(await stage.server.activeFaults().isEmpty)
    }
  }

  @Test(
    "A connection that falls silent is given up, and what was under way goes on [mtproto 19, 23]",
    arguments: [FaultKind.silence, .losePacket])
  func silence(kind: FaultKind) async throws {
    let time = TestTime()
    // At such a pace the machine's own delays make acknowledgements late.
    try await HostileStage.run(time: time, excusing: [.ackMissing]) { stage in
      // The answer to the call is what gets lost first.
      await stage.server.add(Fault(kind))
      time.go(at: 60)
      try await stage.send("out: into the dark")
      #expect(await stage.server.activeFaults().isEmpty)
      time.go(at: 1)
      try await stage.talk("after it")
    }
  }
}
