import Model
import OggSample
import TelegramSchema
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

  @Test(
    "What could be taken for something else is not in a name",
    arguments: [
      ("-rf", "_rf"), ("--force.txt", "_-force.txt"), ("photo\u{202E}gpj.exe", "photogpj.exe"),
      ("a\u{0}b\u{7}c\u{1B}[31m.txt", "abc[31m.txt"), ("../../etc/passwd", "_.._etc_passwd"),
      ("\u{2067}שלום.pdf", "שלום.pdf"), ("...", "file-1"), (" . . ", "file-1"),
      ("a\nb.txt", "ab.txt"), ("C:\\x", "C__x"), ("\u{200F}", "file-1"),
    ])
  func hostileNames(_ name: String, _ expected: String) {
    #expect(SafeFileName.make(of: name, or: "file-1") == expected)
  }

  @Test("A letter under a thousand accents is no hidden file, and no name is longer than 200 bytes")
  func accents() {
    let marks = String(repeating: "\u{301}", count: 1000)
    for name in ["a\(marks).txt", "\(marks)", "ж\(marks)ж\(marks).tar.gz", ".\(marks)"] {
      let made = SafeFileName.make(of: name, or: "x")
      #expect(!made.isEmpty && !made.hasPrefix(".") && made.utf8.count <= 200)
    }
  }

  @Test("Of a photo's sizes the largest is the picture; previews in the message are no files")
  func photoSizes() throws {
    func media(_ sizes: [API.PhotoSize]) -> Media? {
      Media(
        .messageMediaPhoto(
          .init(
            photo: .photo(
              .init(id: 1, accessHash: 2, fileReference: [3], date: 0, sizes: sizes, dcId: 4)))))
    }
    let previews: [API.PhotoSize] = [
      .photoStrippedSize(.init(type: "i", bytes: [1])),
      .photoCachedSize(
        .init(type: "s", w: 1, h: 1, bytes: [UInt8](repeating: 0, count: 900))),
    ]
    let file = try #require(
      media(
        previews + [
          .photoSizeProgressive(.init(type: "y", w: 1, h: 1, sizes: [10, 500, 200])),
          .photoSize(.init(type: "m", w: 1, h: 1, size: 300)),
        ]))
    #expect(file.file?.sizeType == "y" && file.size == 500)
    #expect(media(previews)?.file == nil)
    #expect(media([.photoSizeProgressive(.init(type: "y", w: 1, h: 1, sizes: []))])?.file == nil)
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
