import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// Files that only their owner can read, from their first byte on.
enum PrivateFile {
  /// Replaces `file` in one step.
  static func write(_ data: Data, to file: URL) throws {
    let temporary = file.deletingLastPathComponent()
      .appending(component: ".\(file.lastPathComponent).\(UUID().uuidString)")
    let descriptor = open(temporary.path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
    }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    do {
      try handle.write(contentsOf: data)
      try handle.synchronize()
      try handle.close()
      guard rename(temporary.path, file.path) == 0 else {
        throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
      }
    } catch {
      unlink(temporary.path)
      throw error
    }
  }
}
