import Model
import Testing

@testable import Providers

struct EpisodeExtractorTests {
  private func harvest(_ chats: Conversation...) -> EpisodeHarvest {
    EpisodeExtractor().extract(from: chats.flatMap(\.messages).reversed())
  }

  @Test("A contact's burst and the owner's burst after it make one episode [A9 D10]")
  func bursts() {
    var chat = Conversation(5)
    chat.i("anybody there?")
    chat.they("hey")
    chat.they("you up?", after: 2)
    chat.i("yep", after: 3)
    chat.i("what's up")
    chat.they("nothing")
    chat.i("ok then")
    let found = harvest(chat)
    #expect(found.episodes.map(\.cue) == [["hey", "you up?"], ["nothing"]])
    #expect(found.episodes.map(\.reply) == [["yep", "what's up"], ["ok then"]])
    #expect(found.episodes.first?.gap == 180_000)
    #expect(found.omitted.isEmpty)
  }

  @Test("Old messages before a pause and new ones after it belong to no burst")
  func pauses() {
    var chat = Conversation(5)
    chat.they("long ago")
    chat.they("hi", after: 600)
    chat.i("hello")
    chat.i("by the way, a new subject", after: 60)
    #expect(harvest(chat).episodes.map(\.cue) == [["hi"]])
    #expect(harvest(chat).episodes.map(\.reply) == [["hello"]])
  }

  @Test(
    "An exchange with anything that is not the owner's own words is left out, and counted",
    arguments: [
      EpisodeOmission.forward, .viaBot, .command, .bareLink, .automatic, .withoutText, .tooLong,
    ],
    [true, false])
  func omissions(omission: EpisodeOmission, isOurs: Bool) {
    let text =
      switch omission {
      case .command: "/start now"
      case .bareLink: "https://example.org/a t.me/b"
      case .withoutText: " "
      case .tooLong: String(repeating: "a", count: 1001)
      default: "text"
      }
    let change: (inout Message) -> Void = { message in
      message.isForwarded = omission == .forward
      message.viaBot = omission == .viaBot ? 7 : nil
      message.isAutomatic = omission == .automatic
    }
    var chat = Conversation(5)
    chat.they("one")
    if !isOurs { chat.they(text, change) }
    chat.i("two")
    if isOurs { chat.i(text, change) }
    chat.they("three")
    chat.i("four")
    let found = harvest(chat)
    #expect(found.episodes.map(\.cue) == [["three"]])
    #expect(found.omitted == [omission: 1])
  }

  @Test("What the twin itself sent teaches it nothing")
  func twin() {
    var chat = Conversation(5)
    chat.they("one")
    chat.i("from the twin")
    chat.they("two")
    chat.i("by hand")
    let found = EpisodeExtractor().extract(from: chat.messages) { $0.id == 2 }
    #expect(found.episodes.map(\.reply) == [["by hand"]])
    #expect(found.omitted == [.twin: 1])
  }

  @Test("Answers after half a day, groups, and service messages do not count")
  func others() {
    var chat = Conversation(5)
    chat.they("one")
    chat.i("too late", after: 13 * 60)
    chat.they("two")
    chat.they("missed call") { $0.isService = true }
    chat.i("three")
    var group = Conversation(6)
    group.they("hi all") { $0.chat = .group(9) }
    group.i("hi") { $0.chat = .group(9) }
    let found = harvest(chat, group)
    #expect(found.episodes.map(\.cue) == [["two"]])
    #expect(found.omitted == [.late: 1, .notPrivate: 2])
  }

  @Test("Chats do not mix, whatever the order of the messages")
  func chatsApart() {
    var (first, second) = (Conversation(5), Conversation(6))
    first.they("a")
    second.they("b")
    first.i("for a")
    second.i("for b")
    let found = harvest(second, first)
    #expect(found.episodes.map(\.chat) == [.user(5), .user(6)])
    #expect(found.episodes.map(\.reply) == [["for a"], ["for b"]])
  }
}
