import Foundation

/// The medians of a contest's rounds; or a figure beside a bound.
struct Measurement: Codable {
  let name: String
  let rate: Double
  let unit: Work.Unit
  let baseline: String
  let baselineRate: Double
  let baselineUnit: Work.Unit
  /// The subject's rate in units of the baseline's, round by round, and of those the median.
  let ratio: Double

  var line: String {
    let subject = Self.text(rate, unit)
    let other = Self.text(baselineRate, baselineUnit)
    return "| \(name) | \(subject) | \(baseline) | \(other) | "
      + String(format: ratio < 0.1 ? "%.4f" : "%.2f", ratio) + " |"
  }

  /// Memory beside the most that it should be, in bytes.
  ///
  /// - Parameter baseline: what the other memory is.
  static func memory(
    _ name: String, _ bytes: Int, bound: Int, name baseline: String = "asked: at most"
  ) -> Measurement {
    Measurement(
      name: name, rate: Double(bytes), unit: .memory, baseline: baseline,
      baselineRate: Double(bound), baselineUnit: .memory, ratio: Double(bytes) / Double(bound))
  }

  /// The median of some times beside the longest that it should be.
  static func time(_ name: String, of times: [Duration], bound: Duration) -> Measurement {
    time(name, of: times, beside: "asked: at most", of: [bound])
  }

  /// The medians of two.
  static func time(
    _ name: String, of times: [Duration], beside baseline: String, of others: [Duration]
  ) -> Measurement {
    let took = times.sorted()[times.count / 2] / .milliseconds(1)
    let other = others.sorted()[others.count / 2] / .milliseconds(1)
    return Measurement(
      name: name, rate: took, unit: .time, baseline: baseline, baselineRate: other,
      baselineUnit: .time, ratio: took / other)
  }

  static let heading = """
    | what | rate | against | rate | ratio |
    | --- | ---: | --- | ---: | ---: |
    """

  private static func text(_ rate: Double, _ unit: Work.Unit) -> String {
    switch unit {
    case .bytes: String(format: "%.0f MB/s", rate / 1e6)
    case .items: "\(grouped(Int(rate.rounded())))/s"
    case .memory where rate < 1_048_576: String(format: "%.1f KiB", rate / 1024)
    case .memory: String(format: "%.1f MiB", rate / 1_048_576)
    case .time: String(format: "%.0f ms", rate)
    }
  }

  private static func grouped(_ number: Int) -> String {
    var text = "\(number)"
    var index = text.endIndex
    while let next = text.index(index, offsetBy: -3, limitedBy: text.startIndex),
      next > text.startIndex
    {
      text.insert(",", at: next)
      index = next
    }
    return text
  }
}
