import Testing

@testable import Scripting

struct TableLinesTests {
  private let text = """
    -- rule "old" { x = 1 }
    local s = [[
    rule "quoted" { y = 2 }
    ]]
    rule "friends" {
      when = { monitor = "people", -- a comment, with } in it
        any = {
          "a",
          { keyword = "}" } },
      },
      ["priority"] = 5,
      run = function(m, x)
        if m.text then local t = { inner = 1, 2 } end
        return nil, "why"
      end,
      act = ai_reply {
        persona = "me" },
      limit = limit("1/30m per chat", { also = 1 }), [7] = true,
      mode = a == b,
      last = 1
    }
    rule("second", {
      when = 1 })
    """

  @Test(
    "the line of a key is found [point 11]",
    arguments: [
      ([], 5), (["when"], 6), (["when", "monitor"], 6), (["when", "any"], 7),
      (["when", "any", 1], 8), (["when", "any", 2], 9), (["when", "any", 2, "keyword"], 9),
      (["priority"], 11), (["run"], 12), (["act"], 16), (["act", "persona"], 17), (["limit"], 18),
      ([7], 18), (["mode"], 19), (["last"], 20),
      // The nearest parent when there is no such key.
      (["when", "moniter"], 6), (["inner"], 5), (["x"], 5),
    ] as [([ScriptTable.Key], Int)])
  func finds(path: [ScriptTable.Key], line: Int) {
    #expect(TableLines(in: text, from: 5, function: "rule").line(of: path) == line)
  }

  @Test("each call has its own lines")
  func second() {
    #expect(TableLines(in: text, from: 22, function: "rule").line(of: ["when"]) == 23)
  }

  @Test(
    "a table that is not written out has no lines, and broken text does no harm",
    arguments: [
      "rule 'x' (make())", "rule", "", "rule {", "rule 'x' { a = {{{{", "rule \"x", "rule [==[ x",
      "rule 'x' { ] ) end until , = [", "rule 'x' { [", "rule 'x' { a = '\\",
    ])
  func broken(text: String) {
    _ = TableLines(in: text, from: 1, function: "rule").line(of: ["a"])
    #expect(TableLines(in: text, from: 9, function: "rule").line(of: ["a"]) == nil)
  }
}

extension ScriptTable.Key: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
  public init(stringLiteral value: String) { self = .name(value) }
  public init(integerLiteral value: Int64) { self = .integer(value) }
}
