import Foundation
import Scripting
import Testing

@testable import Rules

@Suite("The reference of the rule language")
struct RuleReferenceTests {
  private static let file = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "docs/rules.md")

  @Test("docs/rules.md says what the schema checks")
  func committed() throws {
    if ProcessInfo.processInfo.environment["UNDERSTUDY_WRITE_REFERENCE"] != nil {
      try Data(RuleReference.markdown.utf8).write(to: Self.file)
    }
    let committed = String(decoding: try Data(contentsOf: Self.file), as: UTF8.self)
    #expect(
      committed == RuleReference.markdown,
      "write it again: UNDERSTUDY_WRITE_REFERENCE=1 swift test --filter RuleReferenceTests")
  }

  @Test("Every function that rule files find is described, and every one described is there")
  func functions() {
    let environment = RuleEnvironment(
      collector: DeclarationCollector(root: "a.lua") { _ in nil }, board: RunBoard())
    let described =
      RuleLanguage.functions.map(\.name)
      + (RuleLanguage.declarations + RuleLanguage.settings + RuleLanguage.actions).map(\.name)
    #expect(Set(environment.functions().map(\.name)) == Set(described))
    #expect(Set(described).count == described.count)
  }

  @Test("No table has a key twice, and every key says what it does")
  func keys() {
    let specs =
      RuleLanguage.declarations + RuleLanguage.settings + RuleLanguage.actions
      + [WhenKeys.spec, DeferKeys.spec, AccountKeys.capsSpec, RuleLanguage.Complete.spec]
    for spec in specs {
      #expect(Set(spec.keys.map(\.name)).count == spec.keys.count, "\(spec.name)")
      #expect(spec.keys.allSatisfy { $0.doc.hasSuffix(".") }, "\(spec.name)")
    }
  }

  @Test("What is said to hold without a key does hold")
  func standards() throws {
    let bare = try load(["a.lua": "monitor 'm' { 'private' }"])
    let spelt = try load([
      "a.lua": """
      monitor 'm' { 'private' }
      account {
        zone = \(AccountKeys.zone.standard ?? ""), hold = \(AccountKeys.hold.standard ?? ""),
        caps = {
          chat = \(AccountKeys.capOfChat.standard ?? ""),
          total = \(AccountKeys.capOfAll.standard ?? ""),
        },
        downtime = {
          answer = \(AccountKeys.answer.standard ?? ""), notify = \(AccountKeys.notify.standard ?? ""),
        },
      }
      """
    ])
    #expect(bare.account == spelt.account)
  }
}
