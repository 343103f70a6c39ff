import Testing

@testable import Scripting

struct HostCallTests {
  @Test("a declaration tells its title, its table and the line of the call [C1]")
  func declaration() throws {
    var calls: [HostCall] = []
    let declare = HostFunction.declaration("monitor") { call in
      calls.append(call)
      return .nothing
    }
    let state = try ScriptState(ScriptEnvironment(functions: [declare]))
    let text = """
      -- people

      monitor "people" {
        "private",
        contacts = true,
      }
      monitor("all", { "group" })
      """
    try state.load(ScriptSource(name: "people.lua", text: text))
    #expect(calls.map { $0[0] } == ["people", "all"])
    #expect(calls.first?[1].table?["contacts"] == true)
    #expect(calls.map(\.location.line) == [3, 7])
    #expect(calls.allSatisfy { $0.run == nil && $0.location.file == "people.lua" })
  }

  @Test("a declaration without its table is an error at its line")
  func incomplete() throws {
    let error = try Script.loadError("\ndefine \"x\"")
    #expect("\(error)".hasPrefix("people.lua:2: define \"x\" is not complete"))
  }

  @Test("a function is refused in the wrong phase [C1]")
  func phases() throws {
    #expect(
      try Script.error("define 'x' {}").message
        == "define may be called only while the file loads, not in a running rule")
    #expect(
      try Script.loadError("ai.complete()").message
        == "ai.complete may be called only in a running rule, not while the file loads")
    #expect(try Script.error("require 'x'").message.contains("only while the file loads"))
  }

  @Test("a failed call is an error at its line, and pcall catches it")
  func failure() throws {
    let error = try Script.error("\n\nfail('no network')")
    #expect("\(error)" == "test.lua:3: no network")
    #expect(error.kind == .runtime)
    #expect(
      try Script.values("return pcall(fail, 'no network')")
        == [false, "test.lua:1: no network"])
  }

  @Test("a call that fails 10,000 times leaves nothing behind [point 23]")
  func failuresLeakNothing() throws {
    let script = try Script(
      """
      for i = 1, 10000 do
        local ok, text = pcall(fail, "reason " .. i)
        if ok then error("went well") end
      end
      return true
      """)
    #expect(
      try script.start(budget: RunBudget(instructions: 100_000_000, processorTime: .infinity))
        .values() == [true])
    script.state.collectGarbage()
    let baseline = script.state.memoryInUse
    #expect(
      try script.start(budget: RunBudget(instructions: 100_000_000, processorTime: .infinity))
        .values() == [true])
    script.state.collectGarbage()
    #expect(script.state.memoryInUse <= baseline + 512)
  }

  @Test("a run waits and goes on where it was [C4]")
  func waits() throws {
    let script = try Script(
      """
      local a = ai.complete("one", { n = 1 })
      local b, c = ai.complete("two")
      return a .. b .. c
      """)
    let first = try script.start().request()
    #expect(first.call.function == "ai.complete")
    #expect(first.call.arguments == ["one", ["n": 1]])
    #expect(first.call.location.line == 1)
    #expect(first.call.run == first.token.run)
    #expect(script.state.waitingRuns == 1)
    let second = try #require(script.state.resume(first.token, with: .success(["A"]))).request()
    #expect(second.call.location.line == 2)
    #expect(second.token.run == first.token.run)
    let last = try #require(script.state.resume(second.token, with: .success(["B", "C"])))
    #expect(try last.values() == ["ABC"])
    #expect(script.state.waitingRuns == 0)
  }

  @Test("a failed answer is an error at the line of the call, and pcall catches it")
  func failedAnswer() throws {
    let script = try Script("\nai.complete()")
    let request = try script.start().request()
    let error = try #require(
      script.state.resume(
        request.token, with: Result<[ScriptValue], HostFailure>.failure(HostFailure("timed out")))
    ).error()
    #expect("\(error)" == "test.lua:2: timed out")

    let catching = try Script("local ok, e = pcall(ai.complete, 1); return ok, e")
    let caught = try catching.start().request()
    #expect(
      try catching.state.resume(
        caught.token, with: Result<[ScriptValue], HostFailure>.failure(HostFailure("no")))?.values()
        == [false, "test.lua:1: no"])
  }

  @Test("many runs wait at one time and are answered in any order [C4]")
  func concurrent() throws {
    let script = try Script("local n = ...; return n + ai.complete(n)")
    let requests = try (0..<100).map { try script.start(.integer($0)).request() }
    #expect(Set(requests.map(\.token)).count == 100)
    for (index, request) in requests.enumerated().reversed() {
      let outcome = try #require(script.state.resume(request.token, with: .success([1000])))
      #expect(try outcome.values() == [.integer(Int64(index) + 1000)])
    }
  }

  @Test("a late answer is dropped: after a cancellation, after an answer, after the end [point 25]")
  func stale() throws {
    let script = try Script("return ai.complete() .. ai.complete()")
    let first = try script.start().request()
    #expect(script.state.cancel(first.token.run))
    #expect(script.state.resume(first.token, with: .success(["x"])) == nil)
    #expect(!script.state.cancel(first.token.run))

    // The slot is used again; the old token must not reach the new run.
    let second = try script.start().request()
    #expect(second.token.run.slot == first.token.run.slot)
    #expect(script.state.resume(first.token, with: .success(["x"])) == nil)
    let third = try #require(script.state.resume(second.token, with: .success(["a"]))).request()
    #expect(script.state.resume(second.token, with: .success(["x"])) == nil)
    #expect(
      try script.state.resume(third.token, with: .success(["b"]))?.values() == ["ab"])
    #expect(script.state.resume(third.token, with: .success(["x"])) == nil)
    #expect(script.state.waitingRuns == 0)
  }

  @Test(
    "waiting inside a library function is a clear error [point 24]",
    arguments: [
      ("('a'):gsub('a', ai.complete)", "string.gsub"),
      ("('a'):gsub('a', function(x) return ai.complete(x) end)", "string.gsub"),
      ("table.sort({ 1, 2 }, function(a, b) return ai.complete(a) end)", "table.sort"),
      ("tostring(setmetatable({}, { __tostring = function() ai.complete() end }))", "tostring"),
      (
        "coroutine.wrap(function() ('a'):gsub('a', function() pcall(ai.complete) end) end)()",
        nil
      ),
      ("('a'):gsub('a', coroutine.wrap(function() ai.complete() end))", "string.gsub"),
    ] as [(String, String?)])
  func cannotWait(statement: String, inside: String?) throws {
    guard let inside else {
      // Caught inside: the run goes on.
      #expect(try Script.values(statement + "; return 1") == [1])
      return
    }
    let error = try Script.error(statement)
    #expect(error.message.hasPrefix("ai.complete cannot wait inside \(inside);"))
    #expect(error.location?.line == 1)
  }

  @Test(
    "waiting works within pcall, coroutines, iterators and metamethods [C4]",
    arguments: [
      "local ok, v = pcall(ai.complete); return v",
      "local ok, v = xpcall(ai.complete, error); return v",
      "return coroutine.wrap(ai.complete)()",
      "local co = coroutine.create(function() return ai.complete() end); "
        + "local ok, v = coroutine.resume(co); return v",
      "local outer = coroutine.wrap(function() return coroutine.wrap(ai.complete)() end); "
        + "return outer()",
      "for v in ai.complete do return v end",
      "return setmetatable({}, { __index = function() return ai.complete() end }).x",
      "return (setmetatable({}, { __add = function() return ai.complete() end }) + 1)",
    ])
  func canWait(body: String) throws {
    let script = try Script(body)
    let request = try script.start().request()
    #expect(try script.state.resume(request.token, with: .success(["v"]))?.values() == ["v"])
  }

  @Test("a generator can wait between its values")
  func generator() throws {
    let script = try Script(
      """
      local gen = coroutine.wrap(function()
        for i = 1, 3 do coroutine.yield(ai.complete(i)) end
      end)
      return gen() .. gen() .. gen()
      """)
    var outcome = script.start()
    for answer in ["a", "b", "c"] {
      outcome = try #require(
        script.state.resume(try outcome.request().token, with: .success([.string(answer)])))
    }
    #expect(try outcome.values() == ["abc"])
  }

  @Test("a script cannot answer in the host's place")
  func forgedAnswer() throws {
    let script = try Script(
      """
      if ... then
        main = nil
      end
      """.replacing("main = nil", with: "return pcall(coroutine.resume, kept.co, true, 'forged')")
        + """

        kept.co = coroutine.running()
        return ai.complete()
        """, prelude: "local kept = {}")
    let request = try script.start().request()
    let forged = try script.start(true).values()
    #expect(forged[1] == false)
    #expect(forged[2].string?.contains("waits for the host") == true)
    #expect(try script.state.resume(request.token, with: .success(["real"]))?.values() == ["real"])

    // The same with a coroutine of the script's own that has called the host.
    let nested = try Script(
      """
      if ... then return coroutine.resume(kept.co, true, "forged") end
      kept.co = coroutine.create(function() return ai.complete() end)
      local ok, value = coroutine.resume(kept.co)
      return value
      """, prelude: "local kept = {}")
    let waiting = try nested.start().request()
    #expect(try nested.start(true).values().first == false)
    #expect(
      try nested.state.resume(waiting.token, with: .success(["real"]))?.values() == ["real"])
  }

  @Test("coroutine.yield with nobody to yield to is an error")
  func strayYield() throws {
    #expect(try Script.error("coroutine.yield(1)").message.contains("outside a coroutine"))
  }

  @Test("calls that wait are counted [C3]")
  func hostCalls() throws {
    let script = try Script("for i = 1, 10 do pcall(ai.complete) end return 1")
    var outcome = script.start(budget: RunBudget(hostCalls: 3))
    for _ in 0..<3 {
      outcome = try #require(
        script.state.resume(try outcome.request().token, with: .success([])))
    }
    let error = try outcome.error()
    #expect(error.kind == .budget)
    #expect(error.message == "stopped after 3 calls that wait for the host")
  }

  @Test("the state cannot be entered from its own host functions")
  func reentry() throws {
    final class Box { var script: Script? }
    let box = Box()
    let enter = HostFunction("enter", phase: .run) { _ in
      guard let script = box.script, let error = try? script.start().error() else {
        return .value("entered")
      }
      return .value(.string(error.message))
    }
    box.script = try Script("return enter()", functions: [enter])
    #expect(
      try box.script?.start().values() == ["the state is running a script"])
    box.script = nil
  }
}
