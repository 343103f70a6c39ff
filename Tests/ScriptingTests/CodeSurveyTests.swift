import Testing

@testable import Scripting

@Suite("What functions do is seen in what they were compiled to, whether they run or not")
struct CodeSurveyTests {
  private func survey(_ text: String) throws -> CodeSurvey {
    let state = try ScriptState(ScriptEnvironment(functions: Script.functions))
    // How far a file runs changes nothing.
    do throws(ScriptError) {
      try state.load(ScriptSource(name: "a.lua", text: text), surveyed: true)
    } catch {}
    return try #require(state.takeSurvey())
  }

  /// `m.sender.name` by the number of the parameter: `1:0.sender.name@3`.
  private func accesses(_ text: String) throws -> [String] {
    try survey(text).accesses.map { access in
      let steps = access.origin.steps.map { step in
        switch step {
        case .field(let name): ".\(name)"
        case .method(let name): ":\(name)"
        case .item: "[]"
        case .result: "()"
        }
      }.joined()
      let root =
        switch access.origin.root {
        case .globals: ""
        case .function(let function): "function \(function)"
        case .parameter(let function, let index): "\(function):\(index)"
        }
      return "\(root)\(steps)\(access.isAssigned ? "=" : "")@\(access.line)"
    }
  }

  private func complaints(_ text: String) throws -> [String] {
    let environment = ScriptEnvironment(
      functions: Script.functions, hints: ["os": "os is not available"])
    return ScriptVocabulary(environment).complaints(about: try survey(text)).map {
      "\($0.line): \($0.message)"
    }
  }

  @Test(
    "Globals that are read, called and assigned to in functions that nobody runs, with their lines")
  func globals() throws {
    let found = try complaints(
      """
      local function never()
        local a = ecoh "x"
        if foo then
          return ai.complet {}, string.fromat("x")
        end
        bar = 1
        string.x = 1
        return os.time()
      end
      """)
    #expect(
      found == [
        "2: unknown name 'ecoh'; did you mean 'echo'?",
        "3: unknown name 'foo'",
        "4: ai has no 'complet'; did you mean 'complete'?",
        "4: string has no 'fromat'; did you mean 'format'?",
        "6: 'bar' is global, and rules have no global variables; write 'local bar'",
        "7: string is read-only: 'x' cannot be set",
        "8: os is not available",
      ])
  }

  @Test("What is there is not complained of, in either phase")
  func known() throws {
    let found = try complaints(
      """
      local function f(t, ...)
        define "x" { t }
        for k, v in pairs(t) do echo(k, v, select("#", ...)) end
        return setmetatable({}, { __index = function(_, key) return rawget(t, key) end }),
          table.concat({}, ","), ("x"):rep(3), require, ai.complete, utf8.charpattern, math.pi
      end
      """)
    #expect(found == [])
  }

  @Test(
    "An environment of one's own is not judged",
    arguments: [
      "local _ENV = {} ; local function f() x = y end",
      "local function f() local _ENV = { y = 1 } ; return y end",
      "local function f(_ENV) return y end",
      "local function f() local _ENV <const> = {} ; return function() return y end end",
      "_ENV = {} ; local function f() return y end",
      "local function f() return y end ; local function g() _ENV = {} end",
      "local function f() return y end ; local function g() return function() _ENV = 1 end end",
    ])
  func otherEnvironments(text: String) throws {
    #expect(try complaints(text) == [])
  }

  @Test("The environment under another name is judged all the same")
  func aliases() throws {
    #expect(try complaints("local function f() return _ENV.y end") == ["1: unknown name 'y'"])
    #expect(
      try complaints("local e = _ENV\nlocal function f() return e.y end") == [
        "2: unknown name 'y'"
      ])
  }

  @Test("In a function with hundreds of constants, and in one of hundreds of lines")
  func large() throws {
    let constants = (1...400).map { "t[\($0)] = 'text \($0)'" }.joined(separator: "\n")
    #expect(
      try complaints("local function f(t)\n\(constants)\nreturn wrong(t)\nend") == [
        "402: unknown name 'wrong'"
      ])
    let gap = String(repeating: "\n", count: 300)
    let lines = (0..<200).map { "\(gap)w\($0)()" }.joined()
    let found = try complaints("local function f()\(lines) end")
    #expect(found.map { $0.split(separator: ":")[0] } == (0..<200).map { "\(301 + $0 * 300)" })
    let long = String(repeating: "x", count: 60)
    #expect(
      try complaints("local function f() return \(long) end") == ["1: unknown name '\(long)'"])
  }

  @Test("Fields of parameters, of what hangs on them, and in functions within")
  func parameters() throws {
    #expect(
      try accesses(
        """
        local function run(m, x)
          if m.text == "a" and m.sender.name then
            return function() return x.store.chat:get("n"), m:replied().text end
          end
          m.text = "b"
        end
        """) == [
          "1:0.text@2", "1:0.sender@2", "1:0.sender.name@2", "1:1.store@3", "1:1.store.chat@3",
          "1:1.store.chat:get@3", "1:0:replied@3", "1:0:replied().text@3", "1:0.text=@5",
        ])
  }

  @Test("A local variable holds what it was given, as long as nothing can have changed it")
  func locals() throws {
    #expect(
      try accesses("local function f(m) local s = m.sender\nif m.x then s.a() end\nreturn s.b end")
        == ["1:0.sender@1", "1:0.x@2", "1:0.sender.a@2", "1:0.sender.b@3"])
    #expect(
      try accesses("local function f(m) local s = m.sender\nwhile s.a do s.b() end end")
        == ["1:0.sender@1", "1:0.sender.a@2", "1:0.sender.b@2"])
    #expect(
      try accesses("local function f(m) local s = m.s\nreturn function() return s.a end end")
        == ["1:0.s@1", "1:0.s.a@2"])
  }

  @Test(
    "What may be something else is let pass",
    arguments: [
      "local function f(m) m = {} return m.a end",
      "local function f(m, c) if c then m = {} end return m.a end",
      "local function f(m) while m.first do m = {} end end",
      "local function f(m) local g = function() m = {} end g() return m.a end",
      "local function f(m) return function() return function() m = {} end, m.a end end",
      "local function f(m, c) local s = c and m.first or {} return s.a end",
      "local function f(m, c) local s = m.first or {} return s.a end",
      "local function f(m, c) local s if c then s = m.first else s = {} end return s.a end",
      "local function f(m) local s = m.first for i = 1, 9 do echo(s.a) s = {} end end",
      "local function f(m) local s = m.first local function g() s = {} end g() return s.a end",
      "local function f(m) local s = {} ::again:: echo(s.a) s = m.first goto again end",
      "local function f(m) local s = m.first repeat s = {} until s.a end",
      "local function f(...) local m = ... return m.a end",
      "local function f(m) for m in pairs(m.first) do echo(m.a) end end",
      "local function f(m) for _, m in ipairs(m.first) do m = {} echo(m.a) end end",
    ])
  func changing(text: String) throws {
    #expect(try accesses(text).filter { $0.contains(".a@") } == [])
  }

  @Test("The items of a list that ipairs goes through, and what is taken by number")
  func items() throws {
    #expect(
      try accesses(
        """
        local function f(x)
          for i, h in ipairs(x.history(5)) do
            if i > 1 then echo(h.a) end
          end
          return x.history(5)[1].b
        end
        """
      ).filter { $0.contains("[]") } == ["1:0.history()[].a@3", "1:0.history()[].b@5"])
  }

  @Test("Calls with the tables that they are given")
  func calls() throws {
    let calls = try survey(
      """
      local function f(c, t)
        echo { "hi", c, delay = "a",
          quote = true, text = c and "x" or "y" }
        echo("one", 2)
        local own = { [c] = 1, n = 1.5 }
        own.late = "z"
        return echo(own)
      end
      """
    ).calls.filter { $0.callee.steps == [.field("echo")] }
    let shown = calls.map { call in
      call.arguments.map { argument in
        switch argument {
        case .unknown: "?"
        case .constant(let value): "\(value)"
        case .origin: "origin"
        case .table(let table):
          "\(table.items.map { $0 == nil ? "?" : "!" }) \(table.isWhole) "
            + table.fields.map { "\($0.name)@\($0.line)\($0.value == nil ? "?" : "!")" }
            .joined(separator: " ")
        }
      }.joined(separator: ", ")
    }
    #expect(
      shown == [
        #"["!", "?"] true delay@2! quote@3! text@3?"#, #"string("one"), integer(2)"#,
        "[] false n@5! late@6!",
      ])
  }

  @Test("A local function whose calls are all seen, and such that others may call")
  func ownFunctions() throws {
    func open(_ text: String) throws -> [Bool] {
      try survey(text).functions.dropFirst().map(\.isOpen)
    }
    #expect(
      try open("local function f(a) return a.b end local function g(m) return f(m), f(m.c) end")
        == [false, false])
    #expect(
      try open(
        "local f = function(a) end for i = 1, 9 do if i > 5 then f(i) end end return { run = function(m) f(m) end }"
      ) == [false, true])
    for text in [
      "local function f(a) end return f", "local function f(a) end return f, 1",
      "local function f(a) end return { f }", "local function f(a) end return { x = f }",
      "local function f(a) end echo(f)", "local function f(a) end local g = f g(1)",
      "local function f(a) f(a.b) end f(1)", "local f f = function(a) end f(1)",
      "local function f(a) end f = echo f(1)", "local t = {} function t.f(a) end t.f(1)",
      "local function f(a) end for i in f do end", "local function f(a) end pcall(f, 1)",
      "local function f(a) end local t = {} t[1] = f", "local function f(a) end return f or 1",
      "local f = function(a) end, echo(1)", "local f = echo or function(a) end f(1)",
    ] {
      #expect(try open(text) == [true], "\(text)")
    }
    #expect(
      try open("local function f(a) end local function g() return f end")[0] == true)
    #expect(
      try open("local u local function f(a) end local function g() u = f end")[0] == true)
  }

  @Test("A table that grows from call to call is kept within bounds")
  func growing() throws {
    let body = String(repeating: "t.a = 1 echo(t) ", count: 10_000)
    let calls = try survey("local function f() local t = {}\n\(body) end").calls
    #expect(calls.count == 10_000)
    let kept = calls.flatMap(\.arguments).reduce(into: (calls: 0, fields: 0)) { kept, argument in
      if case .table(let table) = argument {
        kept.calls += 1
        kept.fields += table.fields.count
      }
    }
    #expect(kept.calls > 100 && kept.fields <= 100_000)
  }

  @Test("Several values that are returned, and where they come from")
  func returns() throws {
    let returns = try survey(
      "local function f(c) if c then return echo('a'), fail('b') end return 1, echo('c') end"
    ).returns
    #expect(
      returns.map { $0.values.map { $0?.steps.first } } == [
        [.field("echo"), .field("fail")], [nil, .field("echo")],
      ])
  }

  @Test("A file that is not Lua has no survey, and one is told once")
  func absent() throws {
    let state = try ScriptState(ScriptEnvironment())
    #expect(throws: ScriptError.self) {
      try state.load(ScriptSource(name: "a.lua", text: "x x x"), surveyed: true)
    }
    #expect(state.takeSurvey() == nil)
    try state.load(ScriptSource(name: "a.lua", text: "local x"), surveyed: true)
    #expect(state.takeSurvey()?.functions.count == 1)
    #expect(state.takeSurvey() == nil)
    try state.load(ScriptSource(name: "a.lua", text: "local x"))
    #expect(state.takeSurvey() == nil)
  }

  @Test("Functions nested too deep to be walked through are left alone")
  func deep() throws {
    let state = try ScriptState(ScriptEnvironment())
    let text =
      String(repeating: "local function f() ", count: 150) + "return wrong"
      + String(repeating: " end", count: 150)
    try state.load(ScriptSource(name: "a.lua", text: text), surveyed: true)
    #expect(state.takeSurvey() == nil)
  }
}
