import Foundation
import Testing

@testable import Scripting

/// What scripts have of Lua's own library, stated once and compared with all that Lua 5.4 has.
struct StandardLibraryTests {
  /// The table in docs/lua.md: everything that is here, by library ("" for the globals).
  private static let present: [String: Set<String>] = {
    let file = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "docs/lua.md")
    let text = String(decoding: (try? Data(contentsOf: file)) ?? Data(), as: UTF8.self)
    var present: [String: Set<String>] = [:]
    for line in text.split(separator: "\n") where line.hasPrefix("| ") {
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      let names = cells.map { cell in
        cell.split(separator: " ").filter { $0.hasPrefix("`") && $0.hasSuffix("`") }
          .map { String($0.dropFirst().dropLast()) }
      }
      if cells.first == "globals" {
        present["", default: []].formUnion(names[1])
      } else if cells.count == 2, names[0].count == 1, let library = names[0].first {
        present[library] = Set(names[1])
        present["", default: []].insert(library)
      }
    }
    return present
  }()

  /// Every global of Lua's own interpreter, and every field of its library tables, dotted.
  private static func names() -> [String] {
    Reference.run(
      """
      local names = {}
      for name, value in pairs(_G) do
        names[#names + 1] = name
        if type(value) == "table" and name ~= "_G" then
          for field in pairs(value) do names[#names + 1] = name .. "." .. field end
        end
      end
      return table.concat(names, " ")
      """
    ).split(separator: " ").map(String.init)
  }

  private static func isPresent(_ name: String) -> Bool {
    let parts = name.split(separator: ".").map(String.init)
    return parts.count == 1
      ? present[""]?.contains(name) == true : present[parts[0]]?.contains(parts[1]) == true
  }

  @Test("each name of Lua's own library is there, or its absence is explained [C3, rules 21]")
  func whole() throws {
    let names = Self.names()
    #expect(names.count > 140)
    #expect(Self.present.count == 6)
    for name in names {
      if Self.isPresent(name) {
        #expect(try Script.value("return \(name) ~= nil") == true, "\(name)")
      } else if let library = name.split(separator: ".").first.map(String.init),
        library != name, !Self.isPresent(library)
      {
        // A field of a library that is absent as a whole.
        let error = try Script.error("return \(name)")
        #expect(error.message.contains("\(library) is not available"), "\(name): \(error)")
      } else {
        let error = try Script.error("return \(name)")
        #expect(error.message.contains("\(name) is not available"), "\(name): \(error)")
        #expect(error.location == ScriptLocation(file: "test.lua", line: 1))
      }
    }
  }

  @Test("nothing is there that Lua does not have, but what the host adds")
  func nothingElse() throws {
    let known = Set(Self.names())
    for (library, names) in Self.present {
      for name in names { #expect(known.contains(library.isEmpty ? name : "\(library).\(name)")) }
      // A name that is not there lists the known ones to Swift, which looks for the nearest.
      let misspelt = library.isEmpty ? "xyzzyx" : "\(library).xyzzyx"
      #expect(throws: ScriptError.self) { try Script("return 1", prelude: "local _ = \(misspelt)") }
    }
    // No table hands out its contents.
    for library in Self.present.keys where !library.isEmpty {
      #expect(try Script.values("return next(\(library)), rawlen(\(library))") == [.nil, 0])
    }
  }

  @Test(
    "next goes by number, then by name, like pairs, and is the same each time",
    arguments: [
      (
        "local t = { z = 1, a = 2, [10] = 3, [-1] = 4, m = 5, [2.5] = 6, [true] = 7, 'one' }",
        "-1 1 2.5 10 a m z true"
      ),
      ("local t = {}", ""),
      ("local t = { [{}] = 1, a = 2, [{}] = 3 }", "a table table"),
      (
        "local t = { [1 << 53] = 1, [2^53 + 2] = 2, [-(1 << 60)] = 3 }",
        "-1152921504606846976 9007199254740992 9007199254740994"
      ),
    ])
  func next(table: String, keys: String) throws {
    let body = """
      \(table)
      local keys = {}
      for k, v in next, t do keys[#keys + 1] = tostring(k) assert(t[k] == v) end
      return table.concat(keys, " ")
      """
    #expect(try Script.value(body) == .string(keys))
  }

  @Test("pairs and next visit a table as large as fits, in one order")
  func large() throws {
    let body = """
      local t, n, last = {}, 0, ""
      for i = 1, 60000 do t["k" .. i] = i end
      for k in pairs(t) do n = n + 1 assert(last < k) last = k end
      return n
      """
    let budget = RunBudget(instructions: 100_000_000, processorTime: .infinity)
    #expect(try Script(body).start(budget: budget).values() == [60000])
  }

  @Test("strings take part in arithmetic as in Lua, and long ones are charged for")
  func arithmetic() throws {
    #expect(
      try Script.values("return '10' + 1, '0x10' * '2', -'3', '7' // 2, tonumber('z', 36)")
        == [11, 32, -3, 3, 35])
    #expect(
      try Script.error("return 'a' + 1").message.contains(
        "attempt to add a 'string' with a 'number'"))
  }
}
