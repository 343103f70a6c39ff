import Foundation
import Testing

@testable import Model

struct PlanTests {
  @Test("A plan comes back from JSON as it was [D1]")
  func plansRoundTrip() throws {
    let persona = Persona(name: "me", system: "You are {{owner.first_name}}.", never: ["IBAN"])
    let pace = Pace(
      delay: "human", start: Timestamp(seconds: 10), notice: 20_000, reading: 1_500, typing: 4_000)
    let plan = Plan(claims: [
      Claim(rule: "friends/all", action: .aiReply(Composition(persona: persona)), pace: pace),
      Claim(rule: "friends/all", action: .react(emoji: "👍")),
      Claim(rule: "guards/money", action: .notify(text: "money request")),
    ])
    let data = try JSONEncoder().encode(plan)
    #expect(try JSONDecoder().decode(Plan.self, from: data) == plan)
    #expect(plan.speech?.pace?.due == Timestamp(milliseconds: 35_500))
  }
}
