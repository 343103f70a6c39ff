import Model
import Testing

struct SuggestionTests {
  @Test(
    "a misspelt name leads to the right one [C1]",
    arguments: [
      ("moniter", "monitor"), ("mointor", "monitor"), ("persna", "persona"), ("Rule", "rule"),
    ])
  func nearest(typed: String, meant: String) {
    let known = ["monitor", "persona", "rule", "hours", "delay"]
    #expect(Suggestion.nearest(to: typed, among: known) == meant)
  }

  @Test("a name that is like no other leads nowhere")
  func none() {
    #expect(Suggestion.nearest(to: "zebra", among: ["monitor", "os", "x"]) == nil)
    #expect(Suggestion.clause(for: "q", among: ["x"]).isEmpty)
  }
}
