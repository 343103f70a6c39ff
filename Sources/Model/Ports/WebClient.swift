/// Carries one HTTP exchange that a rule asked for. What may be asked was decided before.
package protocol WebClient: Sendable {
  /// One exchange, without following redirects.
  ///
  /// - Throws: what went wrong, as a sentence that holds neither headers nor the query;
  ///   `CancellationError`.
  func exchange(_ request: WebRequest) async throws -> WebResponse
}

package struct WebRequest: Sendable {
  package struct Header: Sendable {
    package var name: String
    package var value: Secret<String>

    package init(name: String, value: Secret<String>) {
      self.name = name
      self.value = value
    }
  }

  /// `GET` or `POST`.
  package var method: String
  package var url: String
  package var headers: [Header]
  package var body: [UInt8]?
  package var timeout: Duration
  /// The most bytes of the answer's body; a longer one is a failure.
  package var largest: Int

  package init(
    method: String, url: String, headers: [Header] = [], body: [UInt8]? = nil,
    timeout: Duration, largest: Int
  ) {
    self.method = method
    self.url = url
    self.headers = headers
    self.body = body
    self.timeout = timeout
    self.largest = largest
  }
}

package struct WebResponse: Sendable, Hashable {
  package var status: Int
  /// Names in lower case; of several with one name the last.
  package var headers: [String: String]
  package var body: [UInt8]

  package init(status: Int, headers: [String: String] = [:], body: [UInt8] = []) {
    self.status = status
    self.headers = headers
    self.body = body
  }
}
