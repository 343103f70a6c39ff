internal import Cryptography
internal import MTProto

/// One TCP connection as a value: framing, the key exchange if there is no key yet, and bytes that
/// wait to be written.
struct Link: Sendable {
  enum Arrival: Sendable {
    /// An encrypted packet, for the session.
    case packet([UInt8])
    /// The key exchange has ended well.
    case key(HandshakeResult)
    case refusal(TransportRefusal)
  }

  /// A key exchange that takes longer is given up; it has three round trips.
  static var exchangeTime: Duration { .seconds(20) }

  private var codec: TransportCodec
  private var exchange: ClientHandshake?
  private var outgoing: [UInt8] = []
  /// Monotonic; nil once there is a key.
  private(set) var exchangeDeadline: Duration?
  /// Why the connection is to be closed.
  var ending: ReconnectPolicy.Ending?

  init(_ kind: TransportKind) { codec = TransportCodec(client: kind) }

  mutating func exchangeKeys(_ keys: [RSAPublicKey], dc: Int, at moment: Moment) {
    var exchange = ClientHandshake(keys: keys, dc: Int32(clamping: dc))
    send(exchange.start(at: moment))
    self.exchange = exchange
    exchangeDeadline = moment.monotonic + Self.exchangeTime
  }

  mutating func send(_ packet: [UInt8]) { outgoing += codec.encode(packet) }

  mutating func takeOutgoing() -> [UInt8] {
    defer { outgoing = [] }
    return outgoing
  }

  /// Takes bytes off the socket; call ``next(at:)`` until it gives nil.
  mutating func receive(_ bytes: [UInt8]) { codec.receive(bytes) }

  /// - Throws: `TransportError` or `HandshakeError`; the connection is done for.
  mutating func next(at moment: Moment) throws -> Arrival? {
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
          exchangeDeadline = nil
          return .key(result)
        }
      }
    }
    return nil
  }
}
