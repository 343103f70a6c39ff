import CCurl

extension FetchError {
  /// libcurl's failure in our words. Its detail text is repeated for TLS only, where it names what is
  /// wrong with the certificate; elsewhere it might repeat parts of the URL.
  init(
    curl code: CURLcode, detail: String, target: FetchTarget, limits: FetchLimits,
    wasConnected: Bool
  ) {
    let host = target.authority
    let (kind, text): (Code, String) =
      switch code {
      case CURLE_COULDNT_RESOLVE_HOST:
        (.hostNotFound, "The host \(target.host) was not found: check its name and the network.")
      case CURLE_COULDNT_RESOLVE_PROXY:
        (.hostNotFound, "The proxy of the environment was not found; it was to lead to \(host).")
      case CURLE_COULDNT_CONNECT:
        (.connectionFailed, "\(host) takes no connection: is the server running?")
      case CURLE_OPERATION_TIMEDOUT where !wasConnected:
        (
          .connectionFailed,
          "No connection to \(host) within \(min(limits.connectTimeout, limits.totalTimeout))."
        )
      case CURLE_OPERATION_TIMEDOUT:
        (.timedOut, "No complete answer from \(host) within \(limits.totalTimeout).")
      case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CERTPROBLEM,
        CURLE_SSL_CIPHER, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_ISSUER_ERROR,
        CURLE_SSL_INVALIDCERTSTATUS:
        (.tlsFailed, "No trusted connection to \(host): \(detail.isEmpty ? "TLS failed" : detail).")
      case CURLE_GOT_NOTHING, CURLE_RECV_ERROR, CURLE_SEND_ERROR, CURLE_PARTIAL_FILE,
        CURLE_HTTP2_STREAM, CURLE_HTTP2:
        (.interrupted, "The connection to \(host) broke off before the answer was complete.")
      case CURLE_UNSUPPORTED_PROTOCOL, CURLE_WEIRD_SERVER_REPLY, CURLE_BAD_CONTENT_ENCODING:
        (.malformed, "\(host) does not answer in HTTP.")
      case CURLE_URL_MALFORMAT:
        (.invalidRequest, "The URL of a request to \(host) is malformed.")
      default:
        (
          .internal,
          "The request to \(host) failed in libcurl: \(String(cString: curl_easy_strerror(code)))."
        )
      }
    self.init(code: kind, message: text, curlCode: code.rawValue)
  }
}
