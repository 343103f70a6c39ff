import Engine
import Foundation
import Rules
import Testing

@Suite("Recipes", .timeLimit(.minutes(5)))
struct RecipeTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// What stands under one heading of the page.
  struct Recipe: CustomTestStringConvertible, Sendable {
    var title: String
    var rules: [String] = []
    var cases: [String] = []
    var testDescription: String { title }
  }

  private static let recipes: [Recipe] = {
    let page = try? Data(contentsOf: root.appending(path: "docs/recipes.md"))
    var recipes: [Recipe] = []
    var block: (language: Substring, lines: [Substring])?
    // A page that cannot be read has no recipes, which the first test tells.
    for line in String(decoding: page ?? Data(), as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    {
      if line.hasPrefix("```") {
        guard let done = block else {
          block = (line.dropFirst(3), [])
          continue
        }
        block = nil
        let text = done.lines.joined(separator: "\n")
        guard let last = recipes.indices.last else { continue }
        if done.language == "lua" {
          recipes[last].rules.append(text)
        } else if done.language.isEmpty, text.hasPrefix("case ") {
          recipes[last].cases.append(text)
        }
      } else if block != nil {
        block?.lines.append(line)
      } else if line.hasPrefix("## ") {
        recipes.append(Recipe(title: String(line.dropFirst(3))))
      }
    }
    return recipes.filter { !$0.rules.isEmpty }
  }()

  @Test("There are recipes, and cases of theirs")
  func found() {
    #expect(Self.recipes.count >= 15)
    #expect(Self.recipes.count { !$0.cases.isEmpty } >= 7)
  }

  @Test(
    "Each recipe passes its cases and those of the shipped rules, beside them", arguments: recipes)
  func stands(recipe: Recipe) async throws {
    let folder = RuleFolder(path: Self.root.appending(path: "rules").path)
    var sources = try folder.read()
    sources.append(RuleSource(path: "recipe.lua", text: recipe.rules.joined(separator: "\n")))
    // The recipe that asks a service says that account has to list the host.
    for index in sources.indices where sources[index].path == "account.lua" {
      let text = String(decoding: sources[index].bytes, as: UTF8.self)
      sources[index] = RuleSource(
        path: "account.lua",
        text: text.replacing("hold =", with: "http = \"api.example.org\", hold ="))
    }
    #expect(try RuleSet.load(sources).warnings == [])
    let cases = recipe.cases.joined(separator: "\n")
    let own = cases.isEmpty ? [] : [RuleSource(path: "recipe_test.lua", text: cases)]
    let report = try await RuleTester(sources: sources, tests: folder.readTests() + own).run()
    #expect(report.problems.isEmpty)
    #expect(report.results.flatMap(\.failures) == [])
  }
}
