internal import Cryptography
internal import MTProto
internal import Model

/// One TCP connection as a value: what a proxy has to be told first, framing, the key exchange if there
/// is no key yet, and bytes that wait to be written.
struct Link: Sendable {
  enum Arrival: Sendable {
    /// The proxy lets everything through from now on; ``isOpen`` is true.
    case opened
    /// An encrypted packet, for the session.
    case packet([UInt8])
    /// The key exchange has ended well.
    case key(HandshakeResult)
    case refusal(TransportRefusal)
  }

  private var codec: TransportCodec
  /// Nil once the way is open.
  private var dialogue: SOCKS5Client?
  /// What came from beyond the proxy together with its last word.
  private var early: [UInt8] = []
  private var exchange: ClientHandshake?
  private let patience: Duration
  private var outgoing: [UInt8] = []
  /// When to give up unless the proxy, or the server, has said what it has to say by then; nil when
  /// nothing is waited for. On the clock of the connection's patience.
  private(set) var deadline: Timestamp?
  /// Why the connection is to be closed.
  var ending: ReconnectPolicy.Ending?

  /// - Parameters:
  ///   - patience: for the proxy, and then for the key exchange.
  ///   - now: on the clock of that patience.
  init(_ route: Route, patience: Duration, now: Timestamp) {
    codec = route.codec
    self.patience = patience
    guard let dialogue = route.dialogue else { return }
    self.dialogue = dialogue
    outgoing = dialogue.greeting
    deadline = now.advanced(by: patience)
  }

  /// Whether what is sent goes to the server.
  var isOpen: Bool { dialogue == nil }

  /// - Parameter now: on the clock of the connection's patience.
  mutating func exchangeKeys(
    _ keys: [RSAPublicKey], dc: Int, at moment: Moment, now: Timestamp
  ) {
    var exchange = ClientHandshake(keys: keys, dc: Int32(clamping: dc))
    send(exchange.start(at: moment))
    self.exchange = exchange
    deadline = now.advanced(by: patience)
  }

  mutating func send(_ packet: [UInt8]) { outgoing += codec.encode(packet) }

  mutating func takeOutgoing() -> [UInt8] {
    defer { outgoing = [] }
    return outgoing
  }

  /// Takes bytes off the socket; call ``next(at:)`` until it gives nil.
  mutating func receive(_ bytes: [UInt8]) {
    if isOpen { codec.receive(bytes) } else { early += bytes }
  }

  /// - Throws: `ProxyFailure`, `TransportError` or `HandshakeError`; the connection is done for.
  mutating func next(at moment: Moment) throws -> Arrival? {
    if dialogue != nil { return try open() ? .opened : nil }
    while let frame = try codec.next() {
      switch frame {
      case .refusal(let refusal): return .refusal(refusal)
      case .quickAck: continue
      case .packet(let packet):
        guard var exchange else { return .packet(packet) }
        switch try exchange.receive(packet, at: moment) {
        case .send(let answer):
          send(answer)
          self.exchange = exchange
        case .finished(let result):
          self.exchange = nil
          deadline = nil
          return .key(result)
        }
      }
    }
    return nil
  }

  private mutating func open() throws(ProxyFailure) -> Bool {
    guard !early.isEmpty else { return false }
    let bytes = early
    early = []
    guard let step = try dialogue?.receive(bytes) else { return false }
    outgoing += step.answer
    guard let beyond = step.beyond else { return false }
    dialogue = nil
    deadline = nil
    codec.receive(beyond)
    return true
  }
}
