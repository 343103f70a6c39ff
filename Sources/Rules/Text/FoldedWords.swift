/// A text as patterns look at it: its words without case and accents, as bytes, which compare without a look
/// into Unicode's tables. Folded texts are in one normal form, so that equal texts are equal bytes.
struct FoldedWords {
  struct Word {
    /// In ``FoldedWords/bytes``.
    let range: Range<Int>
    let hash: WordHash
  }

  /// As it was written.
  let text: String
  /// The folded text in UTF-8.
  let bytes: [UInt8]
  let words: [Word]

  init(_ text: String) {
    self.text = text
    if let bytes = Self.foldedASCII(text) {
      self.bytes = bytes
      words = bytes.withUnsafeBufferPointer { bytes in
        (TextFolding.asciiRanges(bytes) ?? []).map { Word(range: $0, hash: WordHash(bytes[$0])) }
      }
    } else {
      let folded = TextFolding.fold(text)
      bytes = Array(folded.utf8)
      words = TextFolding.words(folded).map { word in
        let start = folded.utf8.distance(from: folded.startIndex, to: word.startIndex)
        return Word(range: start..<start + word.utf8.count, hash: WordHash(word.utf8))
      }
    }
  }

  var folded: String { String(decoding: bytes, as: UTF8.self) }

  /// Nil for texts with anything beyond ASCII.
  private static func foldedASCII(_ text: String) -> [UInt8]? {
    let folded: [UInt8]?? = text.utf8.withContiguousStorageIfAvailable { bytes in
      guard bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
      return [UInt8](unsafeUninitializedCapacity: bytes.count) { folded, count in
        for (index, byte) in bytes.enumerated() {
          let isUpper = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
          folded[index] = isUpper ? byte | 0x20 : byte
        }
        count = bytes.count
      }
    }
    return folded ?? nil
  }
}
