import Foundation
import Model
import Testing

@testable import Rules

/// Samples against the distributions that the curves promise, from fixed seeds: the bounds are exact.
@Suite("The distributions of curves [A37]")
struct CurveDistributionTests {
  private static let count = 4000
  private static let seeds: ClosedRange<UInt64> = 11...19

  private func samples(_ curve: Curve, length: Int = 100, seed: UInt64 = 11) -> [Double] {
    var generator = SeededGenerator(seed: seed)
    return (0..<Self.count).map { _ in curve.sample(length: length, using: &generator) }.sorted()
  }

  /// The largest distance between the samples' distribution and another (Kolmogorov and Smirnov), by
  /// the root of their number: the median of several seeds, as each seed by itself may be an odd one.
  private func distance(
    _ curve: Curve, length: Int = 100, _ distribution: (Double) -> Double
  ) -> Double {
    let distances = Self.seeds.map { seed in
      let sorted = samples(curve, length: length, seed: seed)
      return sorted.enumerated().map { index, value in
        let expected = distribution(value)
        return max(
          abs(expected - Double(index) / Double(sorted.count)),
          abs(expected - Double(index + 1) / Double(sorted.count)))
      }.max() ?? 1
    }.sorted()
    return distances[distances.count / 2] * Double(Self.count).squareRoot()
  }

  /// Of the right distribution half of all seeds are below 0.83; the median of nine is hardly ever
  /// above this.
  private static let largest = 1.2

  private static func normal(_ value: Double) -> Double { erfc(-value / 2.0.squareRoot()) / 2 }

  @Test("lognormal: half below the median, 19 of 20 below high, and its whole shape")
  func lognormal() {
    let curve = Curve.lognormal(median: 25, high: 240)
    let sorted = samples(curve)
    let sigma = log(240.0 / 25) / 1.644_853_626_951_472
    #expect(distance(curve) { Self.normal(log($0 / 25) / sigma) } < Self.largest)
    #expect(abs(sorted.count { $0 < 25 } - Self.count / 2) < 100)
    #expect(abs(sorted.count { $0 < 240 } - Self.count * 19 / 20) < 50)
    // Drawn in at three deviations.
    let furthest = exp(3 * sigma)
    #expect((sorted.first ?? 0) >= 25 / furthest * 0.999_999)
    #expect((sorted.last ?? .infinity) <= 25 * furthest * 1.000_001)
  }

  @Test("normal: symmetric about its middle, 19 of 20 below high, never below nothing")
  func normalCurve() {
    let sigma = 30 / 1.644_853_626_951_472
    #expect(
      distance(.normal(middle: 60, high: 90)) { Self.normal(($0 - 60) / sigma) } < Self.largest)
    let wide = samples(.normal(middle: 10, high: 60))
    #expect(wide.first == 0)
    #expect(wide.allSatisfy { $0 >= 0 && $0 <= 10 + 3 * 50 / 1.644 })
  }

  @Test("uniform: evenly between its ends")
  func uniform() {
    let sorted = samples(.uniform(20, 90))
    #expect(distance(.uniform(20, 90)) { ($0 - 20) / 70 } < Self.largest)
    #expect((sorted.first ?? 0) >= 20 && (sorted.last ?? .infinity) < 90)
  }

  @Test("cps: the speed is even between its ends, so the time is its inverse")
  func speed() {
    let sorted = samples(.charactersPerSecond(6, 9), length: 180)
    #expect(distance(.charactersPerSecond(6, 9), length: 180) { (9 - 180 / $0) / 3 } < Self.largest)
    #expect((sorted.first ?? 0) > 20 && (sorted.last ?? .infinity) <= 30)
  }

  @Test("Neighbouring messages are unrelated: their notices do not follow each other")
  func independence() {
    let curve = Curve.uniform(0, 1)
    let values = (1...Self.count).map { id in
      var generator = SeededGenerator(seeds: 1, 5, Int64(id), 7)
      return curve.sample(length: 0, using: &generator) - 0.5
    }
    let correlation =
      zip(values, values.dropFirst()).reduce(0) { $0 + $1.0 * $1.1 }
      / values.reduce(0) { $0 + $1 * $1 }
    #expect(abs(correlation) < 0.04)
  }
}
