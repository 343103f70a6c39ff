/// Values by words: each word of a message is looked up, so without a hash upon the hash. Who writes to the
/// owner chooses what is looked up, never what is in the table.
struct WordTable<Value: Sendable>: Sendable {
  /// A power of two of them, at least half of them free; zero: free.
  private var hashes: [UInt64]
  private var values: [Value?]

  init(_ entries: [WordHash: Value]) {
    var size = 2
    while size < 2 * entries.count { size *= 2 }
    hashes = Array(repeating: 0, count: size)
    values = Array(repeating: nil, count: size)
    // In order, so that equal tables lie equally.
    for (word, value) in entries.sorted(by: { $0.key.value < $1.key.value }) {
      var slot = first(of: word)
      while hashes[slot] != 0 { slot = next(slot) }
      hashes[slot] = word.value
      values[slot] = value
    }
  }

  subscript(_ word: WordHash) -> Value? {
    var slot = first(of: word)
    while hashes[slot] != 0 {
      if hashes[slot] == word.value { return values[slot] }
      slot = next(slot)
    }
    return nil
  }

  private func first(of word: WordHash) -> Int {
    Int(truncatingIfNeeded: word.value) & (hashes.count - 1)
  }

  private func next(_ slot: Int) -> Int { (slot + 1) & (hashes.count - 1) }
}

extension WordTable: Hashable, Equatable where Value: Hashable {}
