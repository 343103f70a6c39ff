import Testing

@testable import understudy

@Suite("Memory that is given back")
struct ResidentMemoryTests {
  @Test("Only what shows an unchanged file and cannot be written is given back")
  func mappings() {
    let text = """
      1000-3000 r-xp 00000000 08:01 77    /opt/understudy
      Size:                  8 kB
      Anonymous:             0 kB
      VmFlags: rd ex mr mw me
      3000-4000 r--p 00002000 08:01 77    /opt/with a space/library.so
      Anonymous:             4 kB
      4000-5000 rw-p 00003000 08:01 77    /opt/understudy
      Anonymous:             0 kB
      5000-6000 r--p 00004000 08:01 77    /opt/understudy
      Anonymous:             0 kB
      6000-7000 rw-p 00000000 00:00 0
      Anonymous:             4 kB
      7000-8000 r-xp 00000000 00:00 0     [vdso]
      Anonymous:             0 kB
      nonsense
      9000-8000 r-xp 00000000 08:01 77    /opt/backwards
      """
    let clean = ResidentMemory.Mapping.all(in: text).filter(\.isClean)
    #expect(clean.map(\.start) == [0x1000, 0x5000])
    #expect(clean.map(\.size) == [0x2000, 0x1000])
  }

  @Test("The whole address space is looked at, up to the stack")
  func whole() {
    #expect(ResidentMemory.map().contains("[stack]"))
  }

  @Test("Giving it back changes nothing that is used")
  func harmless() {
    let before = (0..<1000).map { "text \($0)" }
    ResidentMemory.giveBack()
    #expect(before.last == "text 999")
    #expect((0..<1000).map { "text \($0)" } == before)
  }
}
