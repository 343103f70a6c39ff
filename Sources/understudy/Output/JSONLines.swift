import Foundation

/// One JSON object a line on standard output, whole lines only, in the order of the calls.
enum JSONLines {
  static func encoder() -> JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // One manner for all that is printed, whatever the types are called.
    encoder.keyEncodingStrategy = .convertToSnakeCase
    return encoder
  }

  static func write(_ value: some Encodable) throws {
    try StandardOutput.write(try encoder().encode(value) + Data("\n".utf8))
  }
}
