/// What may be a name in a schema.
enum Identifier {
  static func check(_ word: Substring) throws -> String {
    guard let first = word.utf8.first, isLetter(first), word.utf8.allSatisfy(isPart),
      !word.hasSuffix("."), !word.contains("..")
    else { throw LineError("'\(word)' is not a name") }
    return String(word)
  }

  /// A type's last part begins with a capital letter.
  static func checkType(_ word: Substring) throws -> String {
    let name = try check(word)
    guard let first = name.split(separator: ".").last?.utf8.first, (65...90).contains(first) else {
      throw LineError("'\(word)' is not a type")
    }
    return name
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (65...90).contains(byte) || (97...122).contains(byte)
  }

  private static func isPart(_ byte: UInt8) -> Bool {
    isLetter(byte) || (48...57).contains(byte) || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: ".")
  }
}
