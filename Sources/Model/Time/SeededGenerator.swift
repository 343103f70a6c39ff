/// A reproducible random generator (SplitMix64, Steele, Lea and Flood 2014): the same seed gives the
/// same numbers on every machine. For delays and tests, never for keys.
package struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  /// Mixes several values into one seed, so that neighbours give unrelated sequences.
  package init(seeds: Int64...) { self.init(seeds: seeds) }

  package init(seeds: [Int64]) {
    state = 0
    for seed in seeds {
      state ^= UInt64(bitPattern: seed)
      state = next()
    }
  }

  /// Mixes a seed with a text: by FNV-1a (Fowler, Noll and Vo), as Swift's own hash differs from run
  /// to run.
  package init(seed: UInt64, text: String) {
    let hash = text.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { hash, byte in
      (hash ^ UInt64(byte)) &* 0x0100_0000_01b3
    }
    self.init(seeds: Int64(bitPattern: seed), Int64(bitPattern: hash))
  }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
