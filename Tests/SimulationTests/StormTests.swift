import Testing

@testable import Simulation

struct StormTests {
  @Test("The same seed gives the same storm, another seed another one")
  func seeds() {
    let plan = StormPlan(minutes: 5, chats: 40)
    let storm = Storm(seed: 7, plan: plan)
    #expect(storm == Storm(seed: 7, plan: plan))
    #expect(storm.events != Storm(seed: 8, plan: plan).events)
  }

  @Test("A storm is in order of time and has everything in it")
  func contents() {
    let storm = Storm(seed: 1, plan: StormPlan())
    let times = storm.events.map(\.at)
    #expect(times == times.sorted())
    let troubles = Set(
      storm.events.compactMap { event in
        if case .trouble(let trouble) = event.kind { trouble.name } else { nil }
      })
    #expect(
      troubles.isSuperset(of: [
        "cut", "refuseConnections", "dropCall", "loseAnswer", "cutBeforeAnswer", "holdAnswer",
        "FLOOD_WAIT_", "badMessage", "badSalt", "loseUpdate", "reorderUpdate", "losePacket",
        "damagePacket", "silence", "skewClock", "forgetTemporaryKeys", "forgetSessions",
      ]))
    let ends = storm.events.count { event in
      switch event.kind {
      case .stop, .crash, .trap: true
      default: false
      }
    }
    #expect(ends > 20)
  }
}
