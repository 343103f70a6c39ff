import Model
import Rules
import Testing

@Suite("Personas: disclosure, style, variants")
struct PersonaTests {
  private func persona(_ keys: String, from sender: Contact = Sample.friend) async throws -> Persona
  {
    let set = try load(
      """
      persona "p" { system = "You are {{owner.first_name}}.", \(keys) }
      persona "q" { extends = "p" }
      rule "r" { act = ai_reply { persona = "q" } }
      """)
    let ruling = await set.decide(Sample.input("hi", from: sender), host: TestHost())
    return try #require(ruling.plan.speech?.action.composition?.persona)
  }

  @Test(
    "What a persona says of itself and how many examples it gets are inherited, names filled in [D9]"
  )
  func inherited() async throws {
    let both = try await persona(
      """
      disclosure = { asked = "{{owner.first_name}}'s program", first = "A program writes." },
      style = { learnt = 0.8, rows = false, examples = 7 }
      """)
    #expect(both.disclosure == .init(asked: "Ada's program", first: "A program writes."))
    #expect(both.examples == 7 && both.learnt == 0.8 && both.rows == false)
    let short = try await persona(#"disclosure = "a program""#)
    #expect(short.disclosure == .init(asked: "a program"))
  }

  private static let two = """
    variants = { { name = "plain" }, { name = "brief", system = "{{super}} Brief.", length = 80 } }
    """

  @Test(
    "A chat always gets the same variant, chats are split by weight, and it is told and counted")
  func variants() async throws {
    var counts: [String: Int] = [:]
    for id in 1...400 as ClosedRange<Int64> {
      var sender = Sample.friend
      sender.id = id + 100
      let first = try await persona(
        Self.two.replacing("\"plain\"", with: "\"plain\", weight = 3"), from: sender)
      counts[first.variant ?? "none", default: 0] += 1
      if id > 4 { continue }
      #expect(
        first.system == (first.variant == "brief" ? "You are Ada. Brief." : "You are Ada."))
      #expect(first.maximumLength == (first.variant == "brief" ? 80 : nil))
    }
    // Three quarters of 400, give or take four standard deviations.
    #expect((265...335).contains(counts["plain"] ?? 0), "\(counts)")
    #expect(counts["plain", default: 0] + counts["brief", default: 0] == 400)

    let set = try load(
      #"persona "p" { system = "x", \#(Self.two) } rule "r" { act = ai_reply { persona = "p" } }"#)
    let ruling = await set.decide(Sample.input("hi"), host: TestHost())
    let variant = try #require(ruling.plan.speech?.action.composition?.persona.variant)
    #expect(ruling.notes == ["a/r: persona p speaks as its variant \(variant)"])
    #expect(ruling.state.counted == ["variant p/\(variant)": 1])
    #expect(await set.decide(Sample.input("hi"), host: TestHost()) == ruling)
  }

  @Test("Variants may differ in how much of the owner's style they take on")
  func styles() async throws {
    let keys = """
      style = { learnt = 0.5, examples = 3 },
      variants = { { name = "a", style = { learnt = 1 } }, { name = "b", style = { rows = false } } }
      """
    var seen: Set<String> = []
    for id in 1...40 as ClosedRange<Int64> {
      var sender = Sample.friend
      sender.id = id + 100
      let chosen = try await persona(keys, from: sender)
      seen.insert(chosen.variant ?? "")
      #expect(chosen.examples == 3)
      #expect(chosen.learnt == (chosen.variant == "a" ? 1 : 0.5))
      #expect(chosen.rows == (chosen.variant == "a" ? nil : false))
    }
    #expect(seen == ["a", "b"])
  }

  @Test("Another variant moves no chat between those that were there")
  func stable() async throws {
    let three = Self.two.replacing("variants = {", with: "variants = { { name = \"new\" },")
    for id in 1...60 as ClosedRange<Int64> {
      var sender = Sample.friend
      sender.id = id + 100
      let before = try await persona(Self.two, from: sender).variant
      let after = try await persona(three, from: sender).variant
      #expect(after == before || after == "new")
    }
  }

  @Test(
    "What is wrong with a persona is told with its line",
    arguments: [
      ("disclosure = {}", "needs asked or first"),
      ("disclosure = { frist = 'x' }", "did you mean \"first\"?"),
      ("disclosure = 'I am {{owner.nme}}'", "unknown placeholder {{owner.nme}}"),
      ("style = { examples = 99 }", "must be a whole number from 0 to 40"),
      ("style = { learnt = 80 }", "must be a number from 0 to 1"),
      ("style = { learned = 1 }", "did you mean \"learnt\"?"),
      ("style = { exmaples = 9 }", "did you mean \"examples\"?"),
      ("variants = { { name = 'a' } }", "has one variant, which is no experiment"),
      (
        "variants = { { name = 'a' }, { name = 'a' } }",
        "two variants of persona \"p\" are called \"a\""
      ),
      ("variants = { { weight = 1 }, { name = 'a' } }", "needs name: a text"),
      ("variants = { { name = 'a', never = 'x' }, { name = 'b' } }", "unknown key \"never\""),
      (
        "variants = { { name = 'a', system = '{{x}}' }, { name = 'b' } }",
        "unknown placeholder {{x}}"
      ),
    ])
  func wrong(keys: String, text: String) {
    let found = problems(["a.lua": "persona \"p\" { system = \"x\",\n\(keys) }"])
    #expect(
      found.contains {
        $0.contains(text) && $0.hasPrefix("a.lua:2") || $0.contains(text) && $0.hasPrefix("a.lua:1")
      }, "\(found)")
  }

  @Test(
    "Whether somebody asks if a machine writes is seen in eleven languages",
    arguments: [
      "are you a bot?", "Are you an AI", "is this a bot", "am I talking to a real person?",
      "you're a bot, right?", "hey, are you human or what?", "is it really you?", "are you real?",
      "bist du ein Bot?", "rede ich mit einem Menschen?", "es-tu un robot ?",
      "je parle à une vraie personne ?", "¿eres un bot?", "¿estoy hablando con una persona real?",
      "sei un bot?", "sto parlando con una persona vera?", "você é um robô?",
      "estou a falar com um humano?", "ben je een bot?", "praat ik met een mens?", "ты бот?",
      "это ИИ?",
      "это точно ты?", "ты человек или нейросеть?", "ти бот?", "це штучний інтелект?",
      "jesteś botem?", "czy rozmawiam z człowiekiem?", "bot musun?", "sen yapay zeka mısın?",
    ])
  func asked(text: String) {
    #expect(SelfQuestion.isAsked(in: text))
  }

  @Test(
    "What only sounds like it is no such question",
    arguments: [
      "is this a robot vacuum?", "are you ok?", "Is this human error?", "the bot at work is broken",
      "это хороший человек", "я купил робот пылесос", "ist das der Bot von der Arbeit?",
      "bist du da?",
      "can you program this for me?", "es tu hermano?", "sei a casa?",
      "are you a machine learning engineer?",
      "I am a human being", "Is the computer on?", "",
    ])
  func notAsked(text: String) {
    #expect(!SelfQuestion.isAsked(in: text))
  }
}
