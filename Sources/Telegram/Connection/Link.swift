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
  private var disguise: FakeTLSClient?
  /// What came through a proxy and was not looked at yet.
  private var unread: [UInt8] = []
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
    dialogue = route.dialogue
    disguise = route.disguise
    outgoing = route.dialogue?.greeting ?? route.disguise?.hello ?? []
    if !isOpen { deadline = now.advanced(by: patience) }
  }

  /// Whether what is sent goes to the server.
  var isOpen: Bool { dialogue == nil && disguise?.isOpen != false }

  /// - Parameter now: on the clock of the connection's patience.
  mutating func exchangeKeys(
    _ keys: [RSAPublicKey], dc: Int, at moment: Moment, now: Timestamp
  ) {
    var exchange = ClientHandshake(keys: keys, dc: Int32(clamping: dc))
    send(exchange.start(at: moment))
    self.exchange = exchange
    deadline = now.advanced(by: patience)
  }

  mutating func send(_ packet: [UInt8]) {
    let frame = codec.encode(packet)
    outgoing += disguise?.wrap(frame) ?? frame
  }

  mutating func takeOutgoing() -> [UInt8] {
    defer { outgoing = [] }
    return outgoing
  }

  /// Takes bytes off the socket; call ``next(at:)`` until it gives nil.
  mutating func receive(_ bytes: [UInt8]) {
    if dialogue == nil, disguise == nil { codec.receive(bytes) } else { unread += bytes }
  }

  /// - Throws: `ProxyFailure`, `FakeTLSError`, `TransportError` or `HandshakeError`; the connection is done for.
  mutating func next(at moment: Moment) throws -> Arrival? {
    if try unwrap() { return .opened }
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

  /// Takes what is the server's out of what came through a proxy.
  ///
  /// - Returns: whether the way is open now and was not before.
  private mutating func unwrap() throws -> Bool {
    guard !unread.isEmpty else { return false }
    let (bytes, wasOpen) = (unread, isOpen)
    unread = []
    if let step = try dialogue?.receive(bytes) {
      outgoing += step.answer
      guard let beyond = step.beyond else { return false }
      dialogue = nil
      codec.receive(beyond)
    } else if let data = try disguise?.receive(bytes) {
      codec.receive(data)
    }
    guard isOpen, !wasOpen else { return false }
    deadline = nil
    return true
  }
}
