/// Why an exchange failed. An answer with an error status is not a failure: see
/// ``FetchResponse/status``.
package struct FetchError: Error, Sendable, Hashable, CustomStringConvertible {
  package enum Code: String, Sendable, Hashable {
    /// The request cannot be sent as it is: URL, header.
    case invalidRequest
    case hostNotFound
    /// Refused, unreachable, or not standing in time.
    case connectionFailed
    /// The certificate is not trusted, or no common protocol.
    case tlsFailed
    /// Not complete within the total limit.
    case timedOut
    /// No byte for longer than the idle limit.
    case idle
    /// The connection broke off in the middle.
    case interrupted
    /// More than the limits allow.
    case tooLarge
    /// Not HTTP.
    case malformed
    /// The fetcher was shut down.
    case closed
    /// libcurl could not do its work: out of memory and the like.
    case `internal`
  }

  package var code: Code
  /// What went wrong and where: names the host, never headers, path or query.
  package var message: String
  /// libcurl's own number, where it is libcurl that failed (curl.se/libcurl/c/libcurl-errors.html).
  package var curlCode: UInt32?

  package init(code: Code, message: String, curlCode: UInt32? = nil) {
    self.code = code
    self.message = message
    self.curlCode = curlCode
  }

  package var description: String { message }
}
