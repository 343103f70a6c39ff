import Cryptography
import Dispatch
import OggSample
import Synchronization
import TL
import TelegramSchema

@testable import Telegram

/// What files are made of: voice notes, waveforms, and parts that a delivery server sends.
struct FilesTarget: FuzzTarget {
  static let name = "files"

  private static let key = [UInt8](repeating: 3, count: AESCTR.keySize)
  private static let iv = [UInt8](repeating: 5, count: AESCTR.ivSize)
  private static let content = (0..<3000).map { UInt8(truncatingIfNeeded: $0 * 7) }

  static func seeds() throws -> [[UInt8]] {
    var stream = try AESCTR(key: SecretBytes(key), iv: iv.prefix(12) + [0, 0, 0, 0])
    var encrypted = content
    try stream.apply(to: &encrypted)
    let hash = API.FileHash(offset: 0, limit: 3000, hash: SHA256.hash(content)).encoded()
    let redirect = API.Upload.File.fileCdnRedirect(
      .init(dcId: 3, fileToken: [1], encryptionKey: key, encryptionIv: iv, fileHashes: []))
    let plain = API.Upload.File.file(.init(type: .fileJpeg, mtime: 1, bytes: [1, 2, 3]))
    return [
      [0, 0] + OggSample.file(packets: 120), [0, 7] + OggSample.file(packets: 3),
      [1] + [1, 2, 3, 250, 9], [2] + Choices.part(hash) + encrypted,
      [2] + Choices.part(hash + hash) + encrypted.prefix(100), [3] + redirect.encoded(),
      [3] + plain.encoded(),
    ]
  }

  func run(_ bytes: [UInt8]) {
    var choices = Choices(bytes)
    switch choices.number(below: 4) {
    case 0:
      let pattern = choices.byte()
      let file = choices.remainder()
      let whole = Self.read([file])
      let split = Self.read(Splits.pieces(file, pattern: pattern))
      demand(whole == split, "a voice note depends on how the bytes were cut")
      if let whole {
        demand(whole.duration.isFinite && whole.duration >= 0, "a duration makes no sense")
        demand(whole.waveform?.values.count ?? 100 == Waveform.count, "a waveform is not whole")
      }
    case 1:
      let packed = choices.remainder()
      let wave = Waveform(packed: packed)
      demand(wave.values.allSatisfy { $0 <= Waveform.maximum }, "a bar is too high")
      demand(Waveform(packed: wave.packed) == wave, "a waveform is packed otherwise than it was")
    case 2: deliver(&choices)
    default:
      guard let file = try? API.Upload.File(bytes: choices.remainder()) else { return }
      if case .fileCdnRedirect(let redirect) = file { _ = try? CDNCopy(redirect, size: 1 << 40) }
    }
  }

  private static func read(_ pieces: [[UInt8]]) -> OggOpus? {
    var reader = OggOpus.Reader()
    for piece in pieces { reader.add(piece) }
    return reader.finish()
  }

  /// Only what has its checksum comes out.
  private func deliver(_ choices: inout Choices) {
    var reader = TLReader(choices.part())
    var hashes: [API.FileHash] = []
    while let hash = try? API.FileHash(from: &reader) { hashes.append(hash) }
    let encrypted = choices.remainder()
    let redirect = API.Upload.File.FileCdnRedirect(
      dcId: 3, fileToken: [1], encryptionKey: Self.key, encryptionIv: Self.iv,
      fileHashes: Array(hashes.prefix(hashes.count / 2)))
    let size = Int64(encrypted.count)
    let asked = hashes
    guard let copy = try? CDNCopy(redirect, size: size), size > 0 else { return }
    let opened = Mutex<[UInt8]?>(nil)
    let done = DispatchSemaphore(value: 0)
    Task.detached {
      let plain = try? await copy.open(encrypted, 0..<size) {
        (_: Int64) async throws(CDNTrouble) -> [API.FileHash] in asked
      }
      opened.withLock { $0 = plain }
      done.signal()
    }
    done.wait()
    guard let plain = opened.withLock({ $0 }) else { return }
    demand(plain.count == encrypted.count, "another size came out")
    demand(
      asked.contains { $0.hash == SHA256.hash(Array(plain.prefix(Int(clamping: $0.limit)))) },
      "what has no checksum was taken")
  }
}
