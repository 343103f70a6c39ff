/// What a file is, by its content first and by its name where that says nothing.
package enum FileKind {
  /// The picture formats that Telegram takes as photos.
  package static func isPhoto(_ head: some Collection<UInt8>) -> Bool {
    ["image/jpeg", "image/png"].contains(type(ofContent: head))
  }

  /// - Parameter head: its first bytes; 64 are enough.
  /// - Returns: a mime type.
  package static func mimeType(of head: some Collection<UInt8>, name: String) -> String {
    if let type = type(ofContent: head) { return type }
    let ending = name.split(separator: ".", omittingEmptySubsequences: false).last ?? ""
    return byEnding[ending.lowercased()] ?? "application/octet-stream"
  }

  /// The usual ending for a mime type, with its dot; empty for others.
  package static func ending(for mimeType: String) -> String {
    endings[mimeType] ?? ""
  }

  private static func type(ofContent head: some Collection<UInt8>) -> String? {
    let head = Array(head.prefix(64))
    if head.starts(with: [0xFF, 0xD8, 0xFF]) { return "image/jpeg" }
    if head.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return "image/png" }
    if head.starts(with: "GIF8".utf8) { return "image/gif" }
    if head.starts(with: "%PDF-".utf8) { return "application/pdf" }
    if head.starts(with: "OggS".utf8) { return "audio/ogg" }
    if head.starts(with: "ID3".utf8) { return "audio/mpeg" }
    if head.starts(with: "RIFF".utf8), head.dropFirst(8).starts(with: "WEBP".utf8) {
      return "image/webp"
    }
    if head.dropFirst(4).starts(with: "ftyp".utf8) {
      return head.dropFirst(8).starts(with: "M4A".utf8) ? "audio/mp4" : "video/mp4"
    }
    return nil
  }

  private static let endings = [
    "image/jpeg": ".jpg", "image/png": ".png", "image/gif": ".gif", "image/webp": ".webp",
    "audio/ogg": ".ogg", "audio/mpeg": ".mp3", "audio/mp4": ".m4a", "video/mp4": ".mp4",
    "application/pdf": ".pdf", "text/plain": ".txt", "application/zip": ".zip",
    "application/x-tgsticker": ".tgs", "video/webm": ".webm",
  ]

  private static let byEnding = [
    "txt": "text/plain", "md": "text/markdown", "csv": "text/csv", "html": "text/html",
    "json": "application/json", "xml": "application/xml", "zip": "application/zip",
    "gz": "application/gzip", "tar": "application/x-tar", "mp3": "audio/mpeg",
    "wav": "audio/wav", "flac": "audio/flac", "opus": "audio/ogg", "webm": "video/webm",
    "mov": "video/quicktime", "mkv": "video/x-matroska", "svg": "image/svg+xml",
    "doc": "application/msword", "odt": "application/vnd.oasis.opendocument.text",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ]
}
