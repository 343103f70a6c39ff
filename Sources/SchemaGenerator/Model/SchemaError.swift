/// What is wrong with a definition file or a list, and where.
package struct SchemaError: Error, Equatable, CustomStringConvertible {
  package var file: String
  /// From 1; 0 where the error concerns no one line.
  package var line: Int
  package var message: String

  package init(file: String, line: Int = 0, _ message: String) {
    self.file = file
    self.line = line
    self.message = message
  }

  package var description: String {
    line > 0 ? "\(file):\(line): \(message)" : "\(file): \(message)"
  }
}

/// An error inside one line, before its place is known.
struct LineError: Error {
  var message: String

  init(_ message: String) {
    self.message = message
  }
}
