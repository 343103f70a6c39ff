import Model
import Rules
import Testing

@Suite("Monitors", .timeLimit(.minutes(5)))
struct MonitorTests {
  private func monitor(
    _ text: String, _ chat: Chat, _ contact: Contact? = nil
  ) throws -> String? {
    try load(["a.lua": text]).monitor(for: chat, contact: contact, owner: Sample.owner)
  }

  @Test("Kinds and contacts decide what is covered")
  func kinds() throws {
    let text = #"monitor "people" { "private", contacts = true } monitor "groups" { "group" }"#
    let friend = Sample.chat(with: Sample.friend)
    let stranger = Sample.chat(with: Sample.stranger)
    #expect(try monitor(text, friend, Sample.friend) == "people")
    #expect(try monitor(text, stranger, Sample.stranger) == nil)
    #expect(try monitor(text, Sample.group) == "groups")
    let strangers = #"monitor "new" { "private", contacts = false }"#
    #expect(try monitor(strangers, stranger, Sample.stranger) == "new")
    #expect(try monitor(strangers, friend, Sample.friend) == nil)
  }

  @Test("Bots, channels, Saved Messages and the service chat need their name [D8, rules 36]")
  func specialChats() throws {
    let everyone = #"monitor "all" { "private", "group" }"#
    let bot = Sample.chat(with: Sample.bot)
    let channel = Chat(id: .channel(3), kind: .channel, title: "News", username: "News")
    let saved = Chat(id: .user(1), kind: .private, title: "Ada")
    let service = Chat(id: .user(777_000), kind: .service, title: "Telegram")
    for chat in [bot, channel, saved, service] {
      #expect(try monitor(everyone, chat, Sample.bot) == nil, "\(chat.kind)")
    }
    #expect(try monitor(#"monitor "m" { "bot" }"#, bot, Sample.bot) == "m")
    #expect(try monitor(#"monitor "m" { "@Helper_Bot" }"#, bot, Sample.bot) == "m")
    #expect(try monitor(#"monitor "m" { "@news" }"#, channel) == "m")
    #expect(try monitor(#"monitor "m" { "saved" }"#, saved) == "m")
    #expect(try monitor(#"monitor "m" { 777000 }"#, service) == "m")
  }

  @Test("Chats are named by @name, by id in either form, and by title")
  func names() throws {
    for name in ["\"ch:9\"", "-1000000000009"] {
      #expect(try monitor("monitor 'm' { \(name) }", Sample.group) == "m")
    }
    #expect(try monitor("monitor 'm' { titles = 'book club' }", Sample.group) == "m")
    #expect(try monitor("monitor 'm' { titles = { 'Film Club' } }", Sample.group) == nil)
  }

  @Test(
    "A bot counts as named in a group by the monitor that covers the group, and by no other [D8]")
  func namedBots() throws {
    let beep = Sample.input("beep", from: Sample.bot, in: Sample.group)
    func isNamed(_ text: String, change: (inout DecisionInput) -> Void = { _ in }) throws -> Bool {
      var input = beep
      change(&input)
      return try load(["a.lua": text]).names(
        Sample.bot, of: input.message, in: input.chat, contact: nil, owner: Sample.owner)
    }
    #expect(try isNamed(#"monitor "m" { titles = "Book Club", "@Helper_Bot" }"#))
    #expect(try isNamed(#"monitor "m" { "group", "u:7" }"#))
    #expect(try !isNamed(#"monitor "m" { "group", "bot" }"#), "a kind names nobody")
    #expect(try !isNamed(#"monitor "m" { "group" } monitor "bots" { "@helper_bot" }"#))
    #expect(try !isNamed(#"monitor "m" { "group", "@helper_bot", exclude = "u:7" }"#))
    let mentions = #"monitor "m" { "group", "@helper_bot", only = "mentions" }"#
    #expect(try !isNamed(mentions))
    #expect(try isNamed(mentions) { $0.message.mentionsOwner = true })
  }

  @Test("Exclude wins over everything in its monitor, even the chat's own name")
  func exclude() throws {
    let friend = Sample.chat(with: Sample.friend)
    let text = #"monitor "m" { "private", "@bo_ek", "u:5", exclude = "@bo_ek" }"#
    #expect(try monitor(text, friend, Sample.friend) == nil)
  }

  @Test("Of several monitors the most precise counts, then the first")
  func precision() throws {
    let friend = Sample.chat(with: Sample.friend)
    let text = #"monitor "a" { "private" } monitor "b" { "private" } monitor "bo" { "@bo_ek" }"#
    #expect(try monitor(text, friend, Sample.friend) == "bo")
    #expect(try monitor(#"monitor "a" { "private" } monitor "b" { "private" }"#, friend) == "a")
  }

  @Test("With only = \"mentions\" a group's other messages are not read, and private ones are")
  func mentions() async throws {
    let text = """
      monitor "m" { "group", "private", only = "mentions" }
      rule "r" { when = { monitor = "m" }, act = reply "hi" }
      """
    let set = try load(["a.lua": text])
    let plain = Sample.input("hello", in: Sample.group)
    let mention = Sample.input("hello", in: Sample.group) { $0.mentionsOwner = true }
    let answer = Sample.input("hello", in: Sample.group) { $0.repliesToOwner = true }
    #expect(set.monitor(for: Sample.group, contact: nil, owner: Sample.owner) == "m")
    for (input, read) in [
      (plain, false), (mention, true), (answer, true), (Sample.input("x"), true),
    ] {
      let monitor = set.monitor(
        of: input.message, in: input.chat, contact: input.sender, owner: Sample.owner)
      #expect((monitor == "m") == read)
      #expect(await set.decide(input, host: TestHost()).plan.isEmpty != read)
    }
  }
}
