/// Why a proxy did not let a connection through.
struct ProxyFailure: Error, Sendable, Hashable {
  enum Code: Sendable, Hashable {
    /// What answers is no proxy of the kind that was expected.
    case otherProtocol
    case credentialsNeeded
    case credentialsRefused
    /// RFC 1928, 6: the reply's code.
    case refused(UInt8)
    /// It cannot be asked for this.
    case unusable
  }

  let code: Code
  /// Half a sentence for a person, without anything secret: "the proxy … ".
  let reason: String

  init(_ code: Code, _ reason: String) {
    self.code = code
    self.reason = reason
  }

  /// RFC 1928, 6.
  static func refused(_ code: UInt8, target: String) -> ProxyFailure {
    let reason =
      switch code {
      case 1: "the proxy itself failed (general failure)"
      case 2: "the proxy's rules do not allow a connection to \(target)"
      case 3: "the network of \(target) cannot be reached from the proxy"
      case 4: "\(target) cannot be reached from the proxy"
      case 5: "\(target) refused the proxy's connection"
      case 6: "the proxy's connection to \(target) took too long on its way (TTL expired)"
      case 7: "the proxy carries no TCP connections on (command not supported)"
      case 8: "the proxy does not know addresses like \(target) (address type not supported)"
      default: "the proxy refused the connection to \(target) for an unknown reason"
      }
    return ProxyFailure(.refused(code), "\(reason), code \(code)")
  }
}
