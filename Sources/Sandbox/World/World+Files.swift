import Cryptography
import Model

// Files: parts that come in, and stretches that go out, by the rules of core.telegram.org/api/files.
extension World {
  private static var smallestUnit: Int { 1024 }
  private static var largestPart: Int { 512 * 1024 }
  /// The smallest file that must be sent with saveBigFilePart, and the largest photo.
  private static var smallFileLimit: Int { 10 * 1024 * 1024 }
  private static var block: Int64 { 1024 * 1024 }

  /// Keeps one part of an upload; a part that comes again replaces the earlier one.
  ///
  /// - Parameter total: of a big file, how many parts there will be; nil for a small file.
  mutating func savePart(
    _ part: Int32, of file: Int64, total: Int32? = nil, _ bytes: [UInt8], by person: Int64
  ) throws(Refusal) {
    let isPremium = people[person]?.isPremium ?? false
    let most = isPremium ? limits.filePartsPremium : limits.fileParts
    guard part >= 0 else { throw Refusal("FILE_PART_INVALID") }
    guard part < most else { throw Refusal("FILE_PARTS_INVALID") }
    // -1: the client does not know yet.
    if let total, total != -1 {
      guard total > part, total <= most else { throw Refusal("FILE_PARTS_INVALID") }
    }
    guard !bytes.isEmpty else { throw Refusal("FILE_PART_EMPTY") }
    guard bytes.count <= Self.largestPart else { throw Refusal("FILE_PART_TOO_BIG") }
    let key = PendingUpload.Key(person: person, file: file)
    guard uploads[key]?.isBig ?? (total != nil) == (total != nil) else {
      throw Refusal("FILE_PART_INVALID")
    }
    uploads[key, default: PendingUpload(isBig: total != nil)].parts[part] = bytes
    if let total, total > 0 { uploads[key]?.total = total }
  }

  /// Puts the parts of an upload together. They are forgotten then.
  ///
  /// - Parameter checksum: MD5 in hexadecimal; empty, or nil for big files: not checked.
  mutating func takeUpload(
    _ file: Int64, parts: Int32, checksum: String?, by person: Int64
  ) throws(Refusal) -> [UInt8] {
    let key = PendingUpload.Key(person: person, file: file)
    guard let upload = uploads[key], parts > 0 else { throw Refusal("FILE_PARTS_INVALID") }
    guard upload.isBig == (checksum == nil) else { throw Refusal("FILE_PARTS_INVALID") }
    guard upload.total ?? parts == parts else { throw Refusal("FILE_PARTS_INVALID") }
    let size = upload.parts[0]?.count ?? 0
    var content: [UInt8] = []
    for index in 0..<parts {
      guard let part = upload.parts[index] else { throw Refusal("FILE_PART_\(index)_MISSING") }
      guard index == parts - 1 ? part.count <= size : part.count == size else {
        throw Refusal("FILE_PART_SIZE_CHANGED")
      }
      content += part
    }
    if parts > 1 {
      guard size.isMultiple(of: Self.smallestUnit), Self.largestPart.isMultiple(of: size) else {
        throw Refusal("FILE_PART_SIZE_INVALID")
      }
    }
    if let checksum {
      guard content.count <= Self.smallFileLimit else { throw Refusal("FILE_PARTS_INVALID") }
      guard checksum.isEmpty || checksum == Self.checksum(of: content) else {
        throw Refusal("MD5_CHECKSUM_INVALID")
      }
    }
    uploads[key] = nil
    return content
  }

  /// Makes a photo or document of some content.
  @discardableResult
  package mutating func addFile(
    _ content: [UInt8], form: StoredFile.Form, name: String? = nil,
    mimeType: String = "application/octet-stream", dc: Int32? = nil
  ) throws(Refusal) -> StoredFile {
    if form == .photo {
      guard content.count <= Self.smallFileLimit else { throw Refusal("PHOTO_FILE_TOO_BIG") }
      let isImage =
        content.starts(with: [0xFF, 0xD8, 0xFF]) || content.starts(with: [0x89, 0x50, 0x4E, 0x47])
      guard isImage else { throw Refusal("IMAGE_PROCESS_FAILED") }
    }
    var id = Int64.zero
    while id == 0 || files[id] != nil {
      id = Int64(bitPattern: generator.next() & UInt64(Int64.max))
    }
    let file = StoredFile(
      id: id, form: form, name: name, mimeType: form == .photo ? "image/jpeg" : mimeType,
      content: content, date: now, dc: dc)
    files[id] = file
    return file
  }

  /// A file of another data center's world, which shares our seed, is kept here as well.
  package mutating func keep(_ file: StoredFile) {
    files[file.id] = file
    files[file.id]?.dc = dc
  }

  /// A stretch of a file.
  ///
  /// - Parameters:
  ///   - isPrecise: the rules for offset and limit are the finer ones.
  mutating func read(
    _ reference: [UInt8], id: Int64, hash: Int64, offset: Int64, limit: Int32, isPrecise: Bool
  ) throws(Refusal) -> ArraySlice<UInt8> {
    let reference = try FileReference(reference)
    guard let file = files[id], hash == fileHash(of: id), reference.file == id else {
      throw Refusal("LOCATION_INVALID")
    }
    if let other = file.dc, other != dc { throw Refusal(303, "FILE_MIGRATE_\(other)") }
    guard reference.generation == file.generation else {
      throw Refusal("FILE_REFERENCE_EXPIRED")
    }
    try Self.check(offset: offset, limit: limit, isPrecise: isPrecise)
    let end = offset + Int64(limit)
    files[id]?.reads += 1
    if let most = limits.readsPerReference, file.reads + 1 >= most { expireReferences(of: id) }
    let size = Int64(file.content.count)
    return file.content[Int(min(offset, size))..<Int(min(end, size))]
  }

  /// Whether a stretch may be asked for (core.telegram.org/api/files#downloading-files).
  static func check(offset: Int64, limit: Int32, isPrecise: Bool) throws(Refusal) {
    let unit: Int64 = isPrecise ? 1024 : 4096
    guard offset >= 0, offset < Int64.max / 2, offset.isMultiple(of: unit) else {
      throw Refusal("OFFSET_INVALID")
    }
    guard limit > 0, Int64(limit) <= block, Int64(limit).isMultiple(of: unit),
      isPrecise || block.isMultiple(of: Int64(limit)),
      offset / block == (offset + Int64(limit) - 1) / block
    else { throw Refusal("LIMIT_INVALID") }
  }

  /// What the person's client has sent under this random id before.
  func sent(_ randomID: Int64, by person: Int64) -> Sent? { mailboxes[person]?.sent[randomID] }

  /// All references to the file that were given out so far are good for nothing.
  package mutating func expireReferences(of file: Int64) {
    files[file]?.generation += 1
    files[file]?.reads = 0
  }

  /// The same for everybody; a real server has one for each account.
  func fileHash(of file: Int64) -> Int64 {
    var generator = SeededGenerator(seeds: Int64(bitPattern: seed), file)
    return Int64(bitPattern: generator.next() | 1)
  }

  private static func checksum(of content: [UInt8]) -> String {
    var hash = HashContext(.md5)
    hash.update(content)
    return hash.finish().map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
