import CCurl

/// Sets the options of an easy handle and remembers the first refusal.
struct TransferOptions {
  let easy: UnsafeMutableRawPointer
  private(set) var failure: CURLcode?

  init(easy: UnsafeMutableRawPointer) { self.easy = easy }

  mutating func check(_ code: CURLcode) {
    if code != CURLE_OK, failure == nil { failure = code }
  }

  private mutating func set(_ option: CURLoption, _ value: Int) {
    check(ccurl_set_long(easy, option, value))
  }

  private mutating func set(_ option: CURLoption, _ value: String) {
    check(ccurl_set_string(easy, option, value))
  }

  mutating func setErrorBuffer(_ buffer: UnsafeMutablePointer<CChar>) {
    check(ccurl_set_pointer(easy, CURLOPT_ERRORBUFFER, buffer))
  }

  mutating func setSafety(_ configuration: FetchConfiguration, target: FetchTarget) {
    check(ccurl_allow_http_only(easy))
    set(CURLOPT_FOLLOWLOCATION, 0)
    // Signals and threads do not mix (curl.se/libcurl/c/threadsafe.html).
    set(CURLOPT_NOSIGNAL, 1)
    set(CURLOPT_SSL_VERIFYPEER, 1)
    set(CURLOPT_SSL_VERIFYHOST, 2)
    set(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
    set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
    set(CURLOPT_USERAGENT, configuration.userAgent)
    if let file = configuration.certificateFile {
      set(CURLOPT_CAINFO, file)
      check(ccurl_set_string(easy, CURLOPT_CAPATH, nil))
    }
    // An empty text means no proxy, whatever the environment says.
    if configuration.proxy == .direct || target.isLoopback { set(CURLOPT_PROXY, "") }
  }

  mutating func set(_ limits: FetchLimits) {
    set(CURLOPT_CONNECTTIMEOUT_MS, limits.connectTimeout.curlMilliseconds)
    set(CURLOPT_TIMEOUT_MS, limits.totalTimeout.curlMilliseconds)
  }

  mutating func set(_ method: FetchRequest.Method, url: String, body: [UInt8]?) {
    set(CURLOPT_URL, url)
    if method == .head { set(CURLOPT_NOBODY, 1) }
    if let body {
      check(
        ccurl_set_offset(easy, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(body.count)))
      body.withUnsafeBytes { bytes in
        let start = bytes.baseAddress.map { UnsafeMutableRawPointer(mutating: $0) }
        // Copied at once; nothing is written through the pointer.
        check(
          start.map { ccurl_set_pointer(easy, CURLOPT_COPYPOSTFIELDS, $0) }
            ?? ccurl_set_string(easy, CURLOPT_COPYPOSTFIELDS, ""))
      }
    }
    switch (method, body) {
    case (.get, nil), (.head, _), (.post, .some): break
    default: set(CURLOPT_CUSTOMREQUEST, method.rawValue)
    }
  }

  /// The list must outlive the transfer; the caller frees it.
  mutating func setHeaders(
    _ headers: HeaderFields, hasBody: Bool
  ) -> UnsafeMutablePointer<curl_slist>? {
    var lines = headers.fields.map { field in
      // A field without value is written with a semicolon
      // (curl.se/libcurl/c/CURLOPT_HTTPHEADER.html).
      field.value.isEmpty ? "\(field.name);" : "\(field.name): \(field.value)"
    }
    // Without a value after the colon a field of libcurl's own is left out.
    if headers["Expect"] == nil { lines.append("Expect:") }
    if hasBody, headers["Content-Type"] == nil { lines.append("Content-Type:") }
    var list: UnsafeMutablePointer<curl_slist>?
    for line in lines {
      guard let longer = curl_slist_append(list, line) else {
        check(CURLE_OUT_OF_MEMORY)
        return list
      }
      list = longer
    }
    check(ccurl_set_headers(easy, list))
    return list
  }
}

extension Duration {
  /// At least 1, as 0 means "no limit" to libcurl.
  fileprivate var curlMilliseconds: Int { Int(min(max(milliseconds, 1), 0x7FFF_FFFF)) }
}
