import Model
import NIOCore

/// The server's part of RFC 1928 and RFC 1929.
struct SOCKS5Dialogue: ProxyDialogue {
  private enum State {
    case greeting
    case authenticating
    case request
    case connecting
    case open
    case over
  }

  private let configuration: SOCKS5Server.Configuration
  private let note: @Sendable (SOCKS5Server.Request) -> Void
  private var state = State.greeting
  private var user: String?
  private var buffer: [UInt8] = []

  init(
    _ configuration: SOCKS5Server.Configuration,
    note: @escaping @Sendable (SOCKS5Server.Request) -> Void
  ) {
    self.configuration = configuration
    self.note = note
  }

  mutating func receive(fromClient bytes: [UInt8]) -> ProxyStep {
    switch configuration.fault {
    case .silence: return ProxyStep()
    case .say(let answer): return ProxyStep(toClient: answer, ends: true)
    case .refuse, nil: break
    }
    buffer += bytes
    var step = ProxyStep()
    while !step.ends, advance(&step) {}
    return step
  }

  mutating func connected(_ stands: Bool) -> ProxyStep {
    guard state == .connecting else { return ProxyStep(ends: true) }
    guard stands else { return refuse(with: 5) }
    state = .open
    defer { buffer = [] }
    return ProxyStep(toClient: [5, 0, 0, 1, 127, 0, 0, 1, 0, 0], toServer: buffer)
  }

  mutating func receive(fromServer bytes: [UInt8]) -> ProxyStep { ProxyStep(toClient: bytes) }

  /// False when there is nothing more to do before more bytes come.
  private mutating func advance(_ step: inout ProxyStep) -> Bool {
    switch state {
    case .greeting:
      guard buffer.count >= 2, buffer.count >= 2 + Int(buffer[1]) else { return false }
      let methods = Set(buffer[2..<(2 + Int(buffer[1]))])
      guard take(2 + Int(buffer[1])).first == 5 else { return close(&step) }
      let wanted: UInt8 = configuration.account == nil ? 0 : 2
      guard methods.contains(wanted) else { return close(&step, saying: [5, 0xff]) }
      step.toClient += [5, wanted]
      state = wanted == 0 ? .request : .authenticating
      return true
    case .authenticating: return authenticate(&step)
    case .request: return accept(&step)
    case .open:
      step.toServer += take(buffer.count)
      return false
    case .connecting, .over: return false
    }
  }

  private mutating func authenticate(_ step: inout ProxyStep) -> Bool {
    guard buffer.count >= 2 else { return false }
    let userSize = Int(buffer[1])
    guard buffer.count >= 3 + userSize else { return false }
    let passwordSize = Int(buffer[2 + userSize])
    guard buffer.count >= 3 + userSize + passwordSize else { return false }
    let message = take(3 + userSize + passwordSize)
    let user = String(decoding: message[2..<(2 + userSize)], as: UTF8.self)
    let password = String(decoding: message[(3 + userSize)...], as: UTF8.self)
    guard message[0] == 1, let account = configuration.account, account.user == user,
      account.password.reveal() == password
    else { return close(&step, saying: [1, 1]) }
    self.user = user
    step.toClient += [1, 0]
    state = .request
    return true
  }

  private mutating func accept(_ step: inout ProxyStep) -> Bool {
    guard buffer.count >= 5 else { return false }
    let isName = buffer[3] == 3
    let size: Int
    switch buffer[3] {
    case 1: size = 10
    case 3: size = 7 + Int(buffer[4])
    case 4: size = 22
    default: return close(&step, saying: refuse(with: 8).toClient)
    }
    guard buffer.count >= size else { return false }
    let message = take(size)
    let address = Array(message[(isName ? 5 : 4)..<(size - 2)])
    let port = Int(message[size - 2]) << 8 | Int(message[size - 1])
    let host =
      isName
      ? String(decoding: address, as: UTF8.self)
      : (try? SocketAddress(packedIPAddress: ByteBuffer(bytes: address), port: 0))?.ipAddress ?? ""
    note(SOCKS5Server.Request(user: user, host: host, isName: isName, port: port))
    if case .refuse(let code) = configuration.fault {
      return close(&step, saying: refuse(with: code).toClient)
    }
    guard message[1] == 1 else { return close(&step, saying: refuse(with: 7).toClient) }
    let target = ProxyTarget(host: configuration.names[host] ?? host, port: port)
    guard target.isLoopback else {
      return close(&step, saying: refuse(with: isName ? 4 : 2).toClient)
    }
    state = .connecting
    step.connect = target
    return false
  }

  private mutating func refuse(with code: UInt8) -> ProxyStep {
    state = .over
    return ProxyStep(toClient: [5, code, 0, 1, 0, 0, 0, 0, 0, 0], ends: true)
  }

  private mutating func close(_ step: inout ProxyStep, saying last: [UInt8] = []) -> Bool {
    state = .over
    step.toClient += last
    step.ends = true
    return false
  }

  private mutating func take(_ count: Int) -> [UInt8] {
    defer { buffer.removeFirst(count) }
    return Array(buffer.prefix(count))
  }
}
