/// How far a file has come to Telegram's servers, where it waits to be sent. Stored between the parts, so
/// that they go up once whatever happens to the process.
package struct Upload: Sendable, Hashable, Codable {
  /// The name that its parts go by there; drawn by us.
  package var fileID: Int64
  /// What the file was when the upload began: another size or date, and it has to begin anew. In bytes,
  /// and nanoseconds since 1970.
  package var size: Int64
  package var modified: Int64
  /// The server has all parts below this one.
  package var parts: Int32
  package var isComplete: Bool
  /// MD5 in hexadecimal, where the server checks one; once it is complete.
  package var checksum: String?

  package init(
    fileID: Int64, size: Int64, modified: Int64, parts: Int32 = 0, isComplete: Bool = false,
    checksum: String? = nil
  ) {
    self.fileID = fileID
    self.size = size
    self.modified = modified
    self.parts = parts
    self.isComplete = isComplete
    self.checksum = checksum
  }
}

/// Keeps how far an upload has come. What it throws ends the upload.
package typealias UploadLog = @Sendable (Upload) async throws -> Void
