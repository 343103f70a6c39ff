internal import Cryptography
internal import TelegramSchema

/// A file as a server of the content delivery network keeps it: encrypted, and not to be believed. The
/// data center that keeps the file itself has told how to decrypt it and what each stretch of it has to
/// be (core.telegram.org/cdn).
actor CDNCopy {
  /// Uploads to the server in a row after which it still has nothing.
  private static let maximumReuploads = 5

  private struct Block {
    let size: Int64
    let hash: [UInt8]
  }

  nonisolated let dc: Int
  nonisolated let token: [UInt8]
  private let key: SecretBytes
  private let iv: [UInt8]
  private let size: Int64
  /// By offset.
  private var blocks: [Int64: Block] = [:]
  /// Counts the times that the server was given the file anew.
  private(set) var generation = 0
  private var reuploadsInVain = 0
  private var isReuploading = false
  private var waiting: [CheckedContinuation<Void, Never>] = []

  /// - Parameter size: of the whole file, in bytes.
  init(_ redirect: API.Upload.File.FileCdnRedirect, size: Int64) throws(CDNTrouble) {
    guard redirect.encryptionKey.count == AESCTR.keySize,
      redirect.encryptionIv.count == AESCTR.ivSize
    else { throw .useless("the key that belongs to its copy is malformed") }
    dc = Int(redirect.dcId)
    token = redirect.fileToken
    key = SecretBytes(redirect.encryptionKey)
    iv = redirect.encryptionIv
    self.size = size
    blocks = Self.blocks(redirect.fileHashes, size: size)
  }

  /// Decrypts a stretch and checks it.
  ///
  /// - Parameter askHashes: for those from an offset on.
  func open(
    _ encrypted: [UInt8], _ range: Range<Int64>,
    askHashes: @Sendable (Int64) async throws(CDNTrouble) -> [API.FileHash]
  ) async throws(CDNTrouble) -> [UInt8] {
    guard encrypted.count == range.count else {
      throw .useless("it sent \(encrypted.count) bytes where \(range.count) belong")
    }
    let plain = try decrypt(encrypted, at: range.lowerBound)
    var position = range.lowerBound
    while position < range.upperBound {
      if blocks[position] == nil {
        let more = Self.blocks(try await askHashes(position), size: size)
        blocks.merge(more) { $1 }
      }
      guard let block = blocks[position], position + block.size <= range.upperBound else {
        throw .useless("Telegram tells no checksum for what it sent")
      }
      let start = Int(position - range.lowerBound)
      guard SHA256.hash(Array(plain[start..<start + Int(block.size)])) == block.hash else {
        throw .useless("what it sent is not the file: the checksum is another one")
      }
      position += block.size
    }
    reuploadsInVain = 0
    return plain
  }

  /// The server has lost the file: it is given it anew, once however many parts wait for it.
  ///
  /// - Parameters:
  ///   - known: the generation in which it had lost it.
  ///   - reupload: does it; gives hashes.
  func renew(
    after known: Int, by reupload: @Sendable () async throws(CDNTrouble) -> [API.FileHash]
  ) async throws(CDNTrouble) {
    while isReuploading { await withCheckedContinuation { waiting.append($0) } }
    guard generation == known else { return }
    reuploadsInVain += 1
    guard reuploadsInVain <= Self.maximumReuploads else {
      throw .useless("it loses the file as often as it is given it")
    }
    isReuploading = true
    defer {
      isReuploading = false
      for waiter in waiting { waiter.resume() }
      waiting.removeAll()
    }
    let hashes = try await reupload()
    blocks.merge(Self.blocks(hashes, size: size)) { $1 }
    generation += 1
  }

  /// The last four bytes of the first block count the blocks of 16 bytes, the highest first.
  private func decrypt(_ bytes: [UInt8], at offset: Int64) throws(CDNTrouble) -> [UInt8] {
    let number = UInt32(truncatingIfNeeded: offset / 16)
    let counter = (0..<4).map { UInt8(truncatingIfNeeded: number >> (24 - 8 * $0)) }
    var plain = bytes
    do throws(CryptographyError) {
      var stream = try AESCTR(key: key, iv: iv.prefix(AESCTR.ivSize - 4) + counter)
      try stream.apply(to: &plain)
    } catch {
      throw .useless("its copy cannot be decrypted: \(error)")
    }
    return plain
  }

  private static func blocks(_ hashes: [API.FileHash], size: Int64) -> [Int64: Block] {
    var blocks: [Int64: Block] = [:]
    for hash in hashes
    where hash.limit > 0 && hash.offset >= 0 && hash.offset < size
      && hash.hash.count == HashFunction.sha256.size
    {
      // The last one may be told with the size of all others.
      let length = min(Int64(hash.limit), size - hash.offset)
      blocks[hash.offset] = Block(size: length, hash: hash.hash)
    }
    return blocks
  }
}

/// Why a part does not come from the content delivery network.
enum CDNTrouble: Error {
  /// The token is too old: the file's data center gives another one, or the file.
  case expired
  /// The server, or its copy, is good for nothing; half a sentence.
  case useless(String)
  /// The transfer is over in any case.
  case ended(TelegramError)
}
