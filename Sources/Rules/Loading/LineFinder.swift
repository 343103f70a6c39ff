import Scripting

/// Where the keys of one call's table stand. Nothing is searched until somebody asks: as a rule
/// nobody does, for nothing is wrong.
struct LineFinder: Sendable {
  /// Of the file, if it is at hand.
  var text: String?
  /// Of the call.
  var place: ScriptLocation
  var function: String

  /// The line of the key, or of what is nearest to it.
  func place(of path: [ScriptTable.Key]) -> ScriptLocation {
    guard let text else { return place }
    let lines = TableLines(in: text, from: place.line, function: function)
    return ScriptLocation(file: place.file, line: lines.line(of: path) ?? place.line)
  }
}
