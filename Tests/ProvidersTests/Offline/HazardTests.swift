import Testing

@testable import Providers

struct HazardTests {
  @Test(
    "Dates, times, places, numbers, names, promises and links are found",
    arguments: [
      ("see you on friday", Hazard.date), ("в пятницу", .date), ("завтра", .date),
      ("in an hour", .time), ("через полчаса", .time), ("at the office", .place),
      ("я дома", .place), ("room 7", .number), ("двадцать", .number),
      ("ask Rachel about it", .name),
      ("спроси у Оли", .name), ("маша знает", .name), ("I'll do it", .promise),
      ("I’ll do it", .promise), ("приеду", .promise), ("обязательно", .promise),
      ("напишу", .promise), ("договорились", .promise), ("look: https://example.org", .link),
      ("write to @somebody", .link),
    ])
  func found(text: String, hazard: Hazard) {
    #expect(Hazard.found(in: text).contains(hazard))
  }

  @Test(
    "Small talk holds none",
    arguments: [
      "ага", "норм, ты как?", "не знаю", "думаю да", "Ха, смешно. Ну ладно", "lol yes",
      "I think so, and I'm fine", "no idea", "нормально) сам как?", "скучаю", "👍",
    ])
  func harmless(text: String) {
    #expect(Hazard.found(in: text).isEmpty, "\(Hazard.found(in: text))")
  }

  @Test("No holding form promises anything")
  func holdingForms() {
    for language in HoldingForm.Language.allCases {
      for kind in HoldingForm.Kind.allCases {
        for form in HoldingForm.forms(kind, language) {
          let hazards = Hazard.found(in: form)
          #expect(hazards.isEmpty, "\(form): \(hazards)")
          #expect(HoldingForm.isForm(Manner(of: []).applied(to: form)))
        }
      }
    }
  }
}
