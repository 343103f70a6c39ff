import Testing

@testable import Scripting

struct ErrorTests {
  @Test("a syntax error tells file and line [point 1]")
  func syntax() throws {
    let error = try Script.loadError("define 'x' {\n  a = ,\n}")
    #expect(error.kind == .syntax)
    #expect(error.location == ScriptLocation(file: "people.lua", line: 2))
    #expect(error.message.contains("unexpected symbol near ','"))
  }

  @Test(
    "an error without words is put into words, with its line and traceback [point 26]",
    arguments: [
      ("error(nil)", "an error without a message: error(nil)"),
      ("error()", "an error without a message: error(nil)"),
      ("error({})", "an error whose message is a table: error({...}); give it a string"),
      ("error({ message = 'inside' })", "inside"),
      ("error(true)", "an error whose message is a boolean"),
      (
        "error(setmetatable({}, { __tostring = function() while true do end end }))",
        "an error whose message is a table: error({...}); give it a string"
      ),
      ("error('plain')", "plain"), ("error('plain', 0)", "plain"), ("error(42)", "42"),
      ("local x; x.y = 1", "attempt to index a nil value (local 'x')"),
    ])
  func readable(statement: String, message: String) throws {
    let error = try Script.error("\nlocal function f()\n\(statement) end\nf() return 1")
    #expect(error.message == message)
    #expect(error.location?.file == "test.lua")
    #expect(error.location?.line == 3)
    #expect(error.traceback.contains { $0.contains("test.lua:3") })
    #expect(error.traceback.contains { $0.contains("test.lua:4") })
  }

  @Test("an error raised again tells where it arose")
  func raisedAgain() throws {
    let error = try Script.error("local ok, e = pcall(function()\nerror('deep') end)\nerror(e, 0)")
    #expect("\(error)" == "test.lua:2: deep")
  }

  @Test("text that is not UTF-8 does not spoil the error")
  func binaryText() throws {
    #expect(try Script.error("error('\\xff\\0x')").message.contains("x"))
  }

  @Test("after an error the state goes on")
  func goesOn() throws {
    let script = try Script("if ... then error('x') end return 1")
    for _ in 0..<20 {
      _ = try script.start(true).error()
      #expect(try script.start(false).values() == [1])
    }
  }
}
