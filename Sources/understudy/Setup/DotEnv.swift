import Foundation

/// Reads `.env` files: `NAME=value` lines with optional `export`, single or double quotes, and
/// comments. What such files commonly hold, and nothing more: no interpolation, no commands.
struct DotEnv {
  var values: [String: String] = [:]

  /// 64 KiB is far above any such file; a larger one is something else.
  private static let largestFile = 64 * 1024

  /// Missing files count as empty.
  static func load(_ path: String) throws -> DotEnv {
    guard FileManager.default.fileExists(atPath: path) else { return DotEnv() }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw CommandError(.usage, "\(path) cannot be read.", remedy: "Check its permissions.")
    }
    guard data.count <= largestFile, let text = String(bytes: data, encoding: .utf8) else {
      throw CommandError(
        .usage, "\(path) is not a text file of NAME=value lines.",
        remedy: "Correct or remove it.")
    }
    return try DotEnv(parsing: text, path: path)
  }

  init() {}

  init(parsing text: String, path: String) throws {
    let lines = text.replacing("\r\n", with: "\n").split(
      separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      let trimmed = line.trimmingPrefix("\u{FEFF}").trimmingCharacters(in: .whitespaces)
      guard !trimmed.isEmpty, !trimmed.hasPrefix("#") else { continue }
      guard let (name, value) = Self.parse(trimmed) else {
        // The line itself is not shown: it may hold a secret.
        throw CommandError(
          .usage, "\(path):\(index + 1): expected NAME=value, with quotes closed.",
          remedy: "Correct the line or begin it with # to leave it out.")
      }
      values[name] = value
    }
  }

  private static func parse(_ line: String) -> (name: String, value: String)? {
    let assignment = line.hasPrefix("export ") ? String(line.dropFirst(7)) : line
    guard let equals = assignment.firstIndex(of: "=") else { return nil }
    let name = assignment[..<equals].trimmingCharacters(in: .whitespaces)
    let isName = name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
    guard !name.isEmpty, isName else { return nil }
    let rest = assignment[assignment.index(after: equals)...]
      .trimmingCharacters(in: .whitespaces)
    return unquoted(rest).map { (name, $0) }
  }

  private static func unquoted(_ value: String) -> String? {
    guard let quote = value.first, quote == "\"" || quote == "'" else {
      let comment = value.range(of: " #")?.lowerBound ?? value.endIndex
      return value[..<comment].trimmingCharacters(in: .whitespaces)
    }
    let body = value.dropFirst()
    guard let end = body.firstIndex(of: quote) else { return nil }
    let after = body[body.index(after: end)...].trimmingCharacters(in: .whitespaces)
    guard after.isEmpty || after.hasPrefix("#") else { return nil }
    return String(body[..<end])
  }
}
