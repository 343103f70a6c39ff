package import Model

/// A server that stands between this machine and Telegram.
package struct Proxy: Sendable {
  package enum Kind: Sendable {
    /// RFC 1928: carries any connection on. Telegram's addresses are resolved there.
    case socks5(Credentials?)
    /// core.telegram.org/mtproto/mtproto-transports#transport-obfuscation: knows Telegram's data
    /// centers by their number, and its own clients by a secret.
    case mtproto(MTProxySecret)
  }

  /// RFC 1929.
  package struct Credentials: Sendable {
    package let user: String
    package let password: Secret<String>

    /// - Parameters: each 1 to 255 bytes; the password may be empty.
    package init(user: String, password: Secret<String>) {
      self.user = user
      self.password = password
    }
  }

  package let kind: Kind
  /// A name or an IP address.
  package let host: String
  package let port: Int

  package init(_ kind: Kind, host: String, port: Int) {
    self.kind = kind
    self.host = host
    self.port = port
  }
}

/// Where it is, and never what opens it.
extension Proxy: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  package var description: String {
    let place = host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
    return switch kind {
    case .socks5: "SOCKS5 proxy \(place)"
    case .mtproto: "MTProxy \(place)"
    }
  }

  package var debugDescription: String { description }
  package var customMirror: Mirror { Mirror(self, children: EmptyCollection<Mirror.Child>()) }
}
