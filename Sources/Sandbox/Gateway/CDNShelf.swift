package import Cryptography
import Synchronization
import TelegramSchema

/// The encrypted copies that a delivery server keeps (core.telegram.org/cdn): filled by a data center,
/// given out by a ``TelegramServer`` whose configuration has it.
package final class CDNShelf: Sendable {
  /// What the delivery server does wrong on purpose, one part at a time.
  package enum Fault: Sendable, Hashable {
    /// A byte is another one.
    case wrongByte
    /// Fewer bytes than asked for by so many; more where negative.
    case missingBytes(Int)
    /// It has lost the file, and wants it again.
    case lost
    /// The token is too old.
    case expired
  }

  /// A copy of one file.
  struct Copy {
    let file: StoredFile
    let token: [UInt8]
    let key: [UInt8]
    let iv: [UInt8]
    var isHere = true
  }

  private struct State {
    var keeps: Set<Int64> = []
    var keepsEverything = false
    var copies: [[UInt8]: Copy] = [:]
    var tokens: [Int64: [UInt8]] = [:]
    var faults: [Fault] = []
    var address: (host: String, port: Int) = ("", 0)
    /// What the server demands where it has lost a file.
    var requests: Set<[UInt8]> = []
  }

  /// Of each stretch that has a checksum of its own.
  static let blockSize = 128 * 1024
  /// So many checksums are told at a time.
  static let hashesAtOnce = 6

  package let dc: Int32
  /// In PEM form.
  let publicKey: String
  private let random: RandomSource
  private let state = Mutex(State())

  package init(
    dc: Int32, publicKey: String, random: RandomSource = .secure, keepsEverything: Bool = false
  ) {
    self.dc = dc
    self.publicKey = publicKey
    self.random = random
    state.withLock { $0.keepsEverything = keepsEverything }
  }

  // MARK: For scripts

  /// Where the server of this shelf listens.
  package func place(host: String, port: Int) { state.withLock { $0.address = (host, port) } }

  /// Clients are sent here for this file.
  package func keep(_ file: Int64) { state.withLock { _ = $0.keeps.insert(file) } }

  /// The next answers are wrong in this way.
  package func plan(_ fault: Fault, times: Int = 1) {
    state.withLock { $0.faults += Array(repeating: fault, count: max(0, times)) }
  }

  package func clearFaults() { state.withLock { $0.faults.removeAll() } }

  /// No token that was given out is good for anything any more.
  package func expireTokens() {
    state.withLock { state in
      state.copies.removeAll()
      state.tokens.removeAll()
    }
  }

  /// What the server wants again of those that it keeps: all.
  package func loseEverything() {
    state.withLock { state in
      for token in state.copies.keys { state.copies[token]?.isHere = false }
    }
  }

  // MARK: For the data center

  var option: API.DcOption {
    let address = state.withLock(\.address)
    return API.DcOption(
      cdn: true, static: true, thisPortOnly: true, id: dc, ipAddress: address.host,
      port: address.port.clamped)
  }

  /// Nil if the file is not kept here.
  func redirect(to file: StoredFile) -> API.Upload.File.FileCdnRedirect? {
    let copy: Copy? = state.withLock { state in
      guard state.keepsEverything || state.keeps.contains(file.id) else { return nil }
      if let token = state.tokens[file.id], let known = state.copies[token] { return known }
      let copy = Copy(
        file: file, token: random.bytes(20), key: random.bytes(AESCTR.keySize),
        iv: random.bytes(AESCTR.ivSize))
      state.tokens[file.id] = copy.token
      state.copies[copy.token] = copy
      return copy
    }
    guard let copy else { return nil }
    return API.Upload.File.FileCdnRedirect(
      dcId: dc, fileToken: copy.token, encryptionKey: copy.key, encryptionIv: copy.iv,
      fileHashes: Self.hashes(of: copy.file, from: 0))
  }

  func hashes(_ token: [UInt8], from offset: Int64) throws(Refusal) -> [API.FileHash] {
    guard let copy = state.withLock({ $0.copies[token] }) else {
      throw Refusal("FILE_TOKEN_INVALID")
    }
    return Self.hashes(of: copy.file, from: offset)
  }

  func reupload(_ token: [UInt8], request: [UInt8]) throws(Refusal) -> [API.FileHash] {
    let (copy, isAsked) = state.withLock { state in
      (state.copies[token], state.requests.remove(request) != nil)
    }
    guard let copy else { throw Refusal("FILE_TOKEN_INVALID") }
    guard isAsked else { throw Refusal("REQUEST_TOKEN_INVALID") }
    state.withLock { $0.copies[token]?.isHere = true }
    return Self.hashes(of: copy.file, from: 0)
  }

  // MARK: For the delivery server

  func give(
    _ token: [UInt8], offset: Int64, limit: Int32
  ) throws(Refusal) -> API.Upload.CdnFile {
    let (copy, fault) = state.withLock { state in
      (state.copies[token], state.faults.isEmpty ? nil : state.faults.removeFirst())
    }
    guard let copy, fault != .expired else { throw Refusal("FILE_TOKEN_INVALID") }
    guard copy.isHere, fault != .lost else {
      let request = random.bytes(16)
      state.withLock { state in
        state.copies[token]?.isHere = false
        state.requests.insert(request)
      }
      return .cdnFileReuploadNeeded(.init(requestToken: request))
    }
    try World.check(offset: offset, limit: limit, isPrecise: false)
    let size = Int64(copy.file.content.count)
    let plain = copy.file.content[
      Int(min(offset, size))..<Int(min(offset + Int64(limit), size))]
    var bytes = Self.encrypt(Array(plain), of: copy, at: offset)
    switch fault {
    case .wrongByte?: if !bytes.isEmpty { bytes[bytes.count / 2] ^= 0x10 }
    case .missingBytes(let count)? where count >= 0: bytes.removeLast(min(count, bytes.count))
    case .missingBytes(let count)?: bytes += [UInt8](repeating: 0, count: -count)
    case .lost?, .expired?, nil: break
    }
    return .cdnFile(.init(bytes: bytes))
  }

  private static func encrypt(_ bytes: [UInt8], of copy: Copy, at offset: Int64) -> [UInt8] {
    let number = UInt32(truncatingIfNeeded: offset / 16)
    var bytes = bytes
    let counter = withUnsafeBytes(of: number.bigEndian) { Array($0) }
    do throws(CryptographyError) {
      var stream = try AESCTR(key: SecretBytes(copy.key), iv: copy.iv.dropLast(4) + counter)
      try stream.apply(to: &bytes)
    } catch {
      // A client that checks what it gets will not take it.
      return []
    }
    return bytes
  }

  private static func hashes(of file: StoredFile, from offset: Int64) -> [API.FileHash] {
    let size = file.content.count
    let first = Int(clamping: offset) / blockSize * blockSize
    return stride(from: max(0, first), to: size, by: blockSize).prefix(hashesAtOnce).map { start in
      let block = file.content[start..<min(start + blockSize, size)]
      return API.FileHash(
        offset: Int64(start), limit: block.count.clamped, hash: SHA256.hash(Array(block)))
    }
  }
}
