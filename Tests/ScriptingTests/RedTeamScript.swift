import Foundation
import Testing

/// One of the hostile scripts in `RedTeam`, with what must come of it.
///
/// A file begins with comments: why it is hostile, then `-- expect:` and one of
/// - `budget` or `memory`: stopped for that;
/// - `runtime: TEXT`, `syntax: TEXT`: an error of that kind whose message has the text;
/// - `returns: TEXT`: its first value;
/// - `any`: whatever ends;
///
/// and, for a script that is to be loaded as a file, `-- at: load`. Others are the body of a running
/// rule's function, which gets a record `m` as its argument.
struct RedTeamScript: Sendable, CustomTestStringConvertible {
  let name: String
  let text: String
  let expectation: String
  let isFile: Bool

  var testDescription: String { name }

  static let all: [RedTeamScript] = {
    let folder = Bundle.module.resourceURL?.appending(component: "RedTeam")
    let files =
      folder.flatMap {
        try? FileManager.default.contentsOfDirectory(at: $0, includingPropertiesForKeys: nil)
      } ?? []
    return files.sorted { $0.path() < $1.path() }.compactMap { RedTeamScript(at: $0) }
  }()

  private init?(at file: URL) {
    guard let data = try? Data(contentsOf: file) else { return nil }
    name = file.deletingPathExtension().lastPathComponent
    text = String(decoding: data, as: UTF8.self)
    let lines = text.split(separator: "\n")
    func value(_ key: String) -> String? {
      lines.first { $0.hasPrefix("-- \(key): ") }.map { String($0.dropFirst(key.count + 5)) }
    }
    guard let expectation = value("expect") else { return nil }
    self.expectation = expectation
    isFile = value("at") == "load"
  }
}
