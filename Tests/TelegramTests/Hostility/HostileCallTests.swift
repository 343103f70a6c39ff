import MTProto
import Model
import Sandbox
import Testing

@testable import Telegram

@Suite("A server that fails calls", .timeLimit(.minutes(2)))
struct HostileCallTests {
  private static let sending = "messages.sendMessage"

  @Test("Its clock jumps by an hour, either way and back: everything once [mtproto 13]")
  func skew() async throws {
    try await HostileStage.run { stage in
      for skew in [3600, -3600] {
        let id = await stage.server.add(.always(.clockSkew(.seconds(skew))))
        // What the server says by itself is not believed at such a time; its refusals are.
        try await stage.send("out: first, off by \(skew)")
        try await stage.talk("off by \(skew)")
        #expect(await stage.server.remove(id))
        try await stage.send("out: first, back from \(skew)")
        try await stage.talk("back from \(skew)")
      }
    }
  }

  @Test("A salt that changes at a call costs one resend [mtproto 14]")
  func salt() async throws {
    try await HostileStage.run { stage in
      await stage.server.add(Fault(.badSalt, method: Self.sending, times: 2))
      try await stage.talk("one")
      try await stage.talk("two")
      #expect(await stage.server.activeFaults().isEmpty)
    }
  }

  @Test(
    "bad_msg_notification once, whatever its code: the call is carried out once [mtproto 13, 15]")
  func badMessages() async throws {
    try await HostileStage.run { stage in
      for code: Int32 in [16, 17, 18, 19, 20, 32, 33, 34, 35, 48, 64] {
        await stage.server.add(Fault(.badMessage(code), method: Self.sending))
        try await stage.talk("refused with \(code)")
        #expect(await stage.server.activeFaults().isEmpty)
      }
    }
  }

  @Test("18, 19, 34 and 35 again and again: that call fails, without a loop [mtproto 15]")
  func badMessagesForever() async throws {
    try await HostileStage.run { stage in
      for code: Int32 in [18, 19, 34, 35] {
        let id = await stage.server.add(.always(.badMessage(code), method: "messages.getHistory"))
        let error = await #expect(throws: (any Error).self) {
          _ = try await stage.account.api.history(of: .user(Cast.alice), limit: 3)
        }
        #expect(words(of: error).contains("\(code)"))
        let active = await stage.server.activeFaults()
        #expect(active.map(\.strikes) == [3])
        await stage.server.remove(id)
        try await stage.talk("after \(code)")
      }
    }
  }

  @Test("A server that has forgotten its sessions: what it did not push is fetched [mtproto 18]")
  func forgottenSessions() async throws {
    try await HostileStage.run { stage in
      try await stage.talk("before")
      await stage.server.forgetSessions()
      try await stage.write("in: to nobody")
      try await stage.send("out: hello again")
      try await stage.arrive("in: to nobody")
      try await stage.talk("after")
    }
  }

  @Test("Cut before a call, or between call and answer: carried out once [mtproto 20]")
  func cuts() async throws {
    try await HostileStage.run { stage in
      try await stage.survive([
        Fault(.cutBeforeCall, method: Self.sending, times: 2),
        Fault(.cutBeforeAnswer, method: Self.sending, times: 2),
      ])
    }
  }

  @Test("A call that is lost on a living connection is asked for, and sent again [mtproto 19, 20]")
  func lostCall() async throws {
    let time = TestTime()
    try await HostileStage.run(time: time, excusing: [.ackMissing]) { stage in
      await stage.server.add(Fault(.dropCall, method: Self.sending))
      time.go(at: 60)
      try await stage.send("out: lost at first")
      #expect(await stage.server.activeFaults().isEmpty)
    }
  }

  @Test("An answer that comes late holds up no other call")
  func lateAnswer() async throws {
    try await HostileStage.run { stage in
      await stage.server.plan(.delayAnswer(.milliseconds(100)), for: "messages.getHistory")
      async let history = stage.account.api.history(of: .user(Cast.alice), limit: 3)
      try await stage.talk("meanwhile")
      #expect(try await history.count == 3)
    }
  }

  @Test("An unknown constructor as result fails its call alone, and is named [mtproto 21]")
  func unknownResult() async throws {
    try await HostileStage.run { stage in
      let before = await stage.connections()
      await stage.server.plan(.unknownResult, for: "messages.getHistory")
      let error = await #expect(throws: (any Error).self) {
        _ = try await stage.account.api.history(of: .user(Cast.alice), limit: 3)
      }
      #expect(words(of: error).lowercased().contains("badc0de"))
      try await stage.talk("after")
      #expect(await stage.connections() == before)
    }
  }

  @Test("Short flood waits are sat out, long ones and slow mode told at once [mtproto 26]")
  func floods() async throws {
    try await HostileStage.run { stage in
      await stage.server.plan(.floodWait(3), for: Self.sending)
      try await stage.send("out: after three seconds")
      await stage.server.plan(.slowmodeWait(40), for: Self.sending)
      let slow = await #expect(throws: MessengerError.self) { try await stage.send("out: slow") }
      #expect(slow?.code == .rateLimited(seconds: 40, chatOnly: true))
      try await stage.send("out: elsewhere")
      await stage.server.plan(.floodWait(5000), for: Self.sending)
      for text in ["out: refused there", "out: refused here"] {
        let error = await #expect(throws: MessengerError.self) {
          _ = try await stage.account.messenger.send(
            OutgoingMessage(chat: .user(Cast.alice), text: text, randomID: 1))
        }
        guard case .rateLimited(_, chatOnly: false)? = error?.code else {
          Issue.record("\(String(describing: error))")
          return
        }
      }
      let refused = await stage.server.calls.count { $0.refusal?.text == "FLOOD_WAIT_5000" }
      #expect(refused == 1)
    }
  }

  @Test("A login that is sent to another data center goes on there, and is stored [mtproto 27]")
  func migration() async throws {
    try await SandboxStage.run { stage in
      var there = TelegramServer.Configuration()
      there.dc = 4
      try await TelegramServer.withServer(
        world: .populated(seed: 7, clock: .system, history: 1), key: stage.server.key,
        configuration: there
      ) { server in
        var configuration = stage.configuration
        configuration.servers.addresses[4] = [
          ServerAddress(dc: 4, host: server.host, port: server.port)
        ]
        await stage.server.plan(.migrate(.phone, to: 4), for: "auth.sendCode")
        let moved = SandboxStage(server: server, configuration: configuration)
        let session = try await moved.login()
        #expect(session.address.dc == 4)
        #expect(await stage.server.activeFaults().isEmpty)
      }
    }
  }

  @Test(
    "A key or an account that serves no longer ends the work, without another attempt [mtproto 28]",
    arguments: FaultKind.Ending.allCases)
  func endings(why: FaultKind.Ending) async throws {
    try await SandboxStage.run { stage in
      let session = try await stage.login()
      let error = await #expect(throws: TelegramError.self) {
        try await stage.work(session: session) { account in
          _ = try #require(try await account.updates.next())
          await stage.server.add(.always(.end(why), account: Cast.owner))
          await stage.server.cutConnections()
          while try await account.updates.next() != nil {}
        }
      }
      #expect(error?.server?.text == why.rawValue)
      let refused = await stage.server.calls.count { $0.refusal != nil }
      #expect(refused <= 3)
    }
  }
}
