internal import Cryptography

/// Hands out the parts of a file one after the other, and hashes them on the way.
actor UploadSource {
  private let file: LocalFile
  private let size: Int64
  private var offset: Int64 = 0
  private var hash = HashContext(.md5)
  private var done: Int64 = 0
  private let modified: Int64
  /// Parts below are on the server already; they are read for the checksum alone.
  private let first: Int32
  /// All parts below are on the server.
  private var complete: Int32
  /// Parts above that are there, too.
  private var beyond: Set<Int32> = []
  private var noted: Int32
  private let isHashed: Bool
  private let progress: TransferProgress

  init(
    _ source: OutgoingFile, from first: Int32, progress: @escaping TransferProgress
  ) throws(FileError) {
    file = try LocalFile(reading: source.path)
    size = source.size
    modified = source.modified
    self.first = first
    complete = first
    noted = first
    isHashed = !source.isBig
    self.progress = progress
    done = min(Int64(first) * Int64(FileLimits.partSize), size)
    if !isHashed { offset = done }
    progress(done, source.size)
  }

  /// Nil if there are no more.
  func next() throws(FileError) -> (part: Int32, bytes: [UInt8])? {
    while offset < size {
      let due = Int(min(Int64(FileLimits.partSize), size - offset))
      let bytes = try file.read(at: offset, count: due)
      guard bytes.count == due, try file.size() == size, try file.modified() == modified else {
        throw FileError(
          .changed, "\(file.path) was changed while it was being sent; nothing of it was sent.")
      }
      let part = Int32(offset / Int64(FileLimits.partSize))
      if isHashed { hash.update(bytes) }
      offset += Int64(due)
      if part >= first { return (part, bytes) }
    }
    return nil
  }

  /// The server has a part.
  ///
  /// - Returns: how many parts from the first on it has, when that is worth noting.
  func arrived(_ part: Int32, _ count: Int, every stride: Int32) -> Int32? {
    done += Int64(count)
    progress(done, size)
    beyond.insert(part)
    while beyond.remove(complete) != nil { complete += 1 }
    guard complete - noted >= stride else { return nil }
    noted = complete
    return complete
  }

  /// MD5 of all parts in hexadecimal; once.
  func checksum() -> String {
    var finished = HashContext(.md5)
    swap(&finished, &hash)
    return finished.finish().map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
