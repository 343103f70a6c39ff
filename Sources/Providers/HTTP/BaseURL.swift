import Foundation

/// Where a provider's API begins.
package struct BaseURL: Sendable, Hashable {
  /// Without a slash at the end.
  package let text: String
  /// `api.openai.com`, `127.0.0.1:11434`: what may be shown.
  package let authority: String
  package let isEncrypted: Bool
  /// The host is this machine or stands in a private network: a loopback or private address, a name
  /// without a dot, or one under `.local`, `.lan` or `.internal`.
  package let isNearby: Bool

  /// Nil unless it is http or https, with a host, without user, query and fragment. A URL without a
  /// path gets `/v1`.
  package init?(_ text: String) {
    let text = text.trimmingCharacters(in: .whitespaces)
    guard text.utf8.count <= 2000, let parts = URLComponents(string: text),
      let scheme = parts.scheme?.lowercased(), ["http", "https"].contains(scheme),
      let host = parts.host, !host.isEmpty, parts.user == nil, parts.password == nil,
      parts.query == nil, parts.fragment == nil
    else { return nil }
    var path = parts.percentEncodedPath
    while path.hasSuffix("/") { path.removeLast() }
    if path.isEmpty { path = "/v1" }
    authority = parts.port.map { "\(host):\($0)" } ?? host
    self.text = "\(scheme)://\(authority)\(path)"
    isEncrypted = scheme == "https"
    isNearby = Self.isNearby(host.lowercased())
  }

  private static func isNearby(_ host: String) -> Bool {
    let bytes = host.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
    if bytes.count == 4, let first = bytes[0], let second = bytes[1], !bytes.contains(nil) {
      return first == 127 || first == 10 || (first == 192 && second == 168)
        || (first == 172 && (16...31).contains(second)) || (first == 169 && second == 254)
        || (first == 100 && (64...127).contains(second))
    }
    let address = host.filter { $0 != "[" && $0 != "]" }
    if address.contains(":") {
      return address == "::1" || address.hasPrefix("fc") || address.hasPrefix("fd")
        || address.hasPrefix("fe80:")
    }
    return !host.contains(".")
      || [".local", ".lan", ".internal", ".localhost"].contains { host.hasSuffix($0) }
  }
}
