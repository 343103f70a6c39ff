import Model
import Testing

@testable import understudy

extension Integration {
  @Suite("In what two plans differ", .timeLimit(.minutes(5)))
  struct PlanDifferenceTests {
    private func plan(_ action: Action, notice: Int64 = 1000, rule: String = "a/r") -> Plan {
      let pace = Pace(delay: "human", start: .zero, notice: notice, reading: 0, typing: 0)
      return Plan(claims: [Claim(rule: rule, action: action, pace: pace)])
    }

    @Test("Texts, times and prompts that are others are shown, and nothing that is the same")
    func parts() {
      let old = plan(.reply(text: "keep it", quotes: false))
      let new = plan(.reply(text: "keep the scarf", quotes: false), notice: 2500)
      #expect(
        PlanDifference.between(old, new).map(\.line) == [
          "reply, text: “keep it” → “keep the scarf”", "reply, notice: “1.0 s” → “2.5 s”",
        ])
      #expect(PlanDifference.between(old, old).isEmpty)
      var persona = Persona(name: "me", system: String(repeating: "so ", count: 60) + "be brief")
      let before = plan(.aiReply(Composition(persona: persona)))
      persona.system += " and kind"
      let after = plan(.aiReply(Composition(persona: persona, instruction: "in German")))
      #expect(
        PlanDifference.between(before, after).map(\.line) == [
          "ai_reply, system: “…so so so so be brief” → “…so so so so be brief and kind”",
          "ai_reply, instruction: none → “in German”",
        ])
    }

    @Test("Other actions, or other rules, are told by their names alone")
    func others() {
      let reply = plan(.reply(text: "a", quotes: false))
      #expect(PlanDifference.between(reply, plan(.draft(text: "a"))).isEmpty)
      let other = plan(.reply(text: "b", quotes: false), rule: "a/other")
      #expect(PlanDifference.between(reply, other).isEmpty)
    }
  }
}
