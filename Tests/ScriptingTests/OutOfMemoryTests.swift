import Testing

@testable import Scripting

/// Memory that fails at the n-th allocation and at each one after it, for every n.
struct OutOfMemoryTests {
  private static func environment(allocations: Int64 = .max) -> ScriptEnvironment {
    var environment = ScriptEnvironment(
      functions: Script.functions,
      classes: [
        ScriptClass("message", methods: [HostFunction("m", phase: .any) { .value($0[0]) }])
      ],
      constants: [("limits.day", 20)]
    ) { name in ScriptSource(name: "\(name).lua", text: "return { one = 1, f = function() end }") }
    environment.limits.allocations = allocations
    return environment
  }

  /// Something of everything that allocates.
  private static let source = """
    local m = require "m"
    local kept = {}
    define "x" { a = 1, f = function() end }
    local function f(message)
      local dead = coroutine.create(function() error("x") end)
      coroutine.resume(dead)
      local _, text = coroutine.resume(dead)
      local counting = coroutine.wrap(function() for i = 1, 3 do coroutine.yield(i) end end)
      counting() counting()
      local function nested(n) if n == 0 then return 1 end return coroutine.wrap(nested)(n - 1) end
      pcall(nested, 300)
      local s = ("abc"):rep(50):gsub("%w", function(c) return c .. c end):gsub("(b)", "%1%1")
      local t = {}
      for i = 1, 40 do t["k" .. i] = { i } end
      for k, v in pairs(t) do kept[k] = v end
      for k in next, t do break end
      table.sort({ 3, 1, 2 }, function(a, b) return a < b end)
      xpcall(function() local none = nil; none.y = 1 end, function(e) return e .. "!" end)
      xpcall(error, function(e) error(e) end, 1)
      pcall(function() return string.xyz end)
      pcall(function() zzz = 1 end)
      local closed <close> = setmetatable({}, { __close = function() end })
      local r = echo({ a = { 1, 2, { b = "c" } } })
      local answer = ai.complete(r, message.text)
      return ("%s %5.2f %q"):format(r.a[3].b, 1.5, "z"), answer, message.tags
    end
    return f
    """

  private static let message = ScriptValue.record(
    ScriptRecord(
      "message", fields: [.init(name: "text", value: "hi"), .init(name: "tags", value: ["a"])]))

  @Test("a state is made, or not, wherever memory fails")
  func making() throws {
    var needed: Int64 = 0
    while (try? ScriptState(Self.environment(allocations: needed))) == nil { needed += 1 }
    // Or it counted nothing.
    #expect(needed > 100)
  }

  @Test("a file is loaded, or refused with an error of memory, wherever memory fails")
  func loading() throws {
    var needed: Int64 = 0
    while true {
      let state = try ScriptState(Self.environment())
      state.allow(allocations: needed)
      do throws(ScriptError) {
        try state.load(ScriptSource(name: "a.lua", text: Self.source))
        break
      } catch {
        #expect(error.kind == .memory, "\(needed): \(error)")
      }
      state.allow(allocations: .max)
      #expect(try state.load(ScriptSource(name: "b.lua", text: "return 1")) == [1])
      needed += 1
    }
    #expect(needed > 100)
  }

  @Test("a run ends well or with an error of memory, wherever memory fails, and the next one runs")
  func running() throws {
    let state = try ScriptState(Self.environment())
    let values = try state.load(ScriptSource(name: "a.lua", text: Self.source))
    let main = try #require(values.first?.function)
    state.collectGarbage()
    let baseline = state.memoryInUse
    var needed: Int64 = 0
    var ended = false
    while !ended {
      state.allow(allocations: needed)
      var outcome = state.start(main, arguments: [Self.message])
      if case .waiting(let request) = outcome {
        outcome = try #require(state.resume(request.token, with: .success(["answer"])))
      }
      state.allow(allocations: .max)
      switch outcome {
      case .finished(let values):
        #expect(values == ["c  1.50 \"z\"", "answer", ["a"]])
        ended = true
      case .failed(let error): #expect(error.kind == .memory, "\(needed): \(error)")
      case .waiting: throw Unexpected(what: "waiting")
      }
      #expect(state.waitingRuns == 0)
      // Now and then all the way: the state is whole, and holds no more than before.
      if needed % 50 == 0 {
        let request = try state.start(main, arguments: [Self.message]).request()
        let second = try #require(state.resume(request.token, with: .success(["answer"])))
        #expect(try second.values().count == 3)
        state.collectGarbage()
        #expect(state.memoryInUse < baseline + 16384)
      }
      needed += 1
    }
    #expect(needed > 500)
  }
}
