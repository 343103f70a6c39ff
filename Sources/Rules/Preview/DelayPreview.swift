package import Model

/// Many samples of a delay, summed up.
package struct DelayPreview: Sendable, Hashable, Encodable {
  package struct Request: Sendable, Hashable {
    /// Characters of the message.
    package var length: Int
    /// Characters of the answer.
    package var reply: Int
    package var samples: Int
    package var seed: Int64
    /// What functions see as now.
    package var now: Timestamp

    package init(length: Int, reply: Int, samples: Int, seed: Int64, now: Timestamp) {
      self.length = length
      self.reply = reply
      self.samples = samples
      self.seed = seed
      self.now = now
    }
  }

  /// In milliseconds.
  package struct Quantiles: Sendable, Hashable, Encodable {
    package var shortest: Int64
    package var median: Int64
    /// Nine of ten samples take no longer.
    package var ninety: Int64
    package var longest: Int64

    init(_ values: [Int64]) {
      let sorted = values.sorted()
      func at(_ share: Double) -> Int64 {
        // The smallest value that so many do not exceed.
        guard !sorted.isEmpty else { return 0 }
        let rank = Int((share * Double(sorted.count)).rounded(.up))
        return sorted[min(max(rank, 1), sorted.count) - 1]
      }
      shortest = at(0)
      median = at(0.5)
      ninety = at(0.9)
      longest = at(1)
    }
  }

  /// How many samples took from `from` on and less than `to`, in milliseconds; nil: to the longest.
  package struct Bin: Sendable, Hashable, Encodable {
    package var from: Int64
    package var to: Int64?
    package var count: Int
  }

  package let name: String
  package let length: Int
  package let reply: Int
  package let samples: Int
  package let seed: Int64
  /// The notice is told by a function.
  package let isFunction: Bool
  package let notice: Quantiles
  package let reading: Quantiles
  package let typing: Quantiles
  package let total: Quantiles
  /// Of the total.
  package let bins: [Bin]
  /// The most that the steps may take together, in milliseconds; nil: nothing is said.
  package let cap: Int64?
  /// Samples that the cap has cut.
  package let capped: Int
  /// What an answer waits for before any of this begins: `the opening of hours "awake"`.
  package let deferral: String?

  init(_ curve: DelayCurve, _ request: Request, drawn: [DelayCurve.Drawn]) {
    name = curve.name
    length = request.length
    reply = request.reply
    samples = drawn.count
    seed = request.seed
    isFunction = curve.function != nil
    let paces = drawn.map { curve.pace($0, from: .zero) }
    notice = Quantiles(paces.map(\.notice))
    reading = Quantiles(paces.map(\.reading))
    typing = Quantiles(paces.map(\.typing))
    let totals = paces.map { $0.notice + $0.reading + $0.typing }
    total = Quantiles(totals)
    bins = Self.bins(totals)
    cap = curve.cap.map(\.wholeMilliseconds)
    capped = drawn.count { $0.total > curve.most }
    deferral = curve.deferral.map { deferral in
      "the \(deferral.edge == .opening ? "opening" : "closing") of hours \"\(deferral.hours.name)\""
    }
  }

  /// Widths that people count in.
  private static let widths: [Int64] = [
    50, 100, 200, 500, 1000, 2000, 5000, 10_000, 15_000, 30_000, 60_000, 120_000, 300_000, 600_000,
    900_000, 1_800_000, 3_600_000, 7_200_000, 21_600_000,
  ]
  private static let mostBins = 16

  /// Equal bins over nearly all samples, and one for the few far out.
  private static func bins(_ values: [Int64]) -> [Bin] {
    let sorted = values.sorted()
    guard let first = sorted.first, let last = sorted.last else { return [] }
    let common = sorted[min(sorted.count - 1, sorted.count * 98 / 100)]
    // No finer than times of that size are shown.
    let finest: Int64 = common < 10_000 ? 50 : common < 3_600_000 ? 1000 : 60_000
    let width =
      widths.first { $0 >= finest && common / $0 - first / $0 < mostBins }
      ?? widths[widths.count - 1]
    let start = first / width
    let end = min(common / width, start + Int64(mostBins) - 1)
    var bins = (start...end).map { Bin(from: $0 * width, to: ($0 + 1) * width, count: 0) }
    if last / width > end { bins.append(Bin(from: (end + 1) * width, to: nil, count: 0)) }
    for value in sorted {
      bins[Int(min(value / width, end + 1) - start)].count += 1
    }
    return bins
  }
}
