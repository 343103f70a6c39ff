import Testing

@testable import Scripting

struct ModuleTests {
  private func load(
    _ source: String, modules: [String: String], limits: ScriptLimits = ScriptLimits()
  ) throws -> [ScriptValue] {
    let environment = ScriptEnvironment(functions: Script.functions, limits: limits) { name in
      modules[name].map { ScriptSource(name: "lib/\(name).lua", text: $0) }
    }
    return try ScriptState(environment).load(ScriptSource(name: "main.lua", text: source))
  }

  @Test("a module is run once and its value shared [C1]")
  func once() throws {
    let values = try load(
      "local a, b = require 'm', require 'm'; a.n = a.n + 1; return a == b, b.n, require 'side'",
      modules: ["m": "return { n = 1 }", "side": "local x = 1"])
    #expect(values == [true, 2, true])
  }

  @Test("an error in a module names the module's line")
  func errors() throws {
    let broken = try Script.loadError("require 'm'", modules: ["m": "\n\nlocal = 1"])
    #expect(broken.location == ScriptLocation(file: "m.lua", line: 3))
    let global = try Script.loadError("require 'm'", modules: ["m": "\nx = 1"])
    #expect(global.location == ScriptLocation(file: "m.lua", line: 2))
    let absent = try Script.loadError("\nrequire 'nothing'", modules: [:])
    #expect("\(absent)" == "people.lua:2: there is no module 'nothing'")
  }

  @Test("modules that require each other, and too many modules, are refused")
  func bounds() throws {
    let circle = try Script.loadError(
      "require 'a'", modules: ["a": "require 'b'", "b": "require 'a'"])
    #expect(circle.message.contains("requires itself"))
    var limits = ScriptLimits()
    limits.modules = 2
    let modules = ["a": "return 1", "b": "return 1", "c": "return 1"]
    #expect(throws: ScriptError.self) {
      try load("require 'a' require 'b' require 'c'", modules: modules, limits: limits)
    }
    _ = try load("require 'a' require 'b' require 'a'", modules: modules, limits: limits)
  }

  @Test("a long file name is told whole")
  func longName() throws {
    let name = String(repeating: "folder/", count: 20) + "rules.lua"
    let state = try ScriptState(ScriptEnvironment())
    let error = #expect(throws: ScriptError.self) {
      try state.load(ScriptSource(name: name, text: "\nerror('x')"))
    }
    #expect(error?.location == ScriptLocation(file: name, line: 2))
    #expect(error?.message == "x")
  }

  @Test("a byte order mark is passed over, and an overlong file refused")
  func sources() throws {
    #expect(try load("\u{feff}return 1", modules: [:]) == [1])
    var limits = ScriptLimits()
    limits.sourceBytes = 10
    #expect(throws: ScriptError.self) {
      try load("return 1 + 1 + 1", modules: [:], limits: limits)
    }
  }
}
