import Rules
import Testing

@Suite("Problems in rule files")
struct RuleProblemTests {
  @Test("A problem reads as file, line, what is wrong and what to do")
  func description() {
    let problem = RuleProblem(
      file: "friends.lua", line: 3, message: #"unknown key "delya" in rule "friends""#,
      hint: #"did you mean "delay"?"#)
    #expect(
      problem.description
        == #"friends.lua:3: unknown key "delya" in rule "friends"; did you mean "delay"?"#)
  }

  @Test("A load error lists its problems by file and line")
  func order() {
    let error = RuleLoadError(problems: [
      RuleProblem(file: "b.lua", line: 1, message: "x"),
      RuleProblem(file: "a.lua", line: 10, message: "y"),
      RuleProblem(file: "a.lua", line: 9, message: "z"),
    ])
    #expect(error.description == "a.lua:9: z\na.lua:10: y\nb.lua:1: x")
  }
}
