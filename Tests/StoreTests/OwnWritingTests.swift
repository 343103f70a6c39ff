import Model
import Testing

@testable import Store

@Suite("What the owner wrote by hand", .timeLimit(.minutes(5)))
struct OwnWritingTests {
  /// Stores messages of one chat, a second apart where nothing else is said.
  private func found(
    _ messages: [Message], limit: Int = 100, lookBack: Int = 5_000
  ) async throws -> [OwnWriting] {
    let home = try TemporaryHome()
    let store = try home.open()
    _ = try await store.store(
      history: [HistoryPage(messages: messages)], account: Sample.account)
    return try await store.ownWritings(
      in: Sample.friend, account: Sample.account, limit: limit, lookBack: lookBack)
  }

  @Test("Each text has its gap to the owner's message right before it, and none to anybody else's")
  func gaps() async throws {
    var late = Sample.own(5, text: "later")
    late.date = Sample.start.advanced(by: .seconds(65))
    let texts = try await found([
      Sample.own(1, text: "a"), Sample.own(3, text: "b"), Sample.incoming(4), late,
      Sample.own(70, text: "c"),
    ])
    #expect(texts.map(\.text) == ["a", "b", "later", "c"])
    #expect(texts.map(\.gap) == [nil, 2_000, nil, 5_000])
  }

  @Test("Forwards, commands, what bots made or schedules sent, and service messages are none of it")
  func others() async throws {
    var messages = (1...6).map { Sample.own($0, text: "own \($0)") }
    messages[0].isForwarded = true
    messages[1].viaBot = 7
    messages[2].isAutomatic = true
    messages[3].isService = true
    messages[4].text = "/start"
    #expect(try await found(messages).map(\.text) == ["own 6"])
  }

  @Test(
    "The newest come first where there are too many, and only the newest of the chat are looked at")
  func bounds() async throws {
    let messages = (1...6).map { Sample.own($0, text: "\($0)") }
    #expect(try await found(messages, limit: 2).map(\.text) == ["5", "6"])
    let busy = messages + (7...12).map { Sample.incoming($0) }
    #expect(try await found(busy, lookBack: 7).map(\.text) == ["6"])
    #expect(try await found(busy, lookBack: 6).isEmpty)
  }
}
