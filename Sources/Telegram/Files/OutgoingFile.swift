internal import Foundation

/// A file of this machine on its way to a chat, looked at but not sent yet.
package struct OutgoingFile: Sendable, Hashable {
  package enum Form: Sendable, Hashable {
    case photo
    case document
    case voice(OggOpus)
  }

  /// What the sender asked for.
  package enum Wish: Sendable, Hashable {
    /// Pictures as photos, all else as documents.
    case automatic
    case photo
    case document
    case voice
  }

  package let path: String
  package let name: String
  package let size: Int64
  /// In nanoseconds since 1970.
  let modified: Int64
  package let mimeType: String
  package let form: Form

  /// Looks at the file.
  ///
  /// - Throws: ``FileError``: it is not there, empty, too large for anybody, or not what is wished.
  ///
  /// - Parameter name: as what it is shown; nil: its own.
  package init(
    _ path: String, as wish: Wish = .automatic, name shown: String? = nil
  ) throws(FileError) {
    let file = try LocalFile(reading: path)
    guard let size = try file.size() else {
      throw FileError(.missing, "\(path) is not a file.")
    }
    guard size > 0 else {
      throw FileError(.empty, "\(path) is empty; Telegram takes no empty files.")
    }
    let most = FileLimits.partsPremium * Int64(FileLimits.partSize)
    guard size <= most else { throw Self.tooLarge(path, size, most) }
    let head = try file.read(at: 0, count: 64)
    let name = shown ?? URL(fileURLWithPath: path).lastPathComponent
    var mimeType = FileKind.mimeType(of: head, name: name)
    let form: Form
    switch wish {
    case .automatic:
      form = FileKind.isPhoto(head) && size <= FileLimits.smallFile ? .photo : .document
    case .photo:
      guard FileKind.isPhoto(head) else {
        throw FileError(
          .wrongKind, "\(path) is neither JPEG nor PNG, which photos are; send it with --document.")
      }
      guard size <= FileLimits.smallFile else {
        throw FileError(
          .tooLarge,
          "\(path) has \(size) bytes; photos may have \(FileLimits.smallFile). Send it with --document."
        )
      }
      form = .photo
    case .document: form = .document
    case .voice:
      var reader = OggOpus.Reader()
      var offset: Int64 = 0
      while offset < size, reader.isOpus {
        let piece = try file.read(at: offset, count: FileLimits.partSize)
        guard !piece.isEmpty else { break }
        reader.add(piece)
        offset += Int64(piece.count)
      }
      guard let voice = reader.finish() else {
        throw FileError(
          .wrongKind,
          "\(path) is no Ogg file with Opus, which voice notes are. Convert it, for instance with "
            + "'ffmpeg -i FILE -c:a libopus voice.ogg'.")
      }
      mimeType = "audio/ogg"
      form = .voice(voice)
    }
    self.path = path
    self.name = name
    self.size = size
    modified = try file.modified()
    self.mimeType = mimeType
    self.form = form
  }

  static func tooLarge(_ path: String, _ size: Int64, _ most: Int64) -> FileError {
    FileError(.tooLarge, "\(path) has \(size) bytes; this account may send files of \(most).")
  }
}
