import CLuaReference
import Scripting

extension Suite {
  /// What the sandbox costs: the same Lua text in a state of ours and in Lua's own, without hook, cap or
  /// step count.
  static let scripting = Suite(name: "scripting") {
    [
      try contest(
        "a loop of arithmetic, counted", items: 100_000,
        "return function(n) local x = 0 for i = 1, n do x = x + i % 7 end return x end"),
      try contest(
        "table fields read and set, counted", items: 100_000,
        """
        return function(n)
          local t = { a = 0, b = 1 }
          for i = 1, n do t.a = t.a + t.b end
          return t.a
        end
        """),
      try contest(
        "tables made, capped", items: 10_000,
        "return function(n) local t for i = 1, n do t = { i } end return t[1] end"),
      try contest(
        "pcall", items: 10_000,
        "return function(n) local f = function() end for i = 1, n do pcall(f) end return n end"),
      try contest(
        "find, a short pattern", items: 10_000, finding("%d+%s*€", in: "send me 200 € now")),
      try contest(
        "find, a plain word", items: 10_000, finding("money", in: "can you send me money")),
      try contest(
        "match with captures", items: 10_000,
        finding("^(%w+)%s*=%s*(.-)%s*$", in: "favourite_colour = a kind of green  ")),
      try contest(
        "gsub with a function", items: 1_000,
        """
        return function(n)
          local s, c = ("the quick brown fox "):rep(5), 0
          for i = 1, n do s:gsub("%a+", function(w) c = c + #w end) end
          return c
        end
        """),
      try contest(
        "gmatch over a page", items: 100,
        """
        local s = ("the quick brown fox "):rep(200)
        return function(n)
          local c = 0
          for i = 1, n do for w in s:gmatch("%a+") do c = c + 1 end end
          return c
        end
        """),
      try contest(
        "table.sort, 100 numbers", items: 100,
        """
        return function(n)
          for i = 1, n do
            local t = {}
            for k = 1, 100 do t[k] = k * 7919 % 101 end
            table.sort(t)
          end
          return n
        end
        """),
      Contest(
        subject: Work("a state made", unit: .items, amount: 1) { times in
          for _ in 0..<times { try keep(ScriptState(ScriptEnvironment())) }
        },
        baseline: Work("a state of Lua's own with its libraries", unit: .items, amount: 1) {
          times in
          let chunk = Array("return function() end".utf8CString.dropLast())
          for _ in 0..<times { reference_close(reference_open(chunk, chunk.count)) }
        }),
    ]
  }

  private static func finding(_ pattern: String, in text: String) -> String {
    """
    return function(n)
      local s, c = "\(text)", 0
      for i = 1, n do if s:find("\(pattern)") then c = c + 1 end end
      return c
    end
    """
  }

  private static func contest(_ name: String, items: Int, _ chunk: String) throws -> Contest {
    Contest(
      subject: try ours(name, items: items, chunk),
      baseline: try luasOwn("the same in Lua's own state", items: items, chunk))
  }

  private static func ours(_ name: String, items: Int, _ chunk: String) throws -> Work {
    let state = try ScriptState(ScriptEnvironment())
    let values = try state.load(ScriptSource(name: "chunk.lua", text: chunk))
    guard let function = values.first?.function else {
      throw BenchmarkError("the script gave no function")
    }
    let arguments = EncodedValues([.integer(Int64(items))])
    let budget = RunBudget(instructions: .max, processorTime: .infinity)
    return Work(name, unit: .items, amount: items) { times in
      for _ in 0..<times {
        guard
          case .finished(let values) = state.start(function, arguments: arguments, budget: budget)
        else { throw BenchmarkError("\(name) failed") }
        try keep(values)
      }
    }
  }

  private static func luasOwn(_ name: String, items: Int, _ chunk: String) throws -> Work {
    let text = chunk.utf8CString.dropLast()
    guard let function = text.withUnsafeBufferPointer({ reference_open($0.baseAddress, $0.count) })
    else { throw BenchmarkError("the script gave no function") }
    // Lives as long as the process.
    return Work(name, unit: .items, amount: items) { times in
      for _ in 0..<times { try keep(reference_call(function, Int64(items))) }
    }
  }
}
