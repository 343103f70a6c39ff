import Cryptography

/// A photo or document that lies on the server, with its content.
package struct StoredFile: Sendable, Hashable {
  /// What the message that carries it shows.
  package enum Form: Sendable, Hashable {
    case photo
    case document
    /// Seconds, and values of 5 bits one after the other, as they were sent.
    case voice(duration: Int32, waveform: [UInt8]?)
  }

  package let id: Int64
  package let form: Form
  package let name: String?
  package let mimeType: String
  package let content: [UInt8]
  /// Seconds since 1970.
  package let date: Int32
  /// The data center that keeps it; others send clients there.
  package var dc: Int32?
  /// Which generation of its references is good; older ones have expired.
  package internal(set) var generation: UInt32 = 1
  /// Reads since that generation began.
  var reads = 0
}

/// A file whose parts are still coming (core.telegram.org/api/files#uploading-files).
struct PendingUpload: Sendable {
  struct Key: Sendable, Hashable {
    let person: Int64
    let file: Int64
  }

  let isBig: Bool
  var parts: [Int32: [UInt8]] = [:]
  /// Of big files, as the client says; nil while it does not know.
  var total: Int32?
}

/// Proves that a client has seen the file, lately.
struct FileReference: Sendable, Hashable {
  static let size = 13

  let file: Int64
  let generation: UInt32

  var bytes: [UInt8] {
    [1] + (0..<4).map { UInt8(truncatingIfNeeded: generation >> (8 * $0)) }
      + (0..<8).map { UInt8(truncatingIfNeeded: file >> (8 * $0)) }
  }

  init(_ file: StoredFile) {
    self.file = file.id
    generation = file.generation
  }

  init(_ bytes: [UInt8]) throws(Refusal) {
    guard !bytes.isEmpty else { throw Refusal("FILE_REFERENCE_EMPTY") }
    guard bytes.count == Self.size, bytes[0] == 1 else { throw Refusal("FILE_REFERENCE_INVALID") }
    generation = (0..<4).reduce(0) { $0 | UInt32(bytes[1 + $1]) << (8 * UInt32($1)) }
    file = (0..<8).reduce(0) { $0 | Int64(bytes[5 + $1]) << (8 * Int64($1)) }
  }
}
