internal import Model

/// The client's part of RFC 1928 as a value: what is said to a SOCKS5 proxy before it carries bytes on.
struct SOCKS5Client: Sendable {
  struct Step: Sendable, Hashable {
    /// To be sent.
    var answer: [UInt8] = []
    /// Not nil once the way is open: the first bytes from its other end.
    var beyond: [UInt8]?
  }

  private enum State {
    case choosing
    case authenticating
    case asking
    case open
  }

  private static let version: UInt8 = 5
  private static let noAuthentication: UInt8 = 0
  private static let userAndPassword: UInt8 = 2

  private let host: String
  private let port: Int
  private let credentials: Proxy.Credentials?
  private var state = State.choosing
  /// What is not a whole reply yet: fewer than 262 bytes between calls.
  private var buffer: [UInt8] = []

  /// - Parameter host: a name is resolved by the proxy, never here.
  init(host: String, port: Int, credentials: Proxy.Credentials?) {
    self.host = host
    self.port = port
    self.credentials = credentials
  }

  /// What to send first.
  var greeting: [UInt8] {
    let methods = [Self.noAuthentication] + (credentials == nil ? [] : [Self.userAndPassword])
    return [Self.version, UInt8(methods.count)] + methods
  }

  mutating func receive(_ bytes: [UInt8]) throws(ProxyFailure) -> Step {
    buffer += bytes
    var step = Step()
    while true {
      switch state {
      case .choosing:
        guard let reply = try take(2) else { return step }
        step.answer += try answer(toMethod: reply[1])
      case .authenticating:
        // RFC 1929 has a version of its own, 1; there are proxies that answer with 5.
        guard buffer.count >= 2 else { return step }
        guard buffer[1] == 0 else {
          throw ProxyFailure(
            .credentialsRefused, "the proxy refused the user name and password")
        }
        buffer.removeFirst(2)
        step.answer += try request()
      case .asking:
        guard let size = try replySize(), buffer.count >= size else { return step }
        buffer.removeFirst(size)
        state = .open
      case .open:
        step.beyond = (step.beyond ?? []) + buffer
        buffer = []
        return step
      }
    }
  }

  private mutating func answer(toMethod method: UInt8) throws(ProxyFailure) -> [UInt8] {
    switch (method, credentials) {
    case (Self.noAuthentication, _): return try request()
    case (Self.userAndPassword, let credentials?):
      state = .authenticating
      let user = Array(credentials.user.utf8)
      let password = Array(credentials.password.reveal().utf8)
      guard (1...255).contains(user.count), password.count <= 255 else {
        throw ProxyFailure(.unusable, "its user name or password is longer than 255 bytes")
      }
      return [1, UInt8(user.count)] + user + [UInt8(password.count)] + password
    case (_, nil):
      throw ProxyFailure(.credentialsNeeded, "the proxy wants a user name and password")
    default:
      throw ProxyFailure(
        .credentialsRefused, "the proxy takes no user name and password, and nobody without")
    }
  }

  private mutating func request() throws(ProxyFailure) -> [UInt8] {
    state = .asking
    var request: [UInt8] = [Self.version, 1, 0]
    if let address = IPAddress.bytes(of: host) {
      request += [address.count == 4 ? 1 : 4] + address
    } else {
      let name = Array(host.utf8)
      guard (1...255).contains(name.count) else {
        throw ProxyFailure(.unusable, "the server's name is longer than 255 bytes")
      }
      request += [3, UInt8(name.count)] + name
    }
    return request + [UInt8(port >> 8 & 0xff), UInt8(port & 0xff)]
  }

  /// Bytes of the reply to the request, nil until enough of it is there to tell.
  private func replySize() throws(ProxyFailure) -> Int? {
    guard let first = buffer.first else { return nil }
    guard first == Self.version else { throw Self.notSOCKS }
    guard buffer.count >= 2 else { return nil }
    guard buffer[1] == 0 else {
      throw .refused(
        buffer[1], target: host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)")
    }
    guard buffer.count >= 5 else { return nil }
    switch buffer[3] {
    case 1: return 10
    case 3: return 7 + Int(buffer[4])
    case 4: return 22
    default: throw Self.notSOCKS
    }
  }

  /// The next bytes of the buffer, which begin with the version; nil until they are there.
  private mutating func take(_ count: Int) throws(ProxyFailure) -> [UInt8]? {
    guard let first = buffer.first else { return nil }
    guard first == Self.version else { throw Self.notSOCKS }
    guard buffer.count >= count else { return nil }
    defer { buffer.removeFirst(count) }
    return Array(buffer.prefix(count))
  }

  private static let notSOCKS = ProxyFailure(
    .otherProtocol, "what answers there is no SOCKS5 proxy")
}
