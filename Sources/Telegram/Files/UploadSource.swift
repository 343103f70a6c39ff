internal import Cryptography

/// Hands out the parts of a file one after the other, and hashes them on the way.
actor UploadSource {
  private let file: LocalFile
  private let size: Int64
  private var offset: Int64 = 0
  private var hash = HashContext(.md5)
  private var done: Int64 = 0
  private let progress: TransferProgress

  init(_ source: OutgoingFile, progress: @escaping TransferProgress) throws(FileError) {
    file = try LocalFile(reading: source.path)
    size = source.size
    self.progress = progress
    progress(0, source.size)
  }

  /// Nil if there are no more.
  func next() throws(FileError) -> (part: Int32, bytes: [UInt8])? {
    guard offset < size else { return nil }
    let due = Int(min(Int64(FileLimits.partSize), size - offset))
    let bytes = try file.read(at: offset, count: due)
    guard bytes.count == due, try file.size() == size else {
      throw FileError(.changed, "\(file.path) was changed while it was being sent.")
    }
    let part = Int32(offset / Int64(FileLimits.partSize))
    hash.update(bytes)
    offset += Int64(due)
    return (part, bytes)
  }

  func arrived(_ count: Int) {
    done += Int64(count)
    progress(done, size)
  }

  /// MD5 of all parts in hexadecimal; once.
  func checksum() -> String {
    var finished = HashContext(.md5)
    swap(&finished, &hash)
    return finished.finish().map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
