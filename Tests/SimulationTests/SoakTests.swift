import Foundation
import Subprocess
import Testing

@testable import Simulation

@Suite("Storms, short ones; Scripts/soak has the long ones", .serialized, .timeLimit(.minutes(5)))
struct SoakTests {
  /// Half the messages of a great storm, and twins that die often, so that minutes see it.
  private static var plan: StormPlan {
    var plan = StormPlan(minutes: 8, chats: 60)
    plan.messageEvery = 4
    plan.endEvery = 30
    return plan
  }

  private func run(_ seed: UInt64, _ plan: StormPlan) async throws -> SoakReport {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "understudy-soak-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await Soak.run(seed: seed, plan: plan, folder: folder)
  }

  @Test(
    "Eight minutes of faults, crashes and restarts: each message decided once, each answer there once [A20 A39 B60 D1]"
  )
  func shortStorm() async throws {
    let report = try await run(1, Self.plan)
    #expect(report.isClean, "\(report)")
    #expect(report.counts.messages > 40)
    #expect(report.counts.sent["speech", default: 0] > 15)
    #expect(report.troubles.values.reduce(0, +) > 40)
    #expect(report.lives > 6)
    #expect(report.connections > 20)
  }

  @Test("The same seed goes the same way, to the last call, however busy the machine is [D1]")
  func reproduction() async throws {
    async let first = child(3)
    async let second = child(3)
    async let other = child(4)
    let reports = try await [first, second, other]
    for report in reports { #expect(report.isClean, "\(report)") }
    #expect(reports[0].events > 100)
    #expect(reports[0].events == reports[1].events)
    #expect(reports[0].course == reports[1].course)
    #expect(reports[0].account == reports[1].account)
    #expect(reports[0].course != reports[2].course)
  }

  /// A storm in a process of its own, whose sets and dictionaries are in the same order each time.
  private func child(_ seed: Int) async throws -> SoakReport {
    // Beside the test bundle, where the build puts both.
    let program = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appending(component: "soak")
    let outcome = try await Subprocess.run(
      .name("env"),
      arguments: [program.path, "--seed", "\(seed)", "--minutes", "1", "--chats", "20", "--json"],
      output: .string(limit: 1 << 20), error: .string(limit: 1 << 20))
    guard
      let report = try? JSONDecoder().decode(
        SoakReport.self, from: Data(outcome.standardOutput.utf8))
    else {
      Issue.record("\(outcome.terminationStatus): \(outcome.standardError)")
      throw CancellationError()
    }
    return report
  }

  @Test(
    "An hour that nobody has seen before; its seed is in the report [A20 A39 B60 D1]",
    .enabled(if: ProcessInfo.processInfo.environment["UNDERSTUDY_SOAK"] != nil))
  func newStorm() async throws {
    let seed = UInt64.random(in: 1...999_999)
    print("soak: seed \(seed)")
    let report = try await run(seed, StormPlan())
    #expect(report.isClean, "\(report)")
  }
}
