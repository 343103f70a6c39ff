internal import Cryptography
internal import Model

/// A file that is being downloaded, as it lies on the disk until it is whole: the content, each part at
/// its place, and behind it a list that tells which parts have come. So a download goes on after the
/// process was killed, and what a power cut has damaged is fetched again.
struct PartFile: ~Copyable {
  /// Of the list's entries: the beginning of a part's SHA-256, zero while it is missing.
  private static let entrySize = 8
  private static let magic = Array("understudy part\u{1}".utf8)

  let size: Int64
  /// Bytes that were there when it was opened.
  let resumed: Int64
  private let file: LocalFile
  /// The missing ones, the last first.
  private var missing: [Int64] = []

  /// Opens what an earlier download of the same file has left, or begins anew.
  ///
  /// - Throws: ``FileError``.
  init(path: String, of remote: RemoteFile, size: Int64) throws(FileError) {
    let file = try LocalFile(writing: path)
    let parts = FileLimits.parts(of: size)
    let header = Self.header(of: remote, size: size)
    let whole = size + Int64(header.count) + parts * Int64(Self.entrySize)
    var missing: [Int64] = []
    var resumed: Int64 = 0
    if try file.size() == whole, try file.read(at: size, count: header.count) == header {
      for part in 0..<parts {
        let range = Self.range(of: part, size: size)
        let entry = try file.read(
          at: Self.place(of: part, size: size, header: header), count: Self.entrySize)
        let isThere = entry.contains { $0 != 0 }
        if isThere,
          entry == Self.entry(part, try file.read(at: range.lowerBound, count: range.count))
        {
          resumed += Int64(range.count)
        } else {
          missing.append(part)
        }
      }
    } else {
      do throws(FileError) {
        try file.truncate(to: 0)
        try file.reserve(whole)
        try file.truncate(to: whole)
        try file.write(header, at: size)
      } catch {
        // What was reserved in vain must not keep the disk full.
        file.remove()
        throw error
      }
      missing = Array(0..<parts)
    }
    self.size = size
    self.resumed = resumed
    self.file = file
    self.missing = missing.reversed()
  }

  static func range(of part: Int64, size: Int64) -> Range<Int64> {
    let start = part * Int64(FileLimits.partSize)
    return start..<min(start + Int64(FileLimits.partSize), size)
  }

  /// A part that is to be fetched next; each is handed out once.
  mutating func next() -> Int64? { missing.popLast() }

  func write(_ bytes: [UInt8], part: Int64) throws(FileError) {
    try file.write(bytes, at: Self.range(of: part, size: size).lowerBound)
    try file.write(Self.entry(part, bytes), at: Self.place(of: part, size: size, header: nil))
  }

  /// Takes the list away and gives the file its name, in one step.
  ///
  /// - Throws: ``FileError`` with code `exists` if there is such a file and it is not to be replaced.
  func close(as target: String, replaces: Bool) throws(FileError) {
    if !replaces, LocalFile.exists(at: target) { throw LocalFile.exists(target) }
    try file.truncate(to: size)
    try file.synchronize()
    try file.rename(to: target, replaces: replaces)
  }

  private static func header(of remote: RemoteFile, size: Int64) -> [UInt8] {
    let identity = "\(remote.kind.rawValue) \(remote.id) \(remote.sizeType) \(size)"
    return magic + SHA256.hash(Array(identity.utf8))
  }

  private static func place(of part: Int64, size: Int64, header: [UInt8]?) -> Int64 {
    let headerSize = header?.count ?? magic.count + HashFunction.sha256.size
    return size + Int64(headerSize) + part * Int64(entrySize)
  }

  private static func entry(_ part: Int64, _ bytes: [UInt8]) -> [UInt8] {
    let number = (0..<8).map { UInt8(truncatingIfNeeded: part >> (8 * $0)) }
    return Array(SHA256.hash(number, bytes).prefix(entrySize))
  }
}
