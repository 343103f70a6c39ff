import Model
import Testing

@testable import Rules

@Suite("The index over what rules ask for", .timeLimit(.minutes(5)))
struct RuleIndexTests {
  private static let words = [
    "money", "Größe", "pay", "payment", "e-mail", "don't", "ok", "買い物", "деньги", "straße", "x1",
  ]

  private static func part(_ random: inout SeededGenerator) -> String {
    let word = { (random: inout SeededGenerator) in words.randomElement(using: &random) ?? "" }
    switch Int.random(in: 0..<16, using: &random) {
    case 0: return "monitor = { 'all', 'groups' }"
    case 1: return "monitor = 'groups'"
    case 2: return "chat = { 5, '@helper_bot', -9 }"
    case 3: return "kind = { 'private', 'bot' }"
    case 4: return "sender = { '@bo_ek', 6 }"
    case 5: return "contact = \(Bool.random(using: &random))"
    case 6: return "bot = \(Bool.random(using: &random))"
    case 7: return "text = '\(word(&random))'".replacing("don't", with: "dont")
    case 8:
      return #"text = any_word { "\#(word(&random))", "\#(word(&random)) \#(word(&random))" }"#
    case 9: return #"text = any_word { "\#(word(&random))*" }"#
    case 10: return "question = \(Bool.random(using: &random))"
    case 11: return "mention = \(Bool.random(using: &random))"
    case 12: return "reply_to_me = \(Bool.random(using: &random))"
    case 13: return "forwarded = \(Bool.random(using: &random))"
    case 14: return "media = \(Bool.random(using: &random))"
    default: return "media = { 'voice', 'photo' }"
    }
  }

  private static func when(_ random: inout SeededGenerator) -> String {
    var parts: [String: String] = [:]
    for _ in 0..<Int.random(in: 0...4, using: &random) {
      let part = part(&random)
      parts[String(part.prefix { $0 != " " })] = part
    }
    return parts.sorted { $0.key < $1.key }.map(\.value).joined(separator: ", ")
  }

  private static func message(_ random: inout SeededGenerator) -> DecisionInput {
    let text = (0..<Int.random(in: 0...6, using: &random))
      .map { _ in words.randomElement(using: &random) ?? "" }.joined(separator: " ")
    let sender =
      [Sample.friend, Sample.stranger, Sample.bot].randomElement(using: &random) ?? Sample.friend
    let chat: Chat? = Bool.random(using: &random) ? Sample.group : nil
    return Sample.input(
      text + (Bool.random(using: &random) ? "?" : "").uppercased(), from: sender, in: chat
    ) { message in
      message.mentionsOwner = Bool.random(using: &random)
      message.repliesToOwner = Bool.random(using: &random)
      message.isForwarded = Bool.random(using: &random)
      let kinds: [Media.Kind?] = [nil, .voice, .photo, .document]
      message.media = (kinds.randomElement(using: &random) ?? nil).map { Media(kind: $0) }
    }
  }

  @Test("It never leaves out a rule that fits, whatever rules and messages", arguments: 0..<12)
  func complete(seed: Int64) throws {
    var random = SeededGenerator(seeds: seed)
    let rules = (0..<150).map {
      "rule \"r\($0)\" { when = { \(Self.when(&random)) }, act = react \"👍\" }"
    }
    let set = try load([
      "a.lua": """
      monitor "all" { "private", "bot", "group" } monitor "groups" { "group" }
      \(rules.joined(separator: "\n"))
      """
    ])
    var kept = 0
    var fitting = 0
    for _ in 0..<100 {
      let input = Self.message(&random)
      let context = set.matchContext(of: input)
      let candidates = Set(set.book.index.candidates(for: context) ?? [])
      let fits = set.book.rules.indices.filter { index in
        set.book.rules[index].conditions.allSatisfy { $0.holds(context) }
      }
      #expect(candidates.isSuperset(of: fits))
      kept += candidates.count
      fitting += fits.count
    }
    // Phrases and words without spaces are all that it cannot tell exactly.
    #expect(fitting > 0 && Double(kept) < Double(fitting) * 1.3, "\(kept) kept, \(fitting) fit")
  }

  @Test("A set without rules, and one of exactly 64 or 65")
  func borders() async throws {
    for count in [0, 1, 63, 64, 65, 128] {
      let rules = (0..<count).map { "rule \"r\($0)\" { also = true, act = notify \"x\" }" }
      let set = try load([
        "a.lua": "monitor \"all\" { \"private\" }\n" + rules.joined(separator: "\n")
      ])
      let ruling = await set.decide(Sample.input("hi"), host: TestHost())
      #expect(ruling.plan.claims.count == count)
    }
  }

  @Test(
    "Of a thousand rules that do not fit, the record names the nearest hundred and counts the rest")
  func record() async throws {
    let rules = (0..<1000).map {
      "rule \"r\($0)\" { when = { text = 'w\($0)' }, act = notify \"x\" }"
    }
    let near = "rule \"near\" { when = { contact = true, text = 'w' }, act = notify \"x\" }"
    let set = try load([
      "a.lua": "monitor \"all\" { \"private\" }\n" + (rules + [near]).joined(separator: "\n")
    ])
    let input = Sample.input("hi w7")
    let ruling = await set.decide(input, host: TestHost())
    let (considered, omitted) = set.considerations(of: ruling, about: input)
    #expect(considered.count == 101 && omitted == 900)
    #expect(considered.contains { $0.rule == "a/r7" && $0.outcome == .won })
    #expect(considered.contains { $0.rule == "a/near" && $0.outcome == .unmatched })
  }
}
