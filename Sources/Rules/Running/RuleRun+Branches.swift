import Model
import Scripting

/// `task.all` and `task.race`.
extension RuleRun {
  /// Starts the branches, each as far as it goes without waiting, and brings them to their end.
  func fork(_ strand: inout RunStrand, _ progress: RunProgress) async throws -> EncodedValues {
    strand.forks += 1
    let token = strand.request.token
    let count = Int(strand.request.call[0].integer ?? 0)
    var contest = BranchContest(isRace: strand.request.call.function == "task.race", count: count)
    var open: [Int: RunStrand] = [:]
    for index in stride(from: 1, through: count, by: 1) where !contest.isDecided {
      let lineage = strand.lineage + [strand.forks, Int64(index)]
      var generator = subject.generator(lineage)
      let step = await file.startBranch(
        index, of: token, seed: generator.next(),
        input: stepInput(progress.current))
      progress.take(step)
      switch step.outcome {
      case .waiting(let request):
        var branch = RunStrand(request)
        branch.lineage = lineage
        branch.elapsed = strand.elapsed
        open[index] = branch
      case .finished(let values): try contest.note(.finished(values), of: index)
      case .failed(let error): try contest.note(Self.ending(with: error), of: index)
      }
    }
    if host.takesTime {
      try await sideBySide(open, &contest, token, progress)
    } else {
      strand.elapsed = try await inTurns(open, &contest, from: strand.elapsed, progress)
    }
    await file.cancelBranches(of: token.run)
    return try contest.answer()
  }

  private func sideBySide(
    _ open: [Int: RunStrand], _ contest: inout BranchContest, _ token: RunToken,
    _ progress: RunProgress
  ) async throws {
    guard !contest.isDecided else { return }
    let start = contest
    contest = try await withThrowingTaskGroup(of: (Int, RunStrand.Ending).self) { group in
      var contest = start
      for (index, branch) in open {
        group.addTask { (index, await follow(branch, progress)) }
      }
      // What the others still wait for is called off, and an answer that comes all the same is stale.
      defer { group.cancelAll() }
      while !contest.isDecided, let (index, ending) = try await group.next() {
        try contest.note(ending, of: index)
      }
      await file.cancelBranches(of: token.run)
      return contest
    }
  }

  /// Where waiting takes no time: one at a time, whoever has waited least, so that it is the same each
  /// time.
  ///
  /// - Returns: when the last of those ended that the outcome waited for.
  private func inTurns(
    _ open: [Int: RunStrand], _ contest: inout BranchContest, from start: Duration,
    _ progress: RunProgress
  ) async throws -> Duration {
    var open = open
    var now = start
    while !contest.isDecided,
      let (index, next) = open.min(by: { ($0.value.elapsed, $0.key) < ($1.value.elapsed, $1.key) })
    {
      var branch = next
      now = max(now, branch.elapsed)
      if branch.answer == nil {
        if let over = await ask(&branch, progress) { throw over }
        open[index] = branch
      } else if let ending = await goOn(&branch, progress) {
        open[index] = nil
        try contest.note(ending, of: index)
      } else {
        open[index] = branch
      }
    }
    return now
  }
}

/// How the branches of one fork stand.
struct BranchContest: Sendable {
  let isRace: Bool
  let count: Int
  private var values: [Int: ScriptValue] = [:]
  private var failures: [(index: Int, text: String)] = []
  private var winner: Int?

  init(isRace: Bool, count: Int) {
    self.isRace = isRace
    self.count = count
  }

  var isDecided: Bool {
    isRace
      ? winner != nil || failures.count == count
      : !failures.isEmpty || values.count == count
  }

  /// - Throws: ``RunStrand/Over`` if the whole run is.
  mutating func note(_ ending: RunStrand.Ending, of index: Int) throws {
    switch ending {
    case .over(let over): throw over
    case .failed(let error): failures.append((index, "\(error)"))
    case .finished(let returned):
      let value = returned.first ?? .nil
      if winner == nil { winner = index }
      values[index] = value
    }
  }

  /// - Throws: ``GrammarError`` with what became of the branches that failed.
  func answer() throws(GrammarError) -> EncodedValues {
    if isRace {
      if let winner { return EncodedValues([values[winner] ?? .nil, .integer(Int64(winner))]) }
      let all = failures.sorted { $0.index < $1.index }
        .map { "branch \($0.index): \($0.text)" }.joined(separator: "; ")
      throw GrammarError("no branch came through: \(all)")
    }
    if let failure = failures.first {
      throw GrammarError("branch \(failure.index) failed: \(failure.text)")
    }
    return EncodedValues((1...max(count, 1)).map { values[$0] ?? .nil })
  }
}
