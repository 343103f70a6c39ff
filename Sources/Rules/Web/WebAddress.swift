/// A URL as rules may give it, taken apart strictly: what is in doubt is refused, so that no two readers
/// see different hosts in it.
struct WebAddress: Sendable, Hashable {
  var isSecure: Bool
  /// Lower case.
  var host: String
  /// Nil: the scheme's own.
  var port: Int?
  /// Path, query and fragment as written; begins with a slash.
  var rest: String

  static let longest = 4096

  init(_ text: String) throws(GrammarError) {
    guard text.utf8.count <= Self.longest, text.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
    else {
      throw GrammarError(
        "a URL has up to \(Self.longest) characters of ASCII and no spaces",
        hint: "write others as %20 and the like")
    }
    let scheme = ["https://", "http://"].first { text.lowercased().hasPrefix($0) }
    guard let scheme else {
      throw GrammarError(
        "\"\(text.prefix(40))\" is no URL", hint: "it begins with https:// or http://")
    }
    isSecure = scheme == "https://"
    let behind = text.dropFirst(scheme.count)
    let authority = behind.prefix { !"/?#".contains($0) }
    (host, port) = try Self.authority(authority)
    let rest =
      behind.dropFirst(authority.count).split(
        separator: "#", omittingEmptySubsequences: false
      ).first.map(String.init) ?? ""
    self.rest = rest.hasPrefix("/") ? rest : "/\(rest)"
  }

  /// `api.example.org`, `127.0.0.1:8080`.
  static func authority(_ text: Substring) throws(GrammarError) -> (host: String, port: Int?) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    let host = parts.first.map { $0.lowercased() } ?? ""
    let isHost =
      (1...253).contains(host.count) && !host.hasPrefix(".") && !host.hasSuffix(".")
      && !host.contains("..")
      && host.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "." || $0 == "-") }
    guard isHost, parts.count <= 2 else {
      throw GrammarError(
        "\"\(text.prefix(60))\" is no host", hint: #"write "api.example.org" or "127.0.0.1:8080""#)
    }
    guard parts.count == 2 else { return (host, nil) }
    // Int takes a sign.
    guard parts[1].allSatisfy({ $0.isASCII && $0.isNumber }), let port = Int(parts[1]),
      (1...65_535).contains(port)
    else {
      throw GrammarError("\"\(parts[1].prefix(10))\" is no port")
    }
    return (host, port)
  }

  /// The port that is reached.
  var reach: Int { port ?? standard }

  private var standard: Int { isSecure ? 443 : 80 }

  /// As lists name it: without the scheme's own port.
  var authority: String { reach == standard ? host : "\(host):\(reach)" }

  var url: String { "\(isSecure ? "https" : "http")://\(authority)\(rest)" }

  /// Without the query, which may hold what is nobody's business.
  var shown: String {
    "\(isSecure ? "https" : "http")://\(authority)\(rest.prefix { $0 != "?" })"
  }

  /// This machine: what is sent there passes no network.
  var isLoopback: Bool {
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    return host == "localhost"
      || parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
  }

  /// Where a redirect leads to: an absolute URL, or a path of the same host.
  func redirected(to location: String) throws(GrammarError) -> WebAddress {
    if location.hasPrefix("//") {
      return try WebAddress((isSecure ? "https:" : "http:") + location)
    }
    // Before what looks like a scheme: a path may hold a URL.
    if location.hasPrefix("/") {
      var address = self
      address.rest = try WebAddress("https://\(authority)\(location)").rest
      return address
    }
    guard location.contains("://") else {
      throw GrammarError("\(authority) redirects to where rules do not follow")
    }
    return try WebAddress(location)
  }
}
