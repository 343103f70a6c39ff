/// The bytes of one rule file, as they were read.
package struct RuleSource: Sendable, Hashable {
  /// Relative to the rules directory, with forward slashes: `friends.lua`, `work/clients.lua`.
  package var path: String
  package var bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  package init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }

  /// What stands before the slash in the ids of the file's rules: `friends`, `work/clients`.
  package var ruleNamespace: String {
    path.hasSuffix(".lua") ? String(path.dropLast(4)) : path
  }
}
