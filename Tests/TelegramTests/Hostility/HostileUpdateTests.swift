import MTProto
import Model
import Sandbox
import Testing

@testable import Telegram

@Suite("A server whose updates go wrong", .timeLimit(.minutes(2)))
struct HostileUpdateTests {
  @Test("An unknown constructor among the updates: the difference brings the rest [mtproto 21]")
  func unknown() async throws {
    try await HostileStage.run { stage in
      let before = await stage.connections()
      try await stage.survive([Fault(.unknownUpdate, account: Cast.owner, times: 2)])
      #expect(await stage.connections() == before)
    }
  }

  @Test("Updates that are lost come with the difference, once and in order [mtproto 33]")
  func lost() async throws {
    try await HostileStage.run { stage in
      await stage.server.add(Fault(.loseUpdate, account: Cast.owner, times: 3))
      for number in 1...4 { try await stage.write("\(number)") }
      try await stage.arrive("4")
      #expect(await stage.arrived == ["1", "2", "3", "4"])
    }
  }

  @Test("Updates that come in another order are put into theirs, without a call [mtproto 33, 35]")
  func reordered() async throws {
    try await HostileStage.run { stage in
      // Every other one waits for the next.
      for number in 1...8 {
        if number % 2 == 1 { await stage.server.add(Fault(.reorderUpdate, account: Cast.owner)) }
        try await stage.write("\(number)")
      }
      try await stage.arrive("8")
      #expect(await stage.arrived == (1...8).map { "\($0)" })
    }
  }

  @Test("Updates that come late keep their place [mtproto 33]")
  func late() async throws {
    try await HostileStage.run { stage in
      await stage.server.add(Fault(.delayUpdate(.milliseconds(50)), account: Cast.owner, times: 2))
      for number in 1...4 { try await stage.write("\(number)") }
      try await stage.arrive("4")
      #expect(await stage.arrived == ["1", "2", "3", "4"])
      try await stage.talk("after")
    }
  }
}
