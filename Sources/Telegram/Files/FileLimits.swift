/// Sizes that Telegram sets (core.telegram.org/api/files, core.telegram.org/api/config).
package enum FileLimits {
  /// Of every part, up and down, but the last. It divides 1 MiB, so that no part crosses such a border.
  package static let partSize = 512 * 1024
  /// Files above go up with saveBigFilePart, and pictures above are no photos.
  package static let smallFile: Int64 = 10 * 1024 * 1024
  /// upload_max_fileparts_default and upload_max_fileparts_premium.
  package static let parts: Int64 = 4000
  package static let partsPremium: Int64 = 8000
  /// Calls for parts of one file under way at a time: what bounds the memory of a transfer.
  package static let parallelCalls = 4

  package static func parts(of size: Int64) -> Int64 {
    (size + Int64(partSize) - 1) / Int64(partSize)
  }
}

/// Is told how many bytes of how many are done, from time to time and in no fixed task.
package typealias TransferProgress = @Sendable (_ done: Int64, _ total: Int64) -> Void
