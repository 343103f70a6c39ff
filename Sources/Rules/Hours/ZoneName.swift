import Foundation

/// Time zones by their IANA names.
enum ZoneName {
  static let known = TimeZone.knownTimeZoneIdentifiers

  /// Nil for what is not in the IANA list; abbreviations such as "CET" have no fixed meaning.
  static func resolve(_ name: String) -> TimeZone? {
    guard name == "UTC" || (name.contains("/") && name.utf8.count <= 64) else { return nil }
    return TimeZone(identifier: name)
  }

  /// What was probably meant by a name that is none.
  static func hint(for name: String) -> String {
    didYouMean(name, known)
      ?? known.first { $0.lowercased().hasSuffix("/\(name.lowercased())") }
      .map { "did you mean \"\($0)\"?" } ?? #"write it as "Europe/Berlin""#
  }
}
