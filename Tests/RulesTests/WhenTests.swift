import Model
import Rules
import Testing

@Suite("What a rule's when asks for", .timeLimit(.minutes(5)))
struct WhenTests {
  /// Whether a rule with this `when` is won, and if not, why.
  private func match(
    _ when: String, _ input: DecisionInput = Sample.input("hello")
  ) async throws -> (won: Bool, why: String?) {
    let set = try load([
      "a.lua": """
      account { zone = "UTC" }
      monitor "all" { "private", "group", "channel", "bot" } monitor "groups" { "group" }
      hours "work" { "09:00-17:00", zone = "Etc/UTC" } hours "night" { "22:00-06:00", zone = "Etc/UTC" }
      rule "r" { when = { \(when) }, act = reply "x" }
      """
    ])
    let ruling = await set.recorded(input, host: TestHost())
    #expect(ruling.problems.isEmpty)
    return (!ruling.plan.isEmpty, ruling.why("a/r"))
  }

  @Test(
    "Each key holds where it should, and where it does not, why says so",
    arguments: [
      ("contact = true", true, ""), ("contact = false", false, "the sender is a contact"),
      ("sender = '@Bo_Ek'", true, ""), ("sender = { 5, '@else' }", true, ""),
      ("sender = '@else'", false, "not from @else"), ("chat = 'u:5'", true, ""),
      ("kind = 'private'", true, ""), ("text = 'HELLO'", true, ""),
      ("text = { 'bye', any_word 'hello' }", true, ""),
      ("text = any_word { 'bye', 'ciao' }", false, "none of the words \"bye\", \"ciao\""),
      ("question = false", true, ""), ("question = true", false, "not a question"),
      ("mention = true", false, "the owner is not mentioned"),
      ("reply_to_me = true", false, "no answer to the owner"), ("forwarded = false", true, ""),
      ("media = false", true, ""), ("media = true", false, "no media"),
      ("media = { 'voice', 'photo' }", false, "no photo, voice"), ("hours = 'work'", true, ""),
      ("hours = { 'night', 'work' }", true, ""),
      ("hours = 'night'", false, "not within hours \"night\""),
      ("outside = 'night'", true, ""),
      ("outside = { 'night', 'work' }", false, "within hours \"night\", \"work\""),
      ("bot = true", false, "the sender is no bot"), ("monitor = 'all'", true, ""),
      ("monitor = { 'groups', 'all' }", true, ""),
    ])
  func keys(when: String, won: Bool, why: String) async throws {
    let result = try await match(when)
    #expect(result.won == won)
    if !won { #expect(result.why == why) }
  }

  @Test("Rules about other chats and kinds are not even looked at")
  func index() async throws {
    for when in ["monitor = 'groups'", "kind = 'group'", "chat = '@else'", "chat = { 6, -7 }"] {
      let result = try await match(when)
      #expect(!result.won && result.why == nil, "\(when)")
    }
  }

  @Test("Media of the right kind, mentions and answers are seen")
  func message() async throws {
    let voice = Sample.input("") { $0.media = Media(kind: .videoNote) }
    #expect(try await match("media = 'video_note'", voice).won)
    #expect(try await match("media = true", voice).won)
    let answer = Sample.input("x") { $0.repliesToOwner = true }
    #expect(try await match("mention = true, reply_to_me = true", answer).won)
  }

  @Test(
    "A bot's message in a group is not answered unless the rule names bots or the sender [D8, rules 36]"
  )
  func bots() async throws {
    let input = Sample.input("beep", from: Sample.bot, in: Sample.group)
    let plain = try await match("monitor = 'groups'", input)
    #expect(!plain.won && plain.why?.hasPrefix("the sender is a bot, and neither") == true)
    for when in ["bot = true", "sender = '@helper_bot'"] {
      #expect(try await match(when, input).won, "\(when)")
    }
  }

  @Test("Own, service and automatic messages are never answered [D8, rules 36]")
  func never() async throws {
    let set = try load(#"rule "r" { act = reply "x" }"#)
    let own = Sample.input("x") { $0.isOutgoing = true }
    let service = Sample.input("x") { $0.isService = true }
    let automatic = Sample.input("x") { $0.isAutomatic = true }
    for (input, reason) in [
      (own, "the owner's own message"), (service, "a service message"),
      (automatic, "sent automatically, not by a person"),
    ] {
      #expect(await set.decide(input, host: TestHost()) == Ruling(reason: reason))
    }
  }
}
