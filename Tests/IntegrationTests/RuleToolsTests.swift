import Foundation
import Testing

@testable import understudy

extension Integration {
  /// `stubs`, `new` and the ways in which `check` and `test` tell what they found [C5].
  @Suite("Tools for rules", .timeLimit(.minutes(5)))
  struct RuleToolsTests {
    private let home: TemporaryHome

    init() throws { home = try TemporaryHome() }

    private var folder: String { home.file("set").path }

    private func run(
      _ arguments: String..., environment: [String: String] = [:]
    ) async throws -> Program.Outcome {
      try await Program.run(arguments, home: home, environment: environment)
    }

    private func text(_ name: String) throws -> String {
      try String(contentsOf: home.file("set/\(name)"), encoding: .utf8)
    }

    @Test("stubs writes three files that are no rules, again only where something is new")
    func stubs() async throws {
      try home.write(
        "monitor 'people' { 'private' }\npersona 'me' { system = 'x' }", to: "set/a.lua")
      let first = try await run("stubs", folder)
      #expect(first.status == 0, "\(first.errors)")
      let names = [".understudy/understudy.lua", ".luarc.json", ".luacheckrc"]
      for name in names { #expect(first.output.contains("written  \(folder)/\(name)")) }
      #expect(try text(".understudy/understudy.lua").contains(#"persona string|"me""#))
      let settings = try JSONSerialization.jsonObject(with: Data(try text(".luarc.json").utf8))
      #expect((settings as? [String: Any])?["workspace.library"] as? [String] == [".understudy"])
      let check = try await run("check", folder)
      #expect(check.output.hasPrefix("1 file, 0 rules, 1 monitor: no errors"))

      try home.write(
        "monitor 'people' { 'private' }\npersona 'you' { system = 'x' }", to: "set/a.lua")
      try home.write("{}", to: "set/.luarc.json")
      let second = try await run("stubs", folder, "--json")
      #expect(
        second.output.split(separator: "\n").map { $0.suffix(20) }.map { $0.contains("kept") }
          == [false, true, false])
      #expect(try text(".understudy/understudy.lua").contains(#"persona string|"you""#))
      #expect(try text(".luarc.json") == "{}")
      _ = try await run("stubs", folder, "--force")
      #expect(try text(".luarc.json") != "{}")
    }

    @Test("A file in place of a folder, and a filter that fits no case, are told and end with 2")
    func nothingToDo() async throws {
      try home.write("monitor 'people' { 'private' }", to: "set/a.lua")
      try home.write("case 'greets' { message = { text = 'hi' } }", to: "set/a_test.lua")
      for command in ["check", "test"] {
        let file = try await run(command, "\(folder)/a.lua")
        #expect(file.status == 2)
        #expect(file.errors.contains("a.lua is a file, and the files of a folder are one set"))
        #expect(file.errors.contains("Name the folder: \(folder)\n"))
      }
      #expect(try await run("test", folder, "--filter", "greet").status == 0)
      for format in [[], ["--json"]] {
        let none = try await Program.run(
          ["test", folder, "--filter", "nomatch"] + format, home: home)
        #expect(none.status == 2)
        #expect(none.errors.contains("No case has \"nomatch\" in its name."))
      }
    }

    @Test("stubs helps with rules that have problems, and says where it cannot write")
    func stubsInTrouble() async throws {
      try home.write("rule 'a' {", to: "set/a.lua")
      #expect(try await run("stubs", folder).status == 0)
      try home.write("", to: "other/.understudy")
      let blocked = try await run("stubs", home.file("other").path)
      #expect(blocked.status == 2)
      #expect(blocked.errors.contains("cannot be written"))
      #expect(try await run("stubs", "/no/such/folder").status == 2)
    }

    /// An empty folder, the rules that ship, and sets that read few people or only groups.
    static let sets: [String] = [
      "", "monitor 'm' { 'private', contacts = true }",
      "monitor 'm' { '@somebody' }\nrule 'all' { act = reply 'no' }",
      "monitor 'm' { 'group', only = 'mentions' }",
    ]

    @Test(
      "What new begins passes check and test at once, whatever rules are there", arguments: sets)
    func scaffolds(rules: String) async throws {
      try home.write(rules, to: "set/account.lua")
      for (kind, name) in [
        ("rule", "Late Invoice"), ("persona", "at work"), ("monitor", "clients"), ("rule", "ёлка"),
      ] {
        let made = try await run("new", kind, name, folder)
        #expect(made.status == 0, "\(kind): \(made.errors)")
      }
      let check = try await run("check", folder)
      #expect(check.status == 0, "\(check.output)")
      #expect(check.output.contains("5 files, ") && !check.output.contains("tie"))
      let test = try await run("test", folder)
      #expect(test.status == 0, "\(test.output)")
      #expect(test.output.contains("6 passed, 0 failed, 0 errors."))
      #expect(try text("late-invoice.lua").contains("rule \"Late Invoice\" {"))
    }

    @Test("new writes nothing over, and nothing into rules with problems")
    func refusals() async throws {
      try home.write("-- mine", to: "set/scarf_test.lua")
      let there = try await run("new", "rule", "scarf", folder)
      #expect(there.status == 1)
      #expect(there.errors.contains("scarf_test.lua is there already, and is not written over."))
      try home.write("persona 'me' { system = 'x' }", to: "set/a.lua")
      let twice = try await run("new", "persona", "me", folder)
      #expect(twice.status == 1)
      #expect(twice.errors.contains("There is a persona \"me\" already, at a.lua:1."))
      try home.write(
        "rule 'no' { phase = 'guard', act = ignore() }", to: "set/guard.lua")
      let guarded = try await run("new", "rule", "hat", folder)
      #expect(guarded.status == 1)
      #expect(guarded.errors.contains("would not work: hat_test.lua:"))
      try home.write("rule 'a' {", to: "set/a.lua")
      let broken = try await run("new", "rule", "hat", folder)
      #expect(broken.status == 1 && broken.errors.contains("a.lua:1"))
      for name in ["", ".hidden", "../up", "a/b", "x_test", "say \"hi\""] {
        let bad = try await run("new", "rule", name, folder)
        #expect(bad.status == 2, "\(name)")
        #expect(bad.errors.contains("cannot be the name of a rule"), "\(name)")
      }
      let files = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
      #expect(files == ["a.lua", "guard.lua", "scarf_test.lua"])
    }

    @Test("check reads test files, too, and tells everything at once")
    func everything() async throws {
      try home.write("rule 'a' { whem = {} }\n", to: "set/a.lua")
      try home.write("case 'x' { massage = {} }\n", to: "set/a_test.lua")
      let outcome = try await run("check", folder, "--json")
      #expect(outcome.status == 1)
      #expect(outcome.output.contains(#"did you mean \"when\"?"#))
      #expect(outcome.output.contains(#"did you mean \"message\"?"#))
      #expect(
        outcome.output.hasSuffix(
          #"{"errors":4,"event":"summary","failed":2,"passed":0,"warnings":0}"#),
        "\(outcome.output)")
    }

    @Test("Annotations of GitHub Actions: file and line, escaped, by flag or by the environment")
    func annotations() async throws {
      try home.write(
        "monitor 'm' { 'private' }\nhours 'x' { 'mon 9-5', zon = '100%' }", to: "set/a,b.lua")
      let outcome = try await run("check", folder, "--github")
      #expect(outcome.status == 1)
      let place = "::error file=\(folder)/a%2Cb.lua,line=2::"
      #expect(
        outcome.output.contains(
          "\(place)unknown key \"zon\" in hours \"x\"; did you mean \"zone\"?"))
      let same = try await run("check", folder, environment: ["GITHUB_ACTIONS": "true"])
      #expect(same.output == outcome.output)
      try home.write("monitor 'm' { 'private' }", to: "set/a,b.lua")
      try home.write(
        "case '50%' { message = { text = 'x' }, expect = { speech = 'reply' } }",
        to: "set/a_test.lua")
      let test = try await run("test", folder, environment: ["GITHUB_ACTIONS": "true"])
      #expect(test.status == 1)
      #expect(
        test.output.contains(
          "::error file=\(folder)/a_test.lua,line=1::case \"50%25\": expected speech"))
      #expect(try await run("check", folder, "--github", "--json").status == 2)
    }
  }
}
