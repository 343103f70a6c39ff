import Scripting

/// What editors and checkers are told of the rule language, from the schema that checks the rules.
package enum EditorSupport {
  package struct File: Sendable, Hashable {
    /// Relative to the rules folder. Names begin with a dot, so that they are no rule files.
    package var path: String
    package var text: String
  }

  /// The folder of the definitions, in the rules folder.
  package static let folder = ".understudy"

  /// Stands in files that may be written over.
  package static let mark = "Written by 'understudy stubs'"

  /// - Parameter rules: names that these declare are offered for completion; nil: none.
  package static func files(for rules: RuleSetSummary?) -> [File] {
    [
      File(path: "\(folder)/understudy.lua", text: RuleStubs(rules).text),
      File(path: ".luarc.json", text: languageServer),
      File(path: ".luacheckrc", text: checker),
    ]
  }

  /// What a line of a function may hold, for completion: `ai.complete`, `m.sender.name`, `x.history`.
  package static var names: [String] {
    let functions =
      RuleLanguage.functions.filter { $0.phase != .load }.map(\.name)
      + RuleLanguage.actions.map(\.name) + StandardLibrary.globals
      + StandardLibrary.libraries.flatMap { library in
        library.members.map { "\(library.name).\($0)" }
      }
    let seen = RuleRecords.all.filter { !$0.shown.contains("[") }.flatMap { record in
      record.fields.map { "\(record.shown).\($0.name)" }
        + record.methods.map { method in
          "\(record.shown)\(method.signature.contains(":") ? ":" : ".")\(method.name)"
        }
    }
    return functions + seen
  }

  /// Settings of lua-language-server (luals.github.io/wiki/settings).
  private static let languageServer = """
    {
      "$schema": "https://raw.githubusercontent.com/LuaLS/vscode-lua/master/setting/schema.json",
      "runtime.version": "Lua 5.4",
      "runtime.builtin": {
        "basic": "disable",
        "debug": "disable",
        "io": "disable",
        "os": "disable",
        "package": "disable"
      },
      "runtime.path": ["?.lua"],
      "workspace.library": ["\(folder)"],
      "workspace.checkThirdParty": false,
      "diagnostics.disable": ["lowercase-global"]
    }

    """

  /// A standard for luacheck: rules and tests find different names.
  private static var checker: String {
    let rules =
      (RuleLanguage.declarations + RuleLanguage.settings + RuleLanguage.actions).map(\.name)
      + RuleLanguage.functions.map(\.name)
    let tests = ["case", "re"] + PureFunctions.all().map(\.name)
    return """
      -- \(mark); it is written over when they are written again.
      -- A standard for luacheck, which knows nothing of the kinds of values: run 'understudy check' too.
      stds.understudy_rules = {
        read_globals = {
      \(standard(rules))
        },
      }
      stds.understudy_tests = {
        read_globals = {
      \(standard(tests))
        },
      }
      std = "understudy_rules"
      files["**/*_test.lua"] = { std = "understudy_tests" }
      files[".luacheckrc"] = { std = "luacheckrc" }
      exclude_files = { "\(folder)" }
      max_line_length = false
      unused_args = false

      """
  }

  /// The host's names beside Lua's own.
  private static func standard(_ names: [String]) -> String {
    var tables = StandardLibrary.libraries
    for name in names {
      let parts = name.split(separator: ".").map(String.init)
      guard parts.count == 2 else { continue }
      if let index = tables.firstIndex(where: { $0.name == parts[0] }) {
        tables[index].members.append(parts[1])
      } else {
        tables.append((parts[0], [parts[1]]))
      }
    }
    let plain = StandardLibrary.globals + names.filter { !$0.contains(".") }
    let rows = stride(from: 0, to: plain.count, by: 8).map { start in
      plain[start..<min(start + 8, plain.count)].map { "\"\($0)\"" }.joined(separator: ", ")
    }
    return
      (rows.map { "    \($0)," }
      + tables.map { table in
        let members = table.members.map { "\"\($0)\"" }.joined(separator: ", ")
        return "    \(table.name) = { fields = { \(members) } },"
      }).joined(separator: "\n")
  }
}
