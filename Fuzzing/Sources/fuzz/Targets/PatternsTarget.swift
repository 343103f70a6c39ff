import CLuaReference

@testable import Scripting

/// The counting matcher: a subject, a pattern and a replacement, to each of the four functions. Whatever
/// it finds within its steps is what Lua's own matcher finds, error texts included.
struct PatternsTarget: FuzzTarget {
  static let name = "patterns"

  static func seeds() -> [[UInt8]] {
    let subjects = [
      "hello world", "key = value", "(a(b)c)", "THE (quick) fox", "aaaaab", "ünï", "  x  ",
    ]
    let patterns = [
      "(%w+) (%w+)", "^(%w+)%s*=%s*(.-)$", "%b()", "%f[%a]%a+%f[%A]", "a-b", "[^%s]+", "()%s*()",
      "(a)(b)%2%1", "[%w_]*", "[]]", "[^]-]", "$", "^", "%", "[a-", "%b(", "%f", "((.-))", "%z",
    ]
    return subjects.flatMap { subject in
      patterns.enumerated().map { index, pattern in
        [UInt8(index)] + Choices.part(Array(subject.utf8)) + Choices.part(Array(pattern.utf8))
          + Array("<%1%0>".utf8)
      }
    }
  }

  private static func literal(_ bytes: [UInt8]) -> String {
    "\""
      + bytes.map { "\\" + String(repeating: "0", count: $0 < 10 ? 2 : $0 < 100 ? 1 : 0) + "\($0)" }
      .joined() + "\""
  }

  private static let limits: ScriptLimits = {
    var limits = ScriptLimits()
    limits.patternSteps = 20_000
    limits.valueBytes = 8 << 20
    return limits
  }()

  func run(_ bytes: [UInt8]) {
    var choices = Choices(bytes)
    let start = choices.number(below: 12) - 5
    let subject = choices.part().prefix(200)
    let pattern = choices.part().prefix(60)
    let replacement = choices.remainder().prefix(40)
    let chunk = """
      local s, p, r = \(Self.literal(Array(subject))), \(Self.literal(Array(pattern))), \
      \(Self.literal(Array(replacement)))
      local out = {}
      local function tell(...)
        local t = table.pack(pcall(...))
        for i = 1, t.n do t[i] = tostring(t[i]) end
        out[#out + 1] = table.concat(t, "\\1")
      end
      tell(string.find, s, p, \(start))
      tell(string.match, s, p, \(start))
      tell(string.gsub, s, p, r)
      tell(string.gsub, s, p, { a = "b", [1] = 2 })
      tell(string.gsub, s, p, function(...) if select("#", ...) > 1 then return (select(2, ...)) end end)
      tell(function()
        local t = {}
        for a, b in s:gmatch(p, \(start)) do t[#t + 1] = tostring(a) .. tostring(b) end
        return table.concat(t, ",")
      end)
      return table.concat(out, "\\2")
      """
    guard let ours = ours(chunk) else { return }
    // What is stopped here would keep Lua's own matcher busy for long.
    if ours.contains("the pattern takes too long") { return }
    demand(ours == reference(chunk), "Lua's own matcher finds something else")
  }

  private func ours(_ chunk: String) -> String? {
    do throws(ScriptError) {
      let state = try ScriptState(ScriptEnvironment(limits: Self.limits))
      let values = try state.load(ScriptSource(name: "chunk", text: chunk))
      switch values.first {
      case .string(let text): return text
      case .bytes(let bytes): return String(decoding: bytes, as: UTF8.self)
      default: return nil
      }
    } catch {
      // Too large, too long: the limits at work.
      demand(error.kind != .host && error.kind != .syntax, "\(error)")
      return nil
    }
  }

  private func reference(_ chunk: String) -> String {
    let text = Array(chunk.utf8)
    let bytes = [UInt8](unsafeUninitializedCapacity: 4 << 20) { buffer, count in
      text.withUnsafeBufferPointer { source in
        source.withMemoryRebound(to: CChar.self) { source in
          buffer.withMemoryRebound(to: CChar.self) { out in
            count = reference_run(source.baseAddress, source.count, out.baseAddress, out.count)
          }
        }
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
