/// Sets of rule positions, a bit each, all in one block of memory: a decision combines a few of them
/// instead of trying each rule.
struct RuleBits: Sendable {
  /// Number of one set.
  typealias Row = Int

  /// 64-bit words of a set.
  let width: Int
  private var words: [UInt64] = []

  /// - Parameter count: of the rules.
  init(count: Int) { width = (count + 63) / 64 }

  mutating func row(_ members: some Sequence<Int>) -> Row {
    let start = words.count
    words.append(contentsOf: repeatElement(0, count: width))
    for member in members { words[start + member / 64] |= 1 << UInt64(member % 64) }
    return start / max(width, 1)
  }

  fileprivate func unite(_ row: Row, into set: UnsafeMutableBufferPointer<UInt64>) {
    words.withUnsafeBufferPointer { words in
      for index in 0..<width { set[index] |= words[row * width + index] }
    }
  }

  fileprivate func intersect(_ row: Row, into set: UnsafeMutableBufferPointer<UInt64>) -> Bool {
    words.withUnsafeBufferPointer { words in
      var left: UInt64 = 0
      for index in 0..<width {
        set[index] &= words[row * width + index]
        left |= set[index]
      }
      return left != 0
    }
  }
}

/// What is left of all rules while sets are combined.
struct RuleSieve {
  private let bits: RuleBits
  private let left: UnsafeMutableBufferPointer<UInt64>
  private let union: UnsafeMutableBufferPointer<UInt64>

  /// Gives a sieve that holds all rules, for as long as `body` runs.
  static func with<Result>(
    _ bits: RuleBits, _ body: (RuleSieve) -> Result
  ) -> Result {
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 2 * bits.width) { memory in
      memory.initialize(repeating: .max)
      return body(
        RuleSieve(
          bits: bits, left: UnsafeMutableBufferPointer(rebasing: memory[..<bits.width]),
          union: UnsafeMutableBufferPointer(rebasing: memory[bits.width...])))
    }
  }

  /// Keeps what is in the set.
  ///
  /// - Returns: whether anything is left.
  func keep(_ row: RuleBits.Row) -> Bool { bits.intersect(row, into: left) }

  /// Keeps what is in any of the sets that `body` names.
  ///
  /// - Returns: whether anything is left.
  func keepAny(_ body: ((RuleBits.Row) -> Void) -> Void) -> Bool {
    union.update(repeating: 0)
    body { bits.unite($0, into: union) }
    var rest: UInt64 = 0
    for index in left.indices {
      left[index] &= union[index]
      rest |= left[index]
    }
    return rest != 0
  }

  /// What is left, ascending.
  var rules: [Int] {
    var rules: [Int] = []
    for index in left.indices {
      var rest = left[index]
      while rest != 0 {
        rules.append(index * 64 + rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
    return rules
  }
}
