import TL
import Testing

@Suite struct TLVectorTests {
  @Test("Vectors of built-in types are read back")
  func values() throws {
    #expect(try [Int32](bytes: [Int32]([1, -2, 3]).encoded()) == [1, -2, 3])
    #expect(try [Int64](bytes: [Int64]([]).encoded()) == [])
    #expect(try [String](bytes: ["a", "bc"].encoded()) == ["a", "bc"])
    #expect(try [[Int64]](bytes: [[Int64(1)], []].encoded()) == [[1], []])
    #expect(try [Bool](bytes: [true, false].encoded()) == [true, false])
    #expect(try [Double](bytes: [0.5].encoded()) == [0.5])
    var writer = TLWriter()
    writer.vectorOfBytes([[1, 2], []])
    var reader = TLReader(writer.bytes)
    #expect(try reader.vectorOfBytes() == [[1, 2], []])
  }

  @Test("A count beyond the bytes left is refused before anything is allocated")
  func hugeCount() {
    for count in [Int32.max, 3, -1, .min] {
      var writer = TLWriter()
      writer.constructor(TLID.vector)
      writer.int(count)
      writer.long(0)
      #expect(
        throws: TLError(.impossibleCount(Int(count)), offset: 4, type: "Vector"),
        performing: { try [Int32](bytes: writer.bytes) })
    }
  }

  @Test("A count that the bytes hold, yet not the elements, is a truncation")
  func shortElements() {
    var writer = TLWriter()
    writer.constructor(TLID.vector)
    writer.int(2)
    writer.long(0)
    #expect(throws: TLError(.truncated(needed: 8, left: 0), offset: 16)) {
      try [Int64](bytes: writer.bytes)
    }
  }

  @Test("A bare vector has no constructor in front")
  func bare() throws {
    var writer = TLWriter()
    writer.bareVector([Int64(7)])
    #expect(writer.bytes.count == 12)
    var reader = TLReader(writer.bytes)
    #expect(try reader.bareVector(of: Int64.self) == [7])
  }
}
