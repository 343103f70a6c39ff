internal import MTProto
internal import Model

/// One TCP connection as a value: what a proxy has to be told first, framing, and bytes that wait to be
/// written.
struct Link: Sendable {
  enum Arrival: Sendable {
    /// The proxy lets everything through from now on; ``isOpen`` is true.
    case opened
    case packet([UInt8])
    case refusal(TransportRefusal)
  }

  private var codec: TransportCodec
  /// Nil once the way is open.
  private var dialogue: SOCKS5Client?
  private var disguise: FakeTLSClient?
  /// What came through a proxy and was not looked at yet.
  private var unread: [UInt8] = []
  private let patience: Duration
  private var outgoing: [UInt8] = []
  /// When to give up unless the proxy, or the server, has said what it has to say by then; nil when
  /// nothing is waited for. On the clock of the connection's patience.
  private(set) var deadline: Timestamp?
  /// Why the connection is to be closed.
  var ending: ReconnectPolicy.Ending?
  /// The server has refused what it no longer knew: another attempt is worth while before callers are told.
  var isWorthAnother = false

  /// - Parameters:
  ///   - patience: for the proxy, and then for each key exchange.
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

  /// From now on the server has so much time to agree on keys; nil: it has done so.
  ///
  /// - Parameter now: on the clock of the connection's patience.
  mutating func awaitKeys(since now: Timestamp?) {
    deadline = now?.advanced(by: patience)
  }

  mutating func send(_ packet: [UInt8]) {
    let frame = codec.encode(packet)
    outgoing += disguise?.wrap(frame) ?? frame
  }

  mutating func takeOutgoing() -> [UInt8] {
    defer { outgoing = [] }
    return outgoing
  }

  /// Takes bytes off the socket; call ``next()`` until it gives nil.
  mutating func receive(_ bytes: [UInt8]) {
    if dialogue == nil, disguise == nil { codec.receive(bytes) } else { unread += bytes }
  }

  /// - Throws: `ProxyFailure`, `FakeTLSError` or `TransportError`; the connection is done for.
  mutating func next() throws -> Arrival? {
    if try unwrap() { return .opened }
    while let frame = try codec.next() {
      switch frame {
      case .refusal(let refusal): return .refusal(refusal)
      case .quickAck: continue
      case .packet(let packet): return .packet(packet)
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
