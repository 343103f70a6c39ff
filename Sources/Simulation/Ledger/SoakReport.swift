import Foundation

/// What a storm came to.
package struct SoakReport: Sendable, Codable {
  package struct Counts: Sendable, Hashable, Codable {
    /// Written by contacts.
    package var messages = 0
    /// Messages with a decision; those that were deleted early have none.
    package var decisions = 0
    /// How often the rules were asked in all.
    package var asked = 0
    /// Decisions by the host's guards.
    package var guarded: [String: Int] = [:]
    /// What left, by lane.
    package var sent: [String: Int] = [:]
    /// By reason.
    package var cancelled: [String: Int] = [:]
    package var failed = 0
  }

  package var seed: UInt64
  package var plan: StormPlan
  package var counts: Counts
  /// Faults of server, network and model by kind.
  package var troubles: [String: Int]
  package var connections: Int
  package var calls: Int
  package var refusedCalls: Int
  /// How often a twin was started, and how often it died rather than ended.
  package var lives: Int
  package var crashes: Int
  /// Moves of the clock.
  package var steps: Int
  /// Until the queues were empty.
  package var simulatedSeconds: Double
  package var realSeconds: Double
  package var cpuSeconds: Double
  /// Names what became of each message, and when.
  package var digest: String
  /// Names all that happened, in its order: each call at the server, each event in a twin.
  package var course: String
  /// How many these were.
  package var events: Int
  /// What went wrong inside the twins and was overcome, and how often.
  package var errors: [String: Int]
  /// What was lost, doubled, out of order or against the rules of the wire. None, if all is well.
  package var problems: [String]
  /// One line for each message; what the digest is made of.
  package var account: [String]

  package var isClean: Bool { problems.isEmpty }
}

extension SoakReport: CustomStringConvertible {
  package var description: String {
    let guarded = counts.guarded.values.reduce(0, +)
    let cancelled = counts.cancelled.values.reduce(0, +)
    var lines = [
      "seed \(seed): \(plan.minutes) min, \(plan.accounts) accounts, \(plan.chats) chats",
      "messages    \(counts.messages), of them decided \(counts.decisions) "
        + "(\(guarded) by guards); rules asked \(counts.asked) times",
      "sent        \(Self.list(counts.sent)); cancelled \(cancelled), failed \(counts.failed)",
      "cancelled   \(Self.list(counts.cancelled))",
      "faults      \(troubles.values.reduce(0, +)): \(Self.list(troubles))",
      "twins       started \(lives) times, died \(crashes) times; "
        + "\(connections) connections, \(calls) calls, \(refusedCalls) refused",
      "time        \(Self.seconds(simulatedSeconds)) simulated in \(steps) steps, "
        + "\(Self.seconds(realSeconds)) real, \(Self.seconds(cpuSeconds)) CPU",
      "digest      \(digest); course \(course) of \(events) events",
    ]
    lines += problems.prefix(50).map { "PROBLEM     \($0)" }
    if problems.count > 50 { lines.append("PROBLEM     and \(problems.count - 50) more") }
    lines.append(isClean ? "nothing was lost, nothing was doubled" : "NOT CLEAN")
    return lines.joined(separator: "\n")
  }

  private static func list(_ counts: [String: Int]) -> String {
    counts.isEmpty
      ? "none"
      : counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        .map { "\($0.value) \($0.key)" }.joined(separator: ", ")
  }

  private static func seconds(_ value: Double) -> String {
    value.formatted(.number.precision(.fractionLength(1)).locale(Locale(identifier: "en_US")))
      + " s"
  }
}
