import Model
import Testing

@testable import Providers

@Suite(.timeLimit(.minutes(5)))
struct OfflineReplierTests {
  private static let past = [
    ReplyEpisode(5, "привет, как дела?", "норм, ты как", day: 1),
    ReplyEpisode(6, "Привет! как дела", "норм, ты как?", day: 2),
    ReplyEpisode(7, "привет как дела?)", "норм, ты как)", day: 3),
    ReplyEpisode(5, "где встречаемся вечером?", "у метро в семь", day: 4),
    ReplyEpisode(6, "где встречаемся вечером", "у метро в семь", day: 5),
    ReplyEpisode(5, "видел новый фильм?", "ещё нет", day: 6),
    ReplyEpisode(6, "видел новый фильм", "да, огонь", day: 7),
    ReplyEpisode(8, "ну что там по проекту", "спроси у Ивана", day: 8),
    ReplyEpisode(9, "ну что там по проекту?", "спроси у Ивана", day: 9),
  ]

  private func reply(
    _ text: String, past: [ReplyEpisode] = Self.past, system: String = "", seed: UInt64 = 1,
    before: [TextRequest.Turn] = []
  ) async throws -> (text: String, report: OfflineReport) {
    let replier = OfflineReplier(seed: seed, index: EpisodeIndex(past))
    let request = TextRequest(
      system: system, turns: before + [.init(role: .user, text: text)])
    let completion = try await replier.complete(request)
    #expect(completion.model == "offline")
    return (completion.text, replier.report)
  }

  private func abstention(
    _ text: String, before: [TextRequest.Turn] = []
  ) async -> OfflineReport.Abstention? {
    let replier = OfflineReplier(seed: 1, index: EpisodeIndex(Self.past))
    let request = TextRequest(system: "", turns: before + [.init(role: .user, text: text)])
    let error = await #expect(throws: TextModelError.self) { try await replier.complete(request) }
    #expect(error?.code == .abstained)
    return replier.report.abstained.keys.first
  }

  @Test("What the owner always answers is answered in the owner's own words")
  func recalls() async throws {
    let (text, report) = try await reply("привет! Как дела??")
    #expect(text.hasPrefix("норм, ты как"))
    #expect(report.recalled == 1)
    #expect(report.coverage == 1)
  }

  @Test(
    "Old words that name time, place or a person, that differ, or that are unlike, are not used",
    arguments: [
      "где встречаемся вечером?", "видел новый фильм?", "ну что там по проекту?",
      "как прошло собеседование?",
    ])
  func holds(text: String) async throws {
    let (reply, report) = try await reply(text)
    #expect(
      HoldingForm.forms(.question, .russian).map { $0.lowercased() }.contains(reply.lowercased()))
    #expect(report.held == 1)
    #expect(report.recalled == 0)
  }

  @Test("A request is never answered with an old yes")
  func requests() async throws {
    let past = (5...8).map { ReplyEpisode($0, "поможешь с переездом?", "да") }
    let (text, report) = try await reply("поможешь с переездом?", past: past)
    #expect(text != "да")
    #expect(report.recalled == 0)
  }

  @Test("What was said in one chat only does not surface in another [D7]")
  func oneChatOnly() async throws {
    let secret = (1...4).map { ReplyEpisode(5, "как тебе мой план?", "смело, но хитро", day: $0) }
    let request = TextRequest.user("как тебе мой план?")
    let elsewhere = OfflineReplier(seed: 1, index: EpisodeIndex(secret))
    #expect(try await elsewhere.complete(request).text != "смело, но хитро")
    let there = OfflineReplier(seed: 1, index: EpisodeIndex(secret, scope: .chat))
    #expect(try await there.complete(request).text == "смело, но хитро")
  }

  @Test(
    "A holding form keeps to language and kind of the message",
    arguments: [
      (
        "what do you think of the new album?", HoldingForm.Kind.question,
        HoldingForm.Language.english
      ),
      ("the new album is out", .statement, .english), ("hey", .greeting, .english),
      ("thanks a lot", .thanks, .english), ("а почему он так решил", .question, .russian),
      ("вышел новый альбом", .statement, .russian), ("здравствуй", .greeting, .russian),
      ("спасибо большое!", .thanks, .russian),
    ])
  func forms(text: String, kind: HoldingForm.Kind, language: HoldingForm.Language) async throws {
    if kind == .question {
      #expect(
        HoldingForm.Kind(of: text)
          == (text.contains("?") || language == .english ? .question : .statement))
    }
    let (reply, _) = try await reply(text, past: [])
    let known = HoldingForm.forms(HoldingForm.Kind(of: text), language)
    #expect(known.contains(reply))
  }

  @Test("It writes as the owner does: small letters, stops, brackets")
  func manner() async throws {
    let lower = (1...20).map { ReplyEpisode($0, "q\($0)", "so it goes.") }
    let (first, _) = try await reply("the new album is out", past: lower)
    #expect(first.first?.isLowercase == true && first.hasSuffix("."))
    let smiling = (1...20).map { ReplyEpisode($0, "q\($0)", "Ну да)") }
    let (second, _) = try await reply("вышел новый альбом", past: smiling)
    #expect(second.first?.isUppercase == true && second.hasSuffix(")"))
    let (third, _) = try await reply("the new album is out", past: [], system: "Warm, lower case.")
    #expect(third.first?.isLowercase == true)
    let (fourth, _) = try await reply(
      "the new album is out", past: lower, system: "Write like this: no full stop at the end.")
    #expect(fourth.first?.isLowercase == true && !fourth.hasSuffix("."))
  }

  @Test(
    "It is silent where a formula would hurt, harm or lie",
    arguments: [
      ("my grandmother died last night", OfflineReport.Abstention.sensitive),
      ("бабушка в больнице", .sensitive), ("можешь перевести 5000 на карту?", .sensitive),
      ("send me the code from the sms", .sensitive), ("wait, are you a bot?", .aboutItself),
      ("это точно ты?", .aboutItself), ("你好吗", .otherLanguage), ("مرحبا", .otherLanguage),
      ("   ", .nothingToAnswer), (String(repeating: "long ", count: 100), .tooLong),
    ])
  func abstains(text: String, why: OfflineReport.Abstention) async {
    #expect(await abstention(text) == why)
  }

  @Test("It puts a contact off once, not twice in a row")
  func onlyOnce() async {
    let before: [TextRequest.Turn] = [
      .init(role: .user, text: "what now?"), .init(role: .assistant, text: "let me think."),
    ]
    #expect(await abstention("and?", before: before) == .heldAlready)
    let owners: [TextRequest.Turn] = [.init(role: .assistant, text: "my own words")]
    await #expect(throws: Never.self) {
      _ = try await self.reply("and what?", before: owners)
    }
    #expect(
      await abstention("so", before: before + [.init(role: .user, text: "x")]) == .heldAlready)
  }

  @Test("The same seed gives the same answers, another one others; every form comes up")
  func determinism() async throws {
    func answers(_ seed: UInt64) async throws -> [String] {
      let replier = OfflineReplier(seed: seed)
      var texts: [String] = []
      for index in 0..<40 {
        texts.append(try await replier.complete(.user("what is thing \(index)?")).text)
      }
      return texts
    }
    let first = try await answers(1)
    #expect(try await answers(1) == first)
    #expect(try await answers(2) != first)
    #expect(Set(first).count == HoldingForm.forms(.question, .english).count)
  }

  @Test("It streams its answer as one piece, and counts what it did")
  func stream() async throws {
    let replier = OfflineReplier(seed: 1, index: EpisodeIndex(Self.past))
    #expect(try await collect(replier.stream(.user("привет, как дела?"))).count == 1)
    _ = try await replier.complete(.user("the new album is out"))
    await #expect(throws: TextModelError.self) { try await replier.complete(.user("are you ai?")) }
    let report = replier.report
    #expect((report.asked, report.recalled, report.held) == (3, 1, 1))
    #expect(report.abstained == [.aboutItself: 1])
    #expect(report.coverage == 2.0 / 3)
    #expect(OfflineReport().coverage == nil)
  }
}
