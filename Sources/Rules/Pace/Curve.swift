import Foundation
import Model

/// How long one step of an answer takes: a distribution, or a speed.
enum Curve: Sendable, Hashable {
  case constant(Double)
  /// Half of all samples are below the median, 19 of 20 below `high`.
  case lognormal(median: Double, high: Double)
  /// Symmetric: half below the middle, 19 of 20 below `high`; never below zero.
  case normal(middle: Double, high: Double)
  case uniform(Double, Double)
  /// Seconds for each character of the text.
  case perCharacter(Double)
  /// Characters in a second, drawn evenly between the two.
  case charactersPerSecond(Double, Double)

  /// The point of the standard normal distribution that 19 of 20 samples stay below.
  private static let high = 1.644_853_626_951_472
  /// Samples further out are drawn in to here: 1 in 700.
  private static let furthest = 3.0

  /// Seconds; never negative.
  ///
  /// - Parameter length: of the text in characters, for the two speeds.
  func sample(length: Int, using generator: inout SeededGenerator) -> Double {
    switch self {
    case .constant(let seconds):
      return seconds
    case .lognormal(let median, let high):
      let sigma = log(high / median) / Self.high
      return median * exp(sigma * Self.standardNormal(using: &generator))
    case .normal(let middle, let high):
      let sigma = (high - middle) / Self.high
      return max(0, middle + sigma * Self.standardNormal(using: &generator))
    case .uniform(let low, let high):
      return low + (high - low) * generator.unit()
    case .perCharacter(let seconds):
      return seconds * Double(length)
    case .charactersPerSecond(let low, let high):
      return Double(length) / (low + (high - low) * generator.unit())
    }
  }

  /// Box and Muller 1958.
  private static func standardNormal(using generator: inout SeededGenerator) -> Double {
    let radius = (-2 * log(1 - generator.unit())).squareRoot()
    let value = radius * cos(2 * .pi * generator.unit())
    return min(max(value, -furthest), furthest)
  }
}

extension SeededGenerator {
  /// At least 0, below 1; 53 random bits.
  mutating func unit() -> Double { Double(next() >> 11) / 9_007_199_254_740_992 }
}
