/// Why a connection that was to look like TLS came to nothing.
package struct FakeTLSError: Error, Hashable, Sendable {
  package enum Code: Hashable, Sendable {
    /// No records of TLS, or such as do not belong here.
    case otherProtocol
    /// An alert: the other side wants no more, or never did.
    case alert
    /// Whoever answers does not know the secret.
    case notAuthentic
    /// A record declares more than TLS allows.
    case recordLength(Int)
  }

  package let code: Code

  package init(_ code: Code) { self.code = code }

  /// Half a sentence for a person.
  package var reason: String {
    switch code {
    case .otherProtocol: "what answers there does not speak TLS"
    case .alert:
      "it ended the connection as a web server does; the secret or its domain may be wrong, or this "
        + "machine's clock"
    case .notAuthentic:
      "a web server answers in its place; the secret or its domain may be wrong, or this machine's "
        + "clock"
    case .recordLength(let length): "a record of \(length) bytes came, more than TLS allows"
    }
  }
}
