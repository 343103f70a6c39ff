import Testing

@testable import Telegram

@Suite("Forms of files")
struct FileFormTests {
  @Test(
    "A name from a message stays one visible component of bounded length",
    arguments: [
      ("notes.pdf", "notes.pdf"), ("../../etc/passwd", "_.._etc_passwd"),
      ("/etc/passwd", "_etc_passwd"),
      ("..", "file-1"), (".", "file-1"), ("", "file-1"), (" . . ", "file-1"),
      (".bashrc", "bashrc"), ("a\u{0}b\nc\u{1B}[2J.txt", "abc[2J.txt"),
      ("photo\u{202E}gpj.exe", "photogpj.exe"), ("C:\\temp\\x.txt", "C__temp_x.txt"),
      ("naïve 文档.txt", "naïve 文档.txt"), ("name. ", "name"),
    ])
  func names(_ name: String, _ expected: String) {
    #expect(SafeFileName.make(of: name, or: "file-1") == expected)
  }

  @Test("Names that are too long are shortened before their ending, between characters")
  func longNames() {
    let name = SafeFileName.make(of: String(repeating: "ж", count: 3000) + ".pdf", or: "x")
    #expect(name.utf8.count == 200)
    #expect(name.hasSuffix("ж.pdf"))
    let flat = SafeFileName.make(of: String(repeating: "a", count: 300), or: "x")
    #expect(flat == String(repeating: "a", count: 200))
    #expect(SafeFileName.make(of: nil, or: "x") == "x")
  }

  @Test("A waveform is packed in 5 bits each, the lowest first, and read back")
  func waveform() {
    #expect(Waveform([1, 2, 31]).packed == [0x41, 0x7C])
    let all = Waveform((0..<100).map { UInt8($0 * 7 % 32) })
    #expect(all.packed.count == 63)
    #expect(Waveform(packed: all.packed) == all)
    #expect(Waveform([200]).values == [31])
    #expect(Waveform(packed: []).values.isEmpty)
    #expect(Waveform(packed: [UInt8](repeating: 9, count: 100_000)).values.count == 1000)
  }

  private func read(_ bytes: [UInt8], by step: Int = 1000) -> OggOpus? {
    var reader = OggOpus.Reader()
    for start in stride(from: 0, to: bytes.count, by: step) {
      reader.add(bytes[start..<min(start + step, bytes.count)])
    }
    return reader.finish()
  }

  @Test(
    "Duration and waveform of an Ogg file with Opus, in pieces of any size",
    arguments: [1, 27, 4096])
  func ogg(_ step: Int) throws {
    // Quiet, then loud: packets of 20 ms, larger in the second half; some longer than a lace of 255.
    let file = OggSample.file(packets: 400) { $0 < 200 ? 30 : 300 }
    let voice = try #require(read(file, by: step))
    #expect(voice.duration == 8)
    #expect(voice.waveform?.values.prefix(50).allSatisfy { $0 == 0 } == true)
    #expect(voice.waveform?.values.suffix(50).allSatisfy { $0 == 31 } == true)
  }

  @Test("A constant bit rate tells nothing of loudness: no waveform is made up")
  func constantRate() throws {
    let voice = try #require(read(OggSample.file(packets: 100) { _ in 80 }))
    #expect(voice.duration == 2)
    #expect(voice.waveform == nil)
  }

  @Test("What is no such file, or a piece of one, is none; nothing crashes on any cut or flip")
  func damaged() {
    let file = OggSample.file(packets: 60)
    #expect(read(Array("RIFF....WAVE".utf8)) == nil)
    #expect(read([]) == nil)
    #expect(read(Array(file.prefix(100))) == nil)
    for length in stride(from: 0, to: file.count, by: 13) { _ = read(Array(file.prefix(length))) }
    for index in 0..<min(file.count, 400) {
      var bad = file
      bad[index] ^= 0xFF
      _ = read(bad)
    }
  }

  @Test("The kind of a file is told by its content before its name")
  func kinds() {
    #expect(FileKind.mimeType(of: [0xFF, 0xD8, 0xFF, 0xE0], name: "x.txt") == "image/jpeg")
    #expect(FileKind.mimeType(of: Array("hello".utf8), name: "x.TXT") == "text/plain")
    #expect(FileKind.mimeType(of: [], name: "x") == "application/octet-stream")
    #expect(!FileKind.isPhoto(Array("GIF89a".utf8)))
    #expect(FileKind.ending(for: "audio/ogg") == ".ogg")
  }
}
