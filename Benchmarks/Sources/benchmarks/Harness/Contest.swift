/// Measures one thing against another. Both take turns within the same run, so that what the machine
/// does meanwhile (other processes, a clock that changes its pace) meets both alike.
struct Contest {
  let subject: Work
  let baseline: Work

  /// How long one turn takes.
  private static let turn = Duration.milliseconds(60)

  /// - Parameter rounds: how often each has its turn.
  func measure(rounds: Int) async throws -> Measurement {
    let subjectTimes = try await times(of: subject)
    let baselineTimes = try await times(of: baseline)
    var rates: [(subject: Double, baseline: Double)] = []
    for _ in 0..<rounds {
      let of = try await rate(of: baseline, times: baselineTimes)
      rates.append((try await rate(of: subject, times: subjectTimes), of))
    }
    return Measurement(
      name: subject.name, rate: Self.median(rates.map(\.subject)), unit: subject.unit,
      baseline: baseline.name, baselineRate: Self.median(rates.map(\.baseline)),
      baselineUnit: baseline.unit, ratio: Self.median(rates.map { $0.subject / $0.baseline }))
  }

  /// How often the work is done in one turn; finding it out warms up.
  private func times(of work: Work) async throws -> Int {
    var times = 1
    while true {
      let took = try await duration(of: work, times: times)
      if took >= Self.turn { return times }
      let missing = Self.turn / max(took, .microseconds(1))
      times = max(times * 2, Int(Double(times) * min(missing, 100)))
    }
  }

  /// Amounts per second.
  private func rate(of work: Work, times: Int) async throws -> Double {
    let took = try await duration(of: work, times: times)
    return Double(work.amount) * Double(times) / (took / .seconds(1))
  }

  private func duration(of work: Work, times: Int) async throws -> Duration {
    try await work.prepare(times)
    let start = ContinuousClock.now
    try await work.run(times)
    return ContinuousClock.now - start
  }

  private static func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    return sorted[sorted.count / 2]
  }
}
