import Foundation
import Model
import Rules
import Scripting
import Synchronization
import Testing

/// Points 15 to 26 of the rule language, each for a set of rule files as it is loaded and decides.
@Suite("The sandbox, as rules meet it [C3]", .timeLimit(.minutes(5)))
struct SandboxTests {
  /// `hostile.lua` with a rule of the body, which goes first, and `others.lua` with one that answers.
  private func set(_ body: String) throws(RuleLoadError) -> RuleSet {
    try load([
      "hostile.lua": """
      \(people)rule "r" { priority = 1, run = function(m, x)
      \(body)
      end }
      """,
      "others.lua": #"rule "s" { act = reply "still here" }"#,
    ])
  }

  /// The problem that the rule's run ends in, after the other rule has answered all the same.
  private func problem(_ body: String) async throws -> RuleProblem {
    let ruling = await (try set(body)).recorded(Sample.input("can you come?"))
    #expect(ruling.outcomes == ["r failed", "s won"])
    #expect(ruling.actions == [.reply(text: "still here", quotes: false)])
    let problem = try #require(ruling.problems.first)
    #expect(problem.file == "hostile.lua")
    return problem
  }

  @Test("An endless loop is stopped within its budget, and other chats are answered [rules 15]")
  func endlessLoop() async throws {
    let clock = ManualClock(Sample.monday)
    let set = try set(
      """
      if m.text == "loop" then while true do end end
      task.sleep "5s"
      return reply("slept")
      """)
    let host = TestHost(clock: clock)
    async let waiting = set.decide(Sample.input("sleep", from: Sample.stranger), host: host)
    await clock.waitForSleepers(2)
    let looping = await set.recorded(Sample.input("loop"), host: host)
    #expect(looping.outcomes == ["r failed", "s won"])
    #expect(looping.problems.first?.line == 6)
    #expect(looping.problems.first?.message.contains("endless loop") == true)
    // The chat that was waiting in the same file, on the same state, goes on.
    clock.advance(by: .seconds(5))
    #expect(await waiting.actions == [.reply(text: "slept", quotes: false)])
  }

  @Test("The same inside pcall is stopped too, and its plan is dropped [rules 16]")
  func endlessLoopCaught() async throws {
    for body in [
      "pcall(function() while true do end end) return reply 'caught'",
      "while true do pcall(function() while true do end end) end",
      "xpcall(function() while true do end end, function(e) return e end) return reply 'caught'",
      "coroutine.wrap(function() pcall(function() while true do end end) end)() return reply 'c'",
    ] {
      let problem = try await problem(body)
      #expect(problem.line == 6)
      #expect(problem.message.contains("endless loop"))
    }
  }

  @Test("A pattern that would run for years is an error, by count [rules 17]")
  func pattern() async throws {
    let problem = try await problem(#"return reply(("a"):rep(300):find(".-.-.-.-b"))"#)
    #expect(problem.line == 6)
    #expect(problem.message.contains("the pattern takes too long on a string of 300 bytes"))
  }

  @Test("string.rep of a gigabyte is refused [rules 18]")
  func largeString() async throws {
    let problem = try await problem(#"return reply(string.rep("x", 1e9))"#)
    #expect(problem.message.contains("larger than the limit of 2097152 bytes"))
  }

  @Test("Memory past the cap fails that run alone [rules 19]")
  func memory() async throws {
    let problem = try await problem("local t = {}\nwhile true do t = { t } end")
    #expect(problem.line == 7)
    #expect(problem.message.contains("limit of 16384 KiB of memory"))
  }

  @Test("After runs that took all their memory the process is back at its baseline [rules 19]")
  func memoryOfProcess() async throws {
    await #expect(processExitsWith: .success) {
      let set = try load(
        """
        rule "r" { run = function(m, x)
          local t = {}
          while true do t[#t + 1] = ("x"):rep(10000) .. #t end
        end }
        """)
      func resident() throws -> Int {
        let fields = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8).split(
          separator: " ")
        return (Int(fields[1]) ?? 0) * Int(getpagesize())
      }
      let host = TestHost()
      for id: Int32 in 0..<3 {
        let ruling = await set.decide(Sample.input("x", id: id), host: host)
        guard ruling.problems.first?.message.contains("memory") == true else { exit(2) }
      }
      let baseline = try resident()
      for id: Int32 in 3..<40 { _ = await set.decide(Sample.input("x", id: id), host: host) }
      // Each run takes 16 MiB.
      guard try resident() < baseline + (8 << 20) else { exit(3) }
      exit(EXIT_SUCCESS)
    }
  }

  @Test("__gc is refused, at load and in a run [rules 20]")
  func finalizer() async throws {
    #expect(
      problems("\nlocal t = setmetatable({}, { __gc = function() end })") == [
        "a.lua:2: __gc is not available in rules: nothing may depend on when memory is freed"
      ])
    let problem = try await problem("setmetatable({}, { __gc = function() end })")
    #expect(problem.message.contains("__gc is not available in rules"))
  }

  @Test(
    "What reaches outside is absent, and a hint says what there is instead [rules 21]",
    arguments: [
      ("os.time()", "os is not available in rules; x.now and x.today tell the time"),
      ("io.open('x')", "io is not available in rules: they reach no files"),
      ("debug.getinfo(1)", "debug is not available in rules"),
      ("package.loaded.os()", "package is not available in rules; use require"),
      ("load('return 1')", "load is not available in rules; put code in a file and use require"),
      ("dofile('x.lua')", "dofile is not available in rules; put code in a file and use require"),
      ("print('x')", "print is not available in rules; use log(...) or x.note(...)"),
      ("string.dump(error)", "string.dump is not available in rules: there is no bytecode here"),
    ])
  func absent(call: String, hint: String) async throws {
    #expect(problems("\n\nlocal x = \(call)") == ["a.lua:3: \(hint)"])
    let problem = try await problem(
      "\nlocal _ENV = (function(names) return names end)(_ENV) local x = \(call)")
    #expect(problem.line == 7)
    #expect(problem.message.contains(hint))
  }

  @Test("Bytecode is refused, as a file and as what a file requires [rules 22]")
  func bytecode() {
    // The first bytes of what Lua 5.4 writes.
    let bytes: [UInt8] = [0x1b, 0x4c, 0x75, 0x61, 0x54, 0x00, 0x19, 0x93, 0x0d, 0x0a, 0x1a, 0x0a]
    for sources in [
      [RuleSource(path: "a.lua", bytes: bytes)],
      [
        RuleSource(path: "a.lua", text: "require 'lib/b'"),
        RuleSource(path: "lib/b.lua", bytes: bytes),
      ],
    ] {
      let error = #expect(throws: RuleLoadError.self) { try RuleSet.load(sources) }
      #expect(error?.problems.isEmpty == false)
    }
  }

  @Test("A host call that fails 10,000 times leaves no object behind [rules 23]")
  func failingCalls() async throws {
    let set = try load(
      """
      rule "r" { run = function(m, x)
        local failed = 0
        for i = 1, 25 do
          if not pcall(ai.complete, { prompt = "x" }) then failed = failed + 1 end
        end
        for i = 1, 100 do pcall(json.decode, "{") end
        return reply(tostring(failed))
      end }
      """)
    let counter = Counter()
    let host = TestHost(completion: { _ in throw Failure(counted: Counted(counter)) })
    for id in 0..<400 {
      let ruling = await set.decide(Sample.input("x", id: Int32(id)), host: host)
      #expect(ruling.actions == [.reply(text: "25", quotes: false)])
    }
    #expect(counter.made == 10_000)
    #expect(counter.alive == 0)
  }

  @Test("Waiting inside gsub is a clear error [rules 24]")
  func waitingInside() async throws {
    let problem = try await problem(
      "return reply(m.text:gsub('%w+', function(w) return ai.complete { prompt = w } end))")
    #expect(problem.line == 6)
    #expect(
      problem.message.contains(
        "ai.complete cannot wait inside string.gsub; call it before, and use its result there"))
  }

  @Test("An answer that comes after the run was ended is dropped [rules 25]")
  func lateAnswer() async throws {
    let clock = ManualClock(Sample.monday)
    let set = try load(
      """
      rule "r" { priority = 1, run = function(m, x)
        local text = ai.complete { prompt = "x" }
        x.note("resumed with " .. text)
        ai.complete { prompt = "again" }
        return reply(text)
      end }
      rule "s" { act = reply "in time" }
      """)
    // A provider that does not heed cancellation, and answers when it is too late.
    let (ended, end) = AsyncStream<Void>.makeStream()
    let host = TestHost(
      clock: clock,
      completion: { _ in
        await withTaskCancellationHandler {
          for await _ in ended { break }
        } onCancel: {
          end.finish()
        }
        return "late"
      })
    async let ruling = set.recorded(Sample.input("x"), host: host)
    await clock.waitForSleepers(1)
    clock.advance(by: .seconds(120))
    let result = await ruling
    #expect(result.outcomes == ["r failed", "s won"])
    #expect(result.notes.isEmpty)
    #expect(host.seen.requests.count == 1)
  }

  @Test(
    "An error without words is put into words, with its traceback [rules 26]",
    arguments: [
      ("error(nil)", "an error without a message: error(nil)"),
      ("error({})", "an error whose message is a table: error({...}); give it a string"),
      ("error({ message = 'inside' })", "inside"),
      ("error(setmetatable({}, { __tostring = error }))", "an error whose message is a table"),
    ])
  func errors(statement: String, message: String) async throws {
    let problem = try await problem(
      "local function helper()\n\(statement)\nend\nhelper() return ignore()")
    #expect(problem.line == 7)
    #expect(problem.message.contains(message))
    #expect(problem.traceback.contains { $0.hasPrefix("hostile.lua:7:") })
    #expect(problem.traceback.contains { $0.hasPrefix("hostile.lua:9:") })
  }

  @Test("What a run notes is bounded")
  func notes() async throws {
    let problem = try await problem("while true do x.note(('x'):rep(2000)) end")
    #expect(problem.message.contains("more than 200 notes"))
  }
}

/// How many objects there were and are.
private final class Counter: Sendable {
  private let counts = Mutex((made: 0, alive: 0))
  var made: Int { counts.withLock(\.made) }
  var alive: Int { counts.withLock(\.alive) }

  func add() { counts.withLock { $0 = ($0.made + 1, $0.alive + 1) } }
  func remove() { counts.withLock { $0.alive -= 1 } }
}

private final class Counted: Sendable {
  private let counter: Counter

  init(_ counter: Counter) {
    self.counter = counter
    counter.add()
  }

  deinit { counter.remove() }
}

private struct Failure: Error {
  let counted: Counted
}
