import Foundation
import Testing

@testable import Simulation

/// On demand for now: `UNDERSTUDY_SOAK=1`.
@Suite(
  "Storms, small ones; Scripts/soak has the large ones", .serialized, .timeLimit(.minutes(2)),
  .enabled(if: ProcessInfo.processInfo.environment["UNDERSTUDY_SOAK"] != nil))
struct SoakTests {
  /// Twins that die often, so that two minutes see it.
  private static var plan: StormPlan {
    var plan = StormPlan(minutes: 2, chats: 40)
    plan.endEvery = 30
    return plan
  }

  private func run(_ seed: UInt64) async throws -> SoakReport {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "understudy-soak-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await Soak.run(seed: seed, plan: Self.plan, folder: folder)
  }

  @Test(
    "Two minutes of faults, crashes and restarts: each message decided once, each answer there once [A20 A39 B60 D1]"
  )
  func fixedStorm() async throws {
    let report = try await run(1)
    #expect(report.isClean, "\(report)")
    #expect(report.counts.messages > 50)
    #expect(report.counts.sent["speech", default: 0] > 20)
    #expect(report.troubles.values.reduce(0, +) > 20)
    #expect(report.lives > 3)
    #expect(report.connections > 10)
  }

  @Test(
    "The same of a storm that nobody has seen before; its seed is in the report [A20 A39 B60 D1]")
  func newStorm() async throws {
    let seed = UInt64.random(in: 1...999_999)
    print("soak: seed \(seed)")
    let report = try await run(seed)
    #expect(report.isClean, "\(report)")
  }
}
