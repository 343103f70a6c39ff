import CCurl

/// Where a URL points, as far as it may be told.
struct FetchTarget: Sendable, Hashable {
  let scheme: String
  let host: String
  /// As written in the URL.
  let port: String?

  /// `example.org` or `example.org:8080`: what error texts say.
  var authority: String { port.map { "\(host):\($0)" } ?? host }

  var isLoopback: Bool {
    let bare = host.lowercased()
    if bare == "localhost" || bare.hasSuffix(".localhost") || bare == "[::1]" { return true }
    let parts = bare.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
  }

  static let maximumLength = 8192

  /// - Throws: ``FetchError`` with ``FetchError/Code/invalidRequest``; it does not repeat the URL.
  init(url: String) throws(FetchError) {
    guard url.utf8.count <= Self.maximumLength, !url.utf8.contains(0) else {
      throw Self.invalid("is longer than \(Self.maximumLength) bytes or holds a NUL")
    }
    guard let parser = curl_url() else {
      throw FetchError(code: .internal, message: "libcurl is out of memory.")
    }
    defer { curl_url_cleanup(parser) }
    guard curl_url_set(parser, CURLUPART_URL, url, 0) == CURLUE_OK else {
      throw Self.invalid("is not an absolute http or https URL")
    }
    guard Self.part(CURLUPART_USER, of: parser) == nil,
      Self.part(CURLUPART_PASSWORD, of: parser) == nil
    else {
      throw Self.invalid("holds a user name or password; these belong into a header")
    }
    guard let scheme = Self.part(CURLUPART_SCHEME, of: parser), ["http", "https"].contains(scheme),
      let host = Self.part(CURLUPART_HOST, of: parser)
    else { throw Self.invalid("is not an absolute http or https URL") }
    self.scheme = scheme
    self.host = host
    port = Self.part(CURLUPART_PORT, of: parser)
  }

  private static func part(_ part: CURLUPart, of parser: OpaquePointer) -> String? {
    var text: UnsafeMutablePointer<CChar>?
    guard curl_url_get(parser, part, &text, 0) == CURLUE_OK, let text else { return nil }
    defer { curl_free(text) }
    return String(cString: text)
  }

  private static func invalid(_ what: String) -> FetchError {
    FetchError(code: .invalidRequest, message: "The URL of the request \(what).")
  }
}
