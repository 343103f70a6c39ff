/// A word, or the beginning of one, as one number: what messages are looked up by. Two words may share
/// one; who finds a rule by it still compares the words.
struct WordHash: Sendable, Hashable {
  /// Never zero.
  let value: UInt64

  /// - Parameter word: folded, in UTF-8.
  init(_ word: some Sequence<UInt8>, isStem: Bool = false) {
    var state = State()
    for byte in word { state.add(byte) }
    self = isStem ? state.stem : state.word
  }

  private init(value: UInt64) { self.value = value == 0 ? 1 : value }

  /// FNV-1a, 64 bits.
  private struct State {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var length = 0

    mutating func add(_ byte: UInt8) {
      hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
      length += 1
    }

    var word: WordHash { WordHash(value: hash) }
    /// Of a word that only begins so.
    var stem: WordHash { WordHash(value: ~hash) }
  }

  /// Of all words in a text, and of their beginnings of these lengths.
  ///
  /// - Parameters:
  ///   - text: not folded yet.
  ///   - stemLengths: in bytes of the folded word, ascending.
  static func all(in text: String, stemLengths: [Int], _ body: (WordHash) -> Void) {
    let isDone: Void? = text.utf8.withContiguousStorageIfAvailable { bytes in
      if bytes.allSatisfy({ $0 < 0x80 }) {
        scan(bytes, stemLengths, body)
      } else {
        scanFolded(text, stemLengths, body)
      }
    }
    if isDone == nil { scanFolded(text, stemLengths, body) }
  }

  /// Words of ASCII, by the same rules as ``TextFolding/words(_:)``.
  private static func scan(
    _ bytes: UnsafeBufferPointer<UInt8>, _ stemLengths: [Int], _ body: (WordHash) -> Void
  ) {
    var state = State()
    for index in bytes.indices {
      let byte = bytes[index]
      if let letter = folded(byte) {
        state.add(letter)
        if stemLengths.contains(state.length) { body(state.stem) }
      } else if state.length > 0 {
        let isJoiner = byte == UInt8(ascii: "'") || byte == UInt8(ascii: "-")
        if isJoiner, index + 1 < bytes.count, folded(bytes[index + 1]) != nil {
          state.add(byte)
          if stemLengths.contains(state.length) { body(state.stem) }
        } else {
          body(state.word)
          state = State()
        }
      }
    }
    if state.length > 0 { body(state.word) }
  }

  /// A letter in lower case, or a digit.
  private static func folded(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): byte
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
    default: nil
    }
  }

  private static func scanFolded(
    _ text: String, _ stemLengths: [Int], _ body: (WordHash) -> Void
  ) {
    for word in TextFolding.words(TextFolding.fold(text)) {
      var state = State()
      for byte in word.utf8 {
        state.add(byte)
        if stemLengths.contains(state.length) { body(state.stem) }
      }
      body(state.word)
    }
  }
}
