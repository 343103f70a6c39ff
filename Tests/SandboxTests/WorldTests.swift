import Model
import Sandbox
import Testing

@Suite("World")
struct WorldTests {
  @Test("The same seed gives the same world, another seed another one")
  func seeded() {
    let texts = { (world: World) in
      world.search("", in: nil, for: Cast.owner, HistoryQuery(limit: 100)).messages.map(\.text)
    }
    #expect(texts(Fixtures.world(seed: 1)) == texts(Fixtures.world(seed: 1)))
    #expect(texts(Fixtures.world(seed: 1)) != texts(Fixtures.world(seed: 2)))
  }

  @Test("A message lies in both mailboxes under ids of their own, and moves both pts by one")
  func privateMessage() throws {
    var world = Fixtures.world()
    let before = (world.state(of: Cast.owner).pts, world.state(of: Cast.alice).pts)
    let sent = try world.send(Submission(to: .user(Cast.owner), "hello"), from: Cast.alice)
    let owner = try #require(world.dialog(.user(Cast.alice), of: Cast.owner)?.top)
    let alice = try #require(world.dialog(.user(Cast.owner), of: Cast.alice)?.top)
    #expect(owner.key == alice.key)
    #expect(owner.id != alice.id)
    #expect(sent.message == alice)
    #expect(world.state(of: Cast.owner).pts == before.0 + 1)
    #expect(world.state(of: Cast.alice).pts == before.1 + 1)
  }

  @Test("A group message goes to every member, a stranger cannot write there")
  func groupMessage() throws {
    var world = Fixtures.world()
    try world.send(Submission(to: Cast.football, "who's in?"), from: Cast.ben)
    for member in [Cast.owner, Cast.ben, Cast.clara, Cast.hugo] {
      #expect(world.dialog(Cast.football, of: member)?.top.text == "who's in?")
    }
    #expect(throws: Refusal.peerInvalid) {
      try world.send(Submission(to: Cast.football, "hi"), from: Cast.stranger)
    }
    #expect(throws: Refusal.writeForbidden) {
      try world.send(Submission(to: Cast.news, "hi"), from: Cast.owner)
    }
    #expect(throws: Refusal.channelPrivate) {
      try world.send(Submission(to: Cast.neighbours, "hi"), from: Cast.ben)
    }
  }

  @Test("A random id used again answers like the first time and writes nothing [A20, D1]")
  func deduplication() throws {
    var world = Fixtures.world()
    let submission = Submission(to: .user(Cast.alice), "once", randomID: 77)
    let first = try world.send(submission, from: Cast.owner)
    _ = world.takeObservations()
    let pts = world.state(of: Cast.owner).pts
    let second = try world.send(submission, from: Cast.owner)
    #expect(second == first)
    #expect(world.takeObservations().isEmpty)
    #expect(world.state(of: Cast.owner).pts == pts)
    // Another person's use of the same number is another message.
    let other = Submission(to: .user(Cast.alice), "mine", randomID: 77)
    #expect(try world.send(other, from: Cast.ben).message.key != first.message.key)
  }

  @Test("A reply points to each reader's own copy")
  func replies() throws {
    var world = Fixtures.world()
    let question = try world.send(Submission(to: .user(Cast.owner), "when?"), from: Cast.alice)
    let seen = try #require(world.dialog(.user(Cast.alice), of: Cast.owner)?.top)
    try world.send(
      Submission(to: .user(Cast.alice), "at six", replyTo: seen.id), from: Cast.owner)
    #expect(world.dialog(.user(Cast.owner), of: Cast.alice)?.top.replyTo == question.message.id)
  }

  @Test("An @name and an answer are mentions; in private chats nothing is")
  func mentions() throws {
    var world = Fixtures.world()
    _ = try world.send(Submission(to: Cast.football, "@RobinHale are you in?"), from: Cast.ben)
    let top = try #require(world.dialog(Cast.football, of: Cast.owner))
    #expect(top.top.mentions == [Cast.owner])
    #expect(top.top.entities.map(\.kind) == [.mention])
    #expect(top.unreadMentions == 1)
    let answer = try world.send(
      Submission(to: Cast.football, "no", replyTo: top.top.id), from: Cast.owner)
    #expect(answer.message.mentions == [Cast.ben])
    try world.send(Submission(to: .user(Cast.owner), "@robinhale"), from: Cast.alice)
    #expect(world.dialog(.user(Cast.alice), of: Cast.owner)?.top.mentions == [])
  }

  @Test("Reading tells the writer, and counts only what was unread")
  func reading() throws {
    var world = Fixtures.world()
    let sent = try world.send(Submission(to: .user(Cast.owner), "one"), from: Cast.alice)
    try world.send(Submission(to: .user(Cast.owner), "two"), from: Cast.alice)
    #expect(world.unread(in: .user(Cast.alice), for: Cast.owner).count == 2)
    let first = try #require(
      world.history(of: .user(Cast.alice), for: Cast.owner, HistoryQuery(limit: 2)).messages.last)
    _ = world.takeDeliveries()
    let position = try world.read(.user(Cast.alice), upTo: first.id, by: Cast.owner)
    #expect(position.count == 1)
    #expect(world.unread(in: .user(Cast.alice), for: Cast.owner).count == 1)
    let told = world.takeDeliveries().filter { $0.recipient == Cast.alice }.map(\.change)
    #expect(told == [.readOutbox(.user(Cast.owner), upTo: sent.message.id)])
    #expect(try world.read(.user(Cast.alice), upTo: first.id, by: Cast.owner).count == 0)
  }

  @Test("What was read and typed before a message shows in its arrival [A37]")
  func arrivals() throws {
    var world = Fixtures.world()
    try world.send(Submission(to: .user(Cast.owner), "ping"), from: Cast.alice)
    func arrive(_ text: String) throws -> Arrival? {
      _ = world.takeObservations()
      try world.send(Submission(to: .user(Cast.alice), text), from: Cast.owner)
      for case .message(let arrival) in world.takeObservations().map(\.kind) { return arrival }
      return nil
    }
    let early = try #require(try arrive("unread"))
    #expect(!early.readBefore && !early.typedBefore)
    try world.read(.user(Cast.alice), upTo: 0, by: Cast.owner)
    try world.show(.typing, in: .user(Cast.alice), by: Cast.owner)
    let late = try #require(try arrive("read"))
    #expect(late.readBefore && late.typedBefore)
    #expect(try arrive("again")?.typedBefore == false)
  }

  @Test("What one writes oneself is read, unless something before it is not")
  func ownMessages() throws {
    var world = Fixtures.world()
    let chat = PeerID.user(Cast.alice)
    let own = try world.send(Submission(to: chat, "hi"), from: Cast.owner)
    #expect(world.dialog(chat, of: Cast.owner)?.state.readInbox == own.message.id)
    try world.send(Submission(to: .user(Cast.owner), "hello"), from: Cast.alice)
    try world.send(Submission(to: chat, "are you there?"), from: Cast.owner)
    #expect(world.dialog(chat, of: Cast.owner)?.state.readInbox == own.message.id)
    #expect(world.unread(in: chat, for: Cast.owner).count == 1)
  }

  @Test("An edit and a deletion reach every copy")
  func editing() throws {
    var world = Fixtures.world()
    let sent = try world.send(Submission(to: Cast.football, "at six"), from: Cast.ben)
    _ = try world.edit(sent.message.id, in: Cast.football, to: "at seven", by: Cast.ben)
    #expect(world.dialog(Cast.football, of: Cast.owner)?.top.text == "at seven")
    #expect(world.dialog(Cast.football, of: Cast.owner)?.top.edited != nil)
    let copy = try #require(world.dialog(Cast.football, of: Cast.owner)?.top)
    #expect(throws: Refusal.notTheAuthor) {
      try world.edit(copy.id, in: Cast.football, to: "never", by: Cast.owner)
    }
    #expect(throws: Refusal.messageNotModified) {
      try world.edit(sent.message.id, in: Cast.football, to: "at seven", by: Cast.ben)
    }
    #expect(world.delete([sent.message.id], revoke: true, by: Cast.ben).count == 1)
    #expect(world.find(copy.id, in: Cast.football, for: Cast.owner) == nil)
  }

  @Test("An access hash is good for the account that got it and for no other [B6]")
  func accessHashes() throws {
    let world = Fixtures.world()
    let alice = PeerID.user(Cast.alice)
    let hash = world.accessHash(of: alice, for: Cast.owner)
    try world.check(hash, of: alice, for: Cast.owner)
    #expect(throws: Refusal.peerInvalid) { try world.check(hash, of: alice, for: Cast.ben) }
    let channel = world.accessHash(of: Cast.neighbours, for: Cast.owner)
    #expect(throws: Refusal.channelInvalid) {
      try world.check(channel, of: Cast.neighbours, for: Cast.alice)
    }
    let foreign = world.accessHash(of: Cast.neighbours, for: Cast.ben)
    #expect(throws: Refusal.channelPrivate) {
      try world.check(foreign, of: Cast.neighbours, for: Cast.ben)
    }
  }
}
