/// One HTTP request.
///
/// Its text forms name method and host only, as headers, query and body may hold secrets.
package struct FetchRequest: Sendable {
  package enum Method: String, Sendable {
    case get = "GET"
    case head = "HEAD"
    case post = "POST"
    case put = "PUT"
    case patch = "PATCH"
    case delete = "DELETE"
  }

  package var method: Method
  /// Absolute, http or https, percent-encoded, without user and password.
  package var url: String
  package var headers: HeaderFields
  package var body: [UInt8]?
  package var limits: FetchLimits

  package init(
    _ method: Method = .get, url: String, headers: HeaderFields = [:], body: [UInt8]? = nil,
    limits: FetchLimits = FetchLimits()
  ) {
    self.method = method
    self.url = url
    self.headers = headers
    self.body = body
    self.limits = limits
  }
}

extension FetchRequest: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  package var description: String {
    let host = (try? FetchTarget(url: url))?.authority ?? "‹invalid URL›"
    return "\(method.rawValue) \(host)"
  }

  package var debugDescription: String { description }
  package var customMirror: Mirror { Mirror(self, children: EmptyCollection<Mirror.Child>()) }
}

/// What one exchange may take, in time and size.
package struct FetchLimits: Sendable, Hashable {
  /// Until the connection stands, TLS included.
  package var connectTimeout: Duration
  /// From the call to the last byte.
  package var totalTimeout: Duration
  /// The longest stretch without a byte in either direction; time in which the reader lets the
  /// body wait does not count.
  package var idleTimeout: Duration
  package var maximumBodyBytes: Int
  /// Of all header lines together.
  package var maximumHeaderBytes: Int

  package init(
    connectTimeout: Duration = .seconds(10), totalTimeout: Duration = .seconds(120),
    idleTimeout: Duration = .seconds(60), maximumBodyBytes: Int = 8 << 20,
    maximumHeaderBytes: Int = 64 << 10
  ) {
    self.connectTimeout = connectTimeout
    self.totalTimeout = totalTimeout
    self.idleTimeout = idleTimeout
    self.maximumBodyBytes = maximumBodyBytes
    self.maximumHeaderBytes = maximumHeaderBytes
  }
}
