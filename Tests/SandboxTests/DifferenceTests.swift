import Model
import Sandbox
import Testing

@Suite("Differences")
struct DifferenceTests {
  @Test("Everything since a position comes in slices, in order and once")
  func slices() throws {
    var world = Fixtures.world()
    world.limits.difference = 4
    let start = world.state(of: Cast.owner)
    for number in 1...10 {
      try world.send(Submission(to: .user(Cast.owner), "message \(number)"), from: Cast.alice)
    }
    var pts = start.pts
    var texts: [String] = []
    var rounds = 0
    while true {
      rounds += 1
      let difference = try world.difference(of: Cast.owner, since: pts, date: Int32.max)
      guard case .changes(let changes, _, _, let isFinal) = difference else { break }
      for case .newMessage(let message) in changes.map(\.change) { texts.append(message.text) }
      pts = try #require(changes.last?.pts)
      if isFinal { break }
    }
    #expect(rounds == 3)
    #expect(texts == (1...10).map { "message \($0)" })
    #expect(pts == world.state(of: Cast.owner).pts)
    #expect(try world.difference(of: Cast.owner, since: pts, date: Int32.max) == .empty)
  }

  @Test("Behind what is kept, and before the history that was there from the start: too long")
  func tooLong() throws {
    var world = Fixtures.world()
    world.limits.log = 5
    let start = world.state(of: Cast.owner).pts
    #expect(
      try world.difference(of: Cast.owner, since: 1, date: Int32.max) == .tooLong(pts: start))
    for number in 1...20 {
      try world.send(Submission(to: .user(Cast.owner), "\(number)"), from: Cast.alice)
    }
    #expect(
      try world.difference(of: Cast.owner, since: start, date: Int32.max)
        == .tooLong(pts: start + 20))
  }

  @Test("A position of 0 or of the future is refused")
  func impossiblePositions() {
    let world = Fixtures.world()
    let pts = world.state(of: Cast.owner).pts
    #expect(throws: Refusal.timestampEmpty) {
      try world.difference(of: Cast.owner, since: 0, date: 0)
    }
    #expect(throws: Refusal.timestampInvalid) {
      try world.difference(of: Cast.owner, since: pts + 1, date: 0)
    }
  }

  @Test("Channels with news are announced, and have a difference of their own")
  func channels() throws {
    let clock = ManualClock(Fixtures.start)
    var world = Fixtures.world(clock: clock.clock)
    let account = world.state(of: Cast.owner)
    let before = try #require(world.dialog(Cast.neighbours, of: Cast.owner)?.pts)
    clock.advance(by: .seconds(10))
    try world.send(Submission(to: Cast.neighbours, "the lift works"), from: Cast.clara)
    #expect(world.state(of: Cast.owner).pts == account.pts)
    #expect(
      try world.difference(of: Cast.owner, since: account.pts, date: account.date)
        == .changes(
          [], dated: [], behind: [Cast.neighbours.bare: before + 1], isFinal: true))
    let difference = try world.channelDifference(
      of: Cast.neighbours.bare, since: before, limit: 100)
    guard case .changes(let changes, _, _, true) = difference else {
      Issue.record("\(difference)")
      return
    }
    #expect(changes.map(\.pts) == [before + 1])
    #expect(
      try world.channelDifference(of: Cast.neighbours.bare, since: before + 1, limit: 100)
        == .empty)
  }

  @Test("A draft saved while away is told by date")
  func drafts() throws {
    let clock = ManualClock(Fixtures.start)
    var world = Fixtures.world(clock: clock.clock)
    let account = world.state(of: Cast.owner)
    clock.advance(by: .seconds(10))
    let draft = StoredDraft(text: "perhaps", entities: [], replyTo: nil, date: world.now)
    world.saveDraft(draft, in: .user(Cast.alice), by: Cast.owner)
    #expect(
      try world.difference(of: Cast.owner, since: account.pts, date: account.date)
        == .changes(
          [], dated: [.draft(.user(Cast.alice), draft)], behind: [:], isFinal: true))
    #expect(
      try world.difference(of: Cast.owner, since: account.pts, date: world.now + 1) == .empty)
  }
}
