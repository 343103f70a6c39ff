import TL
import Testing

@Suite struct TLRawTests {
  @Test("A raw value is written as the bytes it was made of")
  func raw() {
    let raw = TLRaw(encoded: [0xb5, 0x75, 0x72, 0x99])
    #expect(raw.constructorID == TLID.boolTrue)
    #expect(raw.encoded() == [0xb5, 0x75, 0x72, 0x99])
    #expect(TLRaw(true) == raw)
    #expect(TLRaw(encoded: [1]).constructorID == 0)
  }

  @Test("The rest takes everything that is left")
  func rest() throws {
    var reader = TLReader([1, 0, 0, 0, 2, 0, 0, 0])
    _ = try reader.int()
    let rest = try TLRest(from: &reader)
    #expect(rest.bytes == [2, 0, 0, 0])
    #expect(rest.constructorID == 2)
    #expect(reader.isAtEnd)
    #expect(TLRest(encoded: []).constructorID == nil)
  }
}
