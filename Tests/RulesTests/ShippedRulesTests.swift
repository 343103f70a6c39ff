import Foundation
import Model
import Rules
import Testing

/// The rule set that ships, as a newcomer gets it.
@Suite("The shipped rules", .timeLimit(.minutes(5)))
struct ShippedRulesTests {
  private static func load() throws -> RuleSet {
    let folder = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "rules")
    let files = try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    return try RuleSet.load(
      files.filter { $0.pathExtension == "lua" && !$0.path.hasSuffix("_test.lua") }.map {
        RuleSource(path: $0.lastPathComponent, bytes: Array(try Data(contentsOf: $0)))
      })
  }

  // Europe/Berlin is an hour ahead of UTC in March.
  private static let working = instant("2026-03-02T10:00:00Z")
  private static let evening = instant("2026-03-02T18:30:00Z")
  private static let night = instant("2026-03-02T01:30:00Z")

  private func decide(_ input: DecisionInput) async throws -> Ruling {
    let ruling = await (try Self.load()).recorded(input, host: MemoryHost())
    #expect(ruling.problems.isEmpty)
    return ruling
  }

  @Test("They load without a warning [C1]")
  func load() throws {
    let set = try Self.load()
    #expect(set.warnings.isEmpty, "\(set.warnings)")
    #expect(set.account.zone == "Europe/Berlin")
    #expect(set.summary.rules.first?.phase == "guard")
  }

  @Test("A money request is not answered, and the owner is told [rules 30]")
  func money() async throws {
    let ruling = try await decide(Sample.input("Can you send me your IBAN?", at: Self.working))
    #expect(ruling.plan.speech == Claim(rule: "guards/money", action: .ignore))
    #expect(
      ruling.actions.last == .notify(text: "money request from Bo Ek: Can you send me your IBAN?"))
    #expect(ruling.reason == "it is about money")
  }

  @Test("A question in working hours is answered by the persona for work, later than a friend's")
  func question() async throws {
    let ruling = try await decide(Sample.input("did you see the draft?", at: Self.working))
    guard case .aiReply(let composition) = ruling.plan.speech?.action else {
      Issue.record("no answer: \(ruling)")
      return
    }
    #expect(composition.persona.name == "at work")
    #expect(composition.persona.system.hasPrefix("You are Ada, answering a friend"))
    #expect(composition.persona.system.hasSuffix("no small talk."))
    #expect(ruling.plan.speech?.pace?.delay == "between meetings")
    #expect(ruling.reason == "a question at work")
  }

  @Test("A long question is left to the owner as a draft")
  func longQuestion() async throws {
    let text = String(repeating: "please look at this ", count: 20) + "?"
    let ruling = try await decide(Sample.input(text, at: Self.working))
    #expect(ruling.actions.map(\.name) == ["ai_draft", "notify"])
  }

  @Test("At night the answer waits for the morning, however long it is until then [A38]")
  func later() async throws {
    let ruling = try await decide(Sample.input("hey, awake?", at: Self.night))
    let pace = try #require(ruling.plan.speech?.pace)
    #expect(ruling.plan.speech?.rule == "night/later")
    #expect(pace.start == instant("2026-03-02T06:30:00Z"))
    #expect(pace.due < instant("2026-03-02T06:42:01Z"))
  }

  @Test("Something urgent at night gets a short note and wakes the owner")
  func urgent() async throws {
    let ruling = try await decide(Sample.input("It's URGENT, call me", at: Self.night))
    #expect(ruling.actions.map(\.name) == ["reply", "notify"])
    let due = try #require(ruling.plan.speech?.pace?.due)
    #expect(due < Self.night.advanced(by: .seconds(120)))
  }

  @Test("Family gets its own persona, a friend in the evening the usual one, a sticker a heart")
  func people() async throws {
    var mother = Sample.friend
    mother.username = "Mother_of_Ada"
    let family = try await decide(Sample.input("good evening", from: mother, at: Self.evening))
    #expect(family.plan.speech?.rule == "people/family")
    let friend = try await decide(Sample.input("good evening", at: Self.evening))
    #expect(friend.plan.speech?.rule == "people/friends")
    let sticker = try await decide(
      Sample.input("", at: Self.evening) { $0.media = Media(kind: .sticker) })
    #expect(sticker.actions == [.ignore, .react(emoji: "❤")])
  }

  @Test("In a group nothing but a mention is read, and the answer quotes it")
  func groups() async throws {
    let set = try Self.load()
    let silent = Sample.input("hello all", in: Sample.group, at: Self.evening)
    #expect(
      set.monitor(of: silent.message, in: silent.chat, contact: nil, owner: Sample.owner) == nil)
    #expect(try await decide(silent).plan.isEmpty)
    let ruling = try await decide(
      Sample.input("@ada what do you think", in: Sample.group, at: Self.evening) {
        $0.mentionsOwner = true
      })
    guard case .aiReply(let composition) = ruling.plan.speech?.action else {
      Issue.record("no answer: \(ruling)")
      return
    }
    #expect(composition.quotes)
    #expect(ruling.plan.speech?.rule == "groups/mentioned")
  }
}
