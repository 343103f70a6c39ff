import Testing

@testable import Scripting

@Suite("Branches of a run")
struct BranchTests {
  private static func state(_ text: String, calls: Int32 = 32) throws -> (
    ScriptState, FunctionReference
  ) {
    var found: FunctionReference?
    let environment = ScriptEnvironment(functions: [
      HostFunction("keep", phase: .load) { call in
        found = call[0].function
        return .nothing
      },
      HostFunction("fork", phase: .run, forks: true) { _ in .wait },
      HostFunction("ask", phase: .run, waits: true) { _ in .wait },
    ])
    let state = try ScriptState(environment)
    try state.load(ScriptSource(name: "a.lua", text: "keep(function() \(text) end)"))
    return (state, try #require(found))
  }

  private static func token(_ outcome: RunOutcome?) throws -> RunToken {
    guard case .waiting(let request)? = outcome else {
      Issue.record("\(String(describing: outcome))")
      throw HostFailure("it does not wait")
    }
    return request.token
  }

  @Test(
    "A late answer to a branch is stale: after its cancellation, and after the run went on [rules 25]"
  )
  func stale() throws {
    let (state, function) = try Self.state(
      "fork { function() ask() end, function() ask() end } ask() return 'done'")
    let run = try Self.token(state.start(function, arguments: [ScriptValue]()))
    let first = try Self.token(state.startBranch(1, of: run, seed: 1))
    let second = try Self.token(state.startBranch(2, of: run, seed: 2))
    #expect(state.waitingRuns == 3)
    state.cancelBranches(of: run.run)
    #expect(state.waitingRuns == 1)
    #expect(state.resume(first, with: .success([ScriptValue]())) == nil)
    let third = try Self.token(state.startBranch(2, of: run, seed: 2))
    let next = try Self.token(state.resume(run, with: .success([ScriptValue]())))
    #expect(state.resume(second, with: .success([ScriptValue]())) == nil)
    #expect(state.resume(third, with: .success([ScriptValue]())) == nil)
    #expect(state.startBranch(1, of: run, seed: 1) == nil)
    #expect(state.waitingRuns == 1)
    guard case .finished(let values)? = state.resume(next, with: .success([ScriptValue]())) else {
      Issue.record("not finished")
      return
    }
    #expect(values == ["done"])
    #expect(state.waitingRuns == 0)
  }

  @Test(
    "A cancelled run takes its branches and theirs with it, and the state is at its baseline [rules 19]"
  )
  func cancelled() throws {
    let (state, function) = try Self.state(
      "fork { function() fork { function() local t = ('x'):rep(100000) ask() return t end } end }")
    state.collectGarbage()
    let baseline = state.memoryInUse
    for _ in 1...50 {
      let run = try Self.token(state.start(function, arguments: [ScriptValue]()))
      let branch = try Self.token(state.startBranch(1, of: run, seed: 1))
      _ = try Self.token(state.startBranch(1, of: branch, seed: 1))
      #expect(state.waitingRuns == 3)
      #expect(state.cancel(run.run))
      #expect(state.waitingRuns == 0)
    }
    state.collectGarbage()
    #expect(state.memoryInUse < baseline + 20_000, "\(state.memoryInUse - baseline)")
  }

  @Test("Instructions and calls of the host are counted over all branches together")
  func budget() throws {
    let (state, function) = try Self.state(
      "fork { function() for i = 1, 1e5 do end ask() end, function() for i = 1, 1e5 do end ask() end }"
    )
    let run = try Self.token(
      state.start(
        function, arguments: [ScriptValue](), budget: RunBudget(instructions: 150_000, hostCalls: 9)
      ))
    _ = try Self.token(state.startBranch(1, of: run, seed: 1))
    guard case .failed(let error)? = state.startBranch(2, of: run, seed: 1) else {
      Issue.record("the second branch did not fail")
      return
    }
    #expect(error.kind == .budget && error.message.contains("150000 instructions"))
    let narrow = try Self.token(
      state.start(function, arguments: [ScriptValue](), budget: RunBudget(hostCalls: 2)))
    _ = try Self.token(state.startBranch(1, of: narrow, seed: 1))
    guard case .failed(let calls)? = state.startBranch(2, of: narrow, seed: 1) else {
      Issue.record("the second branch did not fail")
      return
    }
    #expect(calls.kind == .budget && calls.message.contains("2 calls"))
  }

  @Test("No lack of memory at any point of a fork does harm")
  func outOfMemory() throws {
    for allowed in 0..<200 as Range<Int64> {
      let (state, function) = try Self.state(
        "fork { function() ask() return 1 end, function() fork { function() return 2 end } end }")
      state.allow(allocations: allowed)
      guard case .waiting(let request) = state.start(function, arguments: [ScriptValue]()) else {
        continue
      }
      for index in 1...2 {
        if case .waiting(let branch)? = state.startBranch(index, of: request.token, seed: 1) {
          _ = state.startBranch(1, of: branch.token, seed: 1)
          _ = state.resume(branch.token, with: .success([ScriptValue]()))
        }
      }
      _ = state.resume(request.token, with: .success([ScriptValue]()))
      state.allow(allocations: .max)
      state.collectGarbage()
      #expect(state.waitingRuns <= 1)
    }
  }
}
