package import Foundation
import Glibc
import MTProto
package import Model
import Sandbox
import Store

/// Is told what happens in a simulation, and when.
package typealias SimulationLog = @Sendable (_ at: Timestamp, _ what: String) -> Void

/// A storm from beginning to end: two twins, their contacts and a hostile server on one simulated clock,
/// and the ledger afterwards.
package enum Soak {
  /// - Parameters:
  ///   - folder: where the twins' databases lie; it must exist.
  ///   - log: is told of everything that happens, as it happens.
  /// - Throws: what keeps the storm from being run at all. What goes wrong in it stands in the report.
  package static func run(
    seed: UInt64, plan: StormPlan = StormPlan(), folder: URL, log: SimulationLog? = nil
  ) async throws -> SoakReport {
    let began = (real: ContinuousClock.now, cpu: cpuSeconds)
    let storm = Storm(seed: seed, plan: plan)
    let course = Course(log: log)
    let stage = try await SimulationStage.make(storm, folder: folder, course: course)
    let (runner, isDone) = try await stage.run {
      try await stage.logIn()
      var runner = StormRunner(storm, on: stage)
      let isDone = try await runner.run()
      return (runner, isDone)
    }
    var ledger = Ledger(
      town: stage.town, chronicle: runner.chronicle, world: await stage.server.look { $0 })
    if !isDone { ledger.report("the twins did not come to rest") }
    for (number, twin) in stage.twins.enumerated() {
      if let failure = twin.failure { ledger.report(failure) }
      let store = try twin.openStore()
      let record = try await TwinRecord(of: twin.account, in: store)
      try store.close()
      ledger.check(record, of: number, rules: twin.rules, lives: twin.lives)
    }
    if stage.executor.intrusions > 0 {
      ledger.report("\(stage.executor.intrusions) times something happened on another thread")
    }
    let conduct = await stage.server.conductReport()
    for breach in conduct.breaches { ledger.report("the client misbehaved: \(breach)") }
    let calls = await stage.server.calls
    let real = began.real.duration(to: .now)
    return SoakReport(
      seed: seed, plan: plan, counts: ledger.counts, troubles: runner.troubles,
      connections: await stage.server.connectionCount, calls: calls.count,
      refusedCalls: calls.count { $0.refusal != nil },
      lives: stage.twins.reduce(0) { $0 + $1.lives }, crashes: runner.crashes, steps: runner.steps,
      simulatedSeconds: Double(
        SimulationStage.start.duration(to: stage.time.now).wholeMilliseconds) / 1000,
      realSeconds: Double(real.wholeMilliseconds) / 1000, cpuSeconds: cpuSeconds - began.cpu,
      digest: Course.digest(of: ledger.account), course: course.digest, events: course.length,
      errors: stage.tally.errors, problems: ledger.problems,
      account: ledger.account)
  }

  /// Of the whole process.
  private static var cpuSeconds: Double { Double(clock()) / Double(CLOCKS_PER_SEC) }
}
