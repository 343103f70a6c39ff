import Foundation
import Synchronization

/// One JSON object a line on standard output, whole lines only, in the order of the calls.
final class JSONLines: Sendable {
  static let standardOutput = JSONLines()

  private let turn = Mutex(())

  static func encoder() -> JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // One manner for all that is printed, whatever the types are called.
    encoder.keyEncodingStrategy = .convertToSnakeCase
    return encoder
  }

  /// Returns once the line was handed to the kernel: a reader has it even if we are killed next.
  func write(_ value: some Encodable) throws {
    let line = try Self.encoder().encode(value) + Data("\n".utf8)
    try turn.withLock { _ in try FileHandle.standardOutput.write(contentsOf: line) }
  }
}
