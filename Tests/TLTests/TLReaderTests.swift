import TL
import Testing

@Suite struct TLReaderTests {
  @Test("Fixed-size values are little-endian and read in order")
  func fixedSizes() throws {
    var writer = TLWriter()
    writer.int(-2)
    writer.long(0x0102_0304_0506_0708)
    writer.double(-1.5)
    writer.bool(true)
    writer.bool(false)
    let nonce = try #require(TLInt128(UInt8(0)..<16))
    let longNonce = try #require(TLInt256(UInt8(0)..<32))
    writer.int128(nonce)
    writer.int256(longNonce)
    #expect(writer.bytes.prefix(12) == [0xfe, 0xff, 0xff, 0xff, 8, 7, 6, 5, 4, 3, 2, 1])
    var reader = TLReader(writer.bytes)
    #expect(try reader.int() == -2)
    #expect(try reader.long() == 0x0102_0304_0506_0708)
    #expect(try reader.double() == -1.5)
    #expect(try reader.bool())
    #expect(try !reader.bool())
    #expect(try reader.int128().bytes == Array(0..<16))
    #expect(try reader.int256().bytes == Array(0..<32))
    try reader.expectEnd()
  }

  @Test("A nonce is made of exactly as many bytes as it holds")
  func fixedLengths() {
    #expect(TLInt128([UInt8](repeating: 0, count: 15)) == nil)
    #expect(TLInt256([UInt8](repeating: 0, count: 33)) == nil)
  }

  @Test("Bytes that end too early are an error that says how many are missing")
  func truncated() {
    var reader = TLReader([1, 2, 3])
    #expect(throws: TLError(.truncated(needed: 4, left: 3), offset: 0)) { try reader.int() }
    var empty = TLReader([])
    #expect(throws: TLError(.truncated(needed: 8, left: 0), offset: 0)) { try empty.long() }
    #expect(throws: TLError(.truncated(needed: 32, left: 0), offset: 0)) { try empty.int256() }
  }

  @Test("A slice is read in place, with offsets from its own start")
  func slices() throws {
    let bytes: [UInt8] = [9, 9, 1, 0, 0, 0, 2, 0, 0, 0, 9]
    var reader = TLReader(bytes[2..<10])
    #expect(try reader.int() == 1)
    #expect(reader.position == 4)
    #expect(reader.slice(from: 0) == [1, 0, 0, 0])
    #expect(reader.rest() == [2, 0, 0, 0])
    #expect(throws: TLError(.truncated(needed: 4, left: 0), offset: 8)) { try reader.int() }
  }

  @Test("A Bool is one of two constructors, nothing else")
  func bools() {
    var reader = TLReader([1, 0, 0, 0])
    #expect(throws: TLError(.unknownConstructor(1), offset: 0, type: "Bool")) {
      try reader.bool()
    }
  }

  @Test("An unexpected constructor is named together with the expected one")
  func unexpectedConstructor() {
    var reader = TLReader([0x15, 0xc4, 0xb5, 0x1c])
    let error = #expect(throws: TLError.self) { try reader.expect(TLID.boolTrue) }
    #expect(
      error?.message
        == "TL at byte 0: constructor #1cb5c415 stands where #997275b5 was expected")
  }

  @Test("Looking ahead at a constructor does not move the reader")
  func peek() throws {
    let reader = TLReader([0x15, 0xc4, 0xb5, 0x1c])
    #expect(try reader.peekConstructor() == TLID.vector)
    #expect(reader.position == 0)
  }

  @Test("Bytes after the one value are an error")
  func trailing() {
    #expect(throws: TLError(.trailingBytes(2), offset: 4)) { try Int32(bytes: [1, 0, 0, 0, 0, 0]) }
  }

  @Test("Nesting ends at the maximum depth, and leaving gives the level back")
  func depth() throws {
    var reader = TLReader([])
    for _ in 0..<TLReader.maximumDepth {
      try reader.enter()
    }
    #expect(throws: TLError(.tooDeep, offset: 0)) { try reader.enter() }
    reader.leave()
    try reader.enter()
  }
}
