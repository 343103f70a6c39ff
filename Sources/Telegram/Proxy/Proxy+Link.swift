internal import Foundation
package import Model

extension Proxy {
  /// Reads a proxy's address in any of its usual forms: `tg://proxy?server=&port=&secret=`,
  /// `tg://socks?server=&port=&user=&pass=`, the same under `https://t.me/`, and
  /// `socks5://user:password@host:port`.
  ///
  /// - Throws: ``TelegramError`` with code `invalidInput`; its text never repeats the link.
  package init(link: Secret<String>) throws(TelegramError) {
    let text = link.reveal().trimmingCharacters(in: .whitespacesAndNewlines)
    // Far above any link; and what else stands here is nothing to look at closely.
    guard text.utf8.count <= 2048 else { throw Self.unusable("it is too long") }
    let hasScheme = text.contains("://")
    guard let link = URLComponents(string: hasScheme ? text : "https://" + text),
      let scheme = link.scheme?.lowercased()
    else { throw Self.unusable("it is no link") }
    switch scheme {
    case "socks5", "socks5h": try self.init(socks: link)
    case "tg": try self.init(what: link.host ?? "", fields: link)
    case "http", "https":
      let host = link.host?.lowercased() ?? ""
      guard Self.linkHosts.contains(host) else {
        throw Self.unusable("links of \(hasScheme ? "this site" : "this form") are not known")
      }
      try self.init(what: link.path.trimmingCharacters(in: ["/"]), fields: link)
    default: throw Self.unusable("proxies of this kind are not known")
    }
  }

  /// The link of this proxy, to be kept where it is sealed.
  package var link: Secret<String> {
    var link = URLComponents()
    switch kind {
    case .mtproto(let secret):
      link.scheme = "tg"
      link.host = "proxy"
      link.queryItems = [
        URLQueryItem(name: "server", value: host), URLQueryItem(name: "port", value: "\(port)"),
        URLQueryItem(name: "secret", value: secret.text.reveal()),
      ]
    case .socks5(let credentials):
      link.scheme = "tg"
      link.host = "socks"
      var items = [
        URLQueryItem(name: "server", value: host), URLQueryItem(name: "port", value: "\(port)"),
      ]
      if let credentials {
        items.append(URLQueryItem(name: "user", value: credentials.user))
        items.append(URLQueryItem(name: "pass", value: credentials.password.reveal()))
      }
      link.queryItems = items
    }
    return Secret(link.string ?? "")
  }

  private static let linkHosts: Set = ["t.me", "telegram.me", "telegram.dog"]

  private init(socks link: URLComponents) throws(TelegramError) {
    self.init(
      .socks5(try Self.credentials(link.user, link.password)),
      host: try Self.host(link.host), port: try Self.port(link.port.map(String.init) ?? "1080"))
  }

  private init(what: String, fields link: URLComponents) throws(TelegramError) {
    var fields: [String: String] = [:]
    for item in link.queryItems ?? [] { fields[item.name.lowercased()] = item.value }
    let kind: Kind
    switch what.lowercased() {
    case "proxy":
      guard let secret = fields["secret"], !secret.isEmpty else {
        throw Self.unusable("it has no secret")
      }
      kind = .mtproto(try MTProxySecret(parsing: Secret(secret)))
    case "socks": kind = .socks5(try Self.credentials(fields["user"], fields["pass"]))
    default: throw Self.unusable("it leads to no proxy")
    }
    self.init(kind, host: try Self.host(fields["server"]), port: try Self.port(fields["port"]))
  }

  private static func credentials(
    _ user: String?, _ password: String?
  ) throws(TelegramError) -> Credentials? {
    let password = password ?? ""
    guard let user, !user.isEmpty else {
      guard password.isEmpty else { throw unusable("it has a password, but no user") }
      return nil
    }
    // RFC 1929 gives each one byte of length.
    guard user.utf8.count <= 255, password.utf8.count <= 255 else {
      throw unusable("its user name or password is longer than 255 bytes")
    }
    return Credentials(user: user, password: Secret(password))
  }

  private static func host(_ text: String?) throws(TelegramError) -> String {
    let host = (text ?? "").trimmingCharacters(in: ["[", "]"])
    let isPlain = host.utf8.allSatisfy { (0x21...0x7e).contains($0) && $0 != UInt8(ascii: "/") }
    guard !host.isEmpty, host.utf8.count <= 253, isPlain else {
      throw unusable("it names no server")
    }
    return host
  }

  private static func port(_ text: String?) throws(TelegramError) -> Int {
    guard let port = Int(text ?? ""), (1...65535).contains(port) else {
      throw unusable("its port is no number from 1 to 65535")
    }
    return port
  }

  private static func unusable(_ why: String) -> TelegramError {
    TelegramError(
      .invalidInput,
      "The proxy cannot be used: \(why). Write tg://proxy?server=HOST&port=PORT&secret=SECRET, the "
        + "same beginning with https://t.me/, or socks5://USER:PASSWORD@HOST:PORT.")
  }
}
