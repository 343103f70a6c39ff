/// A name under which a file of somebody else's may lie in a folder of the owner's: one path component,
/// visible, and without anything that would show it as what it is not.
package enum SafeFileName {
  /// Of the 255 bytes that Linux allows, so that endings of our own still fit.
  private static let longest = 200

  /// - Parameters:
  ///   - name: as a message gives it.
  ///   - fallback: where nothing of it is left.
  package static func make(of name: String?, or fallback: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in (name ?? "").unicodeScalars.prefix(4096) {
      switch scalar.properties.generalCategory {
      // Format characters turn the reading direction, so that "gpj.exe" looks like a picture.
      case .control, .format, .surrogate, .lineSeparator, .paragraphSeparator: continue
      default: scalars.append("/\\:".unicodeScalars.contains(scalar) ? "_" : scalar)
      }
    }
    var clean = String(scalars)
    // Neither hidden nor a way upwards, nor what commands take for an option.
    clean = String(clean.drop { $0 == "." || $0.isWhitespace })
    if clean.hasPrefix("-") { clean = "_" + clean.dropFirst() }
    while let last = clean.last, last.isWhitespace || last == "." { clean.removeLast() }
    guard !clean.isEmpty else { return fallback }
    return shorten(clean)
  }

  /// Keeps the ending.
  private static func shorten(_ name: String) -> String {
    guard name.utf8.count > longest else { return name }
    var ending = ""
    if let dot = name.lastIndex(of: "."), name[dot...].utf8.count <= 16 {
      ending = String(name[dot...])
    }
    // A single character may be longer than all that is allowed, by the marks on it.
    var stem = name.dropLast(ending.count).unicodeScalars
    while stem.count > longest { stem.removeLast() }
    while String(stem).utf8.count + ending.utf8.count > longest { stem.removeLast() }
    return String(stem) + ending
  }
}
