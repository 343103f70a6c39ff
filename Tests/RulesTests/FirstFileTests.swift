import Model
import Rules
import Testing

@Suite("The first file of the guide", .timeLimit(.minutes(5)))
struct FirstFileTests {
  /// Word for word from rules.md.
  static let text = """
    monitor "people" { "private", contacts = true }
    persona "me" { system = "You are {{owner.first_name}}. Short, warm, lower case. Promise no money, dates or places." }
    delay "human" { notice = lognormal("25s", "4m"), reading = per_char(0.03), typing = cps(6, 9), cap = "12m" }
    rule "friends" { when = { monitor = "people" }, act = ai_reply { persona = "me", delay = "human" } }
    """

  @Test("A contact's message gets an answer of the persona at a human pace [C1, A37]")
  func answers() async throws {
    let set = try load(["friends.lua": Self.text])
    let ruling = await set.recorded(Sample.input("hi, how are you?"), host: TestHost())
    let claim = try #require(ruling.plan.speech)
    #expect(claim.rule == "friends/friends")
    #expect(
      claim.action
        == .aiReply(
          Composition(
            persona: Persona(
              name: "me",
              system: "You are Ada. Short, warm, lower case. Promise no money, dates or places."))))
    let pace = try #require(claim.pace)
    #expect(pace.delay == "human")
    #expect(pace.start == Sample.monday)
    #expect(pace.due > Sample.monday)
    #expect(pace.due <= Sample.monday.advanced(by: .seconds(720)))
    #expect(ruling.outcomes == ["friends won"])
    #expect(set.warnings.isEmpty)
  }

  @Test("A stranger is not read at all, and Lua is not entered [rules 38]")
  func strangers() async throws {
    let set = try load(["friends.lua": Self.text])
    let chat = Sample.chat(with: Sample.stranger)
    #expect(set.monitor(for: chat, contact: Sample.stranger, owner: Sample.owner) == nil)
    let ruling = await set.recorded(Sample.input("hi", from: Sample.stranger), host: TestHost())
    #expect(ruling == Ruling(reason: "no monitor covers the message"))
  }
}
