package import Foundation

/// The generated code as files: made from the folder of definitions, compared with or written to
/// the folder of generated code.
package enum GeneratedCode {
  /// Reads `api.schema`, `mtproto.schema` and `typed.txt`.
  package static func make(definitions: URL) throws -> [Generator.File] {
    func read(_ name: String) throws -> String {
      try String(contentsOf: definitions.appending(path: name), encoding: .utf8)
    }
    return try Generator(
      api: CompactForm.parse(read("api.schema"), file: "api.schema"),
      service: CompactForm.parse(read("mtproto.schema"), file: "mtproto.schema"),
      list: TypedList.parse(read("typed.txt"), file: "typed.txt"), listFile: "typed.txt"
    ).files()
  }

  /// Paths, relative to the folder, whose text there is not what the generator makes: missing,
  /// different, or no longer made.
  package static func differences(_ files: [Generator.File], in folder: URL) -> [String] {
    let made = Set(files.map(\.path))
    let changed = files.filter { text(of: $0.path, in: folder) != $0.text }.map(\.path)
    return (changed + paths(in: folder).filter { !made.contains($0) }).sorted()
  }

  /// Makes the folder hold these files and no others. Returns how many it had to change.
  package static func write(_ files: [Generator.File], to folder: URL) throws -> Int {
    let stale = differences(files, in: folder)
    let texts = Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.text) })
    for path in stale {
      let url = folder.appending(path: path)
      guard let text = texts[path] else {
        try FileManager.default.removeItem(at: url)
        continue
      }
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: url, atomically: true, encoding: .utf8)
    }
    return stale.count
  }

  private static func text(of path: String, in folder: URL) -> String? {
    try? String(contentsOf: folder.appending(path: path), encoding: .utf8)
  }

  private static func paths(in folder: URL) -> [String] {
    let entries = FileManager.default.enumerator(atPath: folder.path)
    return (entries?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(".swift") }
  }
}
