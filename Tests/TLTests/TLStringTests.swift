import TL
import Testing

@Suite struct TLStringTests {
  @Test(
    "Bytes of any length are padded to a multiple of four and read back",
    arguments: [0, 1, 2, 3, 4, 5, 252, 253, 254, 255, 256, 257, 65_535, 65_536, 1 << 20])
  func lengths(_ length: Int) throws {
    let value = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    var writer = TLWriter()
    writer.bytes(value)
    #expect(writer.bytes.count % 4 == 0)
    #expect(writer.bytes.count - length <= 7)
    var reader = TLReader(writer.bytes)
    #expect(try reader.bytes() == value)
    try reader.expectEnd()
    var skipper = TLReader(writer.bytes)
    try skipper.skipString()
    try skipper.expectEnd()
  }

  @Test("The header is one byte up to 253 and four from 254 on")
  func headers() {
    var short = TLWriter()
    short.bytes([UInt8](repeating: 1, count: 253))
    #expect(short.bytes[0] == 253)
    var long = TLWriter()
    long.bytes([UInt8](repeating: 1, count: 254))
    #expect(long.bytes.prefix(4) == [254, 254, 0, 0])
    var huge = TLWriter()
    huge.bytes([UInt8](repeating: 1, count: 1 << 24))
    #expect(huge.bytes.prefix(9) == [255, 0, 0, 0, 1, 0, 0, 0, 1])
    #expect(huge.bytes.count == 8 + (1 << 24))
  }

  @Test("A string that claims more than there is, or lacks its padding, is refused")
  func truncated() {
    for bytes: [UInt8] in [
      [5, 1, 2, 3], [4, 1, 2, 3, 4], [254, 255, 255, 255], [3, 1, 2], [], [254, 0, 0, 1],
    ] {
      var reader = TLReader(bytes)
      #expect(throws: TLError.self) { try reader.bytes() }
      var skipper = TLReader(bytes)
      #expect(throws: TLError.self) { try skipper.skipString() }
    }
  }

  @Test("A first byte of 255 has no meaning and is refused")
  func reservedHeader() {
    var reader = TLReader([255, 1, 2, 3, 4, 5, 6, 7])
    #expect(throws: TLError(.impossibleCount(255), offset: 0, type: "string")) {
      try reader.bytes()
    }
  }

  @Test(
    "Valid text is itself, and is written back byte for byte",
    arguments: [
      "", "a", "привет", "👩‍👩‍👧‍👦", "e\u{301}", "\u{0}\u{7f}", "\u{10fffd}\u{10ff80}", "\u{100000}",
    ])
  func text(_ text: String) throws {
    let bytes = Array(text.utf8)
    var writer = TLWriter()
    writer.bytes(bytes)
    var reader = TLReader(writer.bytes)
    let read = try reader.string()
    if !bytes.contains(0xf4) || text == "\u{100000}" {
      #expect(Array(read.utf8) == bytes)
    }
    var again = TLWriter()
    again.string(read)
    #expect(again.bytes == writer.bytes)
  }

  @Test(
    "Bytes that are not UTF-8 survive as escapes beside the text around them",
    arguments: [
      [0xff], [0x61, 0x80, 0x62], [0xc3], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80],
      [0xf4, 0x8f, 0xbe, 0x80, 0xff], [0xd0, 0xbf, 0xd0], [0xc0, 0x80], [0xf0, 0x9f, 0x92],
    ] as [[UInt8]])
  func invalidText(_ bytes: [UInt8]) throws {
    var writer = TLWriter()
    writer.bytes(bytes)
    var reader = TLReader(writer.bytes)
    let text = try reader.string()
    #expect(!text.unicodeScalars.contains("\u{fffd}"))
    var again = TLWriter()
    again.string(text)
    #expect(again.bytes == writer.bytes)
  }

  @Test("Every pair of bytes survives as a string")
  func everyPair() {
    for first in UInt8.min...UInt8.max {
      for second: UInt8 in [0, 0x41, 0x80, 0x8f, 0xbf, 0xc2, 0xf4, 0xff] {
        let bytes = [first, second]
        #expect(TLText.encode(TLText.decode(bytes[...])) == bytes)
      }
    }
  }

  @Test(
    "What somebody wrote goes out as its own UTF-8, though it look like escapes, and is read so",
    arguments: [
      "", "a", "a\u{10ff80}b", "\u{10ffff}", "\u{10fff4}\u{10ff8f}\u{10ffbf}\u{10ffbf}", "👍",
    ])
  func written(_ text: String) throws {
    var writer = TLWriter(understandsEscapes: false)
    writer.string(text)
    var reader = TLReader(writer.bytes)
    #expect(try reader.bytes() == Array(text.utf8))
    reader = TLReader(writer.bytes)
    let read = try reader.string()
    #expect(TLText.readable(read) == text)
    #expect(TLText.escaping(text) == read)
    #expect(TLText.encode(TLText.escaping(text)) == Array(text.utf8))
  }

  @Test("To people a byte that is no UTF-8 is a replacement character")
  func replaced() {
    #expect(TLText.readable(TLText.decode([0x61, 0xff, 0xd0, 0xb1][...])) == "a\u{fffd}б")
  }

  @Test("The text around an invalid byte stays readable")
  func readable() {
    let text = TLText.decode([0x61, 0xff, 0xd0, 0xb1][...])
    #expect(text == "a\u{10ffff}б")
  }

  @Test("What is valid reads as it stands, and what is not becomes valid, byte by byte")
  func allSequences() {
    // Around every border that UTF-8's first and second bytes have.
    let firsts: [UInt8] = [
      0x7f, 0x80, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0, 0xe1, 0xec, 0xed, 0xee, 0xef, 0xf0, 0xf1,
      0xf3, 0xf4, 0xf5, 0xff,
    ]
    let seconds: [UInt8] = [0x7f, 0x80, 0x8e, 0x8f, 0x90, 0x9f, 0xa0, 0xbe, 0xbf, 0xc0, 0xff]
    let tails: [[UInt8]] = [[], [0x62], [0x80], [0x80, 0x80], [0xbe, 0x80], [0xbf, 0xbf, 0x62]]
    for first in firsts {
      for second in seconds {
        for tail in tails {
          let bytes = Array("Wörter".utf8) + [first, second] + tail
          let text = TLText.decode(bytes[...])
          #expect(TLText.encode(text) == bytes)
          #expect(String(validating: text.utf8, as: UTF8.self) == text)
          if let plain = String(validating: bytes, as: UTF8.self), !bytes.contains(0xf4) {
            #expect(text == plain)
          }
        }
      }
    }
  }
}
