import Cryptography
import TL
import TelegramSchema

@testable import MTProto

/// A client session and a server session on one wire, under a clock that only the test moves.
struct Rig {
  static let request: UInt32 = 0x1111_1111
  static let response: UInt32 = 0x2222_2222
  static let key: AuthKey = {
    guard let key = AuthKey(RandomSource.seeded(99).bytes(AuthKey.size)) else {
      preconditionFailure("256 bytes are an auth key")
    }
    return key
  }()

  var client: ClientSession
  var server: ServerSession
  let key: AuthKey
  /// The server's true time.
  var moment = Moment(unix: .seconds(1_700_000_000), monotonic: .seconds(1000))
  /// What the client's wall clock is off by.
  var skew: Duration = .zero

  /// Drops or changes packets on their way; nil drops.
  var toServer: ([UInt8]) -> [UInt8]? = { $0 }
  var toClient: ([UInt8]) -> [UInt8]? = { $0 }
  /// What the server does with a call; nil leaves it open.
  var handler: (ServerCall) -> [UInt8]? = { Rig.echo($0.body) }

  // What came of it.
  var executed: [ServerCall] = []
  var results: [CallID: [Result<[UInt8], CallFailure>]] = [:]
  var updates: [[UInt8]] = []
  var gaps = 0
  var closes: [ClientSession.CloseReason] = []
  var salts: [Int64] = []
  var clockChanges = 0
  var serverClosed = false
  /// What the client sent, opened.
  var clientMessages: [EnvelopeMessage] = []
  var serverMessages: [EnvelopeMessage] = []

  init(
    salt: Int64 = 77, clientSalt: Int64 = 77, skew: Duration = .zero, synchronised: Bool = true,
    acknowledges: Bool = true, introduction: [UInt8] = []
  ) {
    let key = Self.key
    self.key = key
    self.skew = skew
    let clock = synchronised ? ServerClock(serverTime: moment.unix, at: moment) : ServerClock()
    client = ClientSession(
      key: key, salt: clientSalt, clock: clock, introduction: introduction, random: .seeded(1))
    var configuration = ServerSession.Configuration()
    configuration.acknowledges = acknowledges
    server = ServerSession(
      key: key, sessionID: client.sessionID, salt: salt, random: .seeded(2),
      configuration: configuration)
  }

  var clientMoment: Moment { Moment(unix: moment.unix + skew, monotonic: moment.monotonic) }

  /// A boxed value of a kind that no session knows, with a number to tell it by.
  static func value(_ constructor: UInt32 = request, _ number: Int32, size: Int = 0) -> [UInt8] {
    var writer = TLWriter()
    writer.constructor(constructor)
    writer.int(number)
    writer.raw(RandomSource.seeded(UInt64(UInt32(bitPattern: number))).bytes(size))
    return writer.bytes
  }

  static func echo(_ body: [UInt8]) -> [UInt8] {
    value(response, Int32(littleEndianBytes: body[4..<8]))
  }

  // MARK: Driving

  mutating func connect() {
    client.connected(at: clientMoment)
    run()
  }

  mutating func reconnect() {
    cut()
    server.connected()
    connect()
  }

  mutating func cut() {
    client.disconnected()
    server.disconnected()
  }

  @discardableResult
  mutating func call(_ number: Int32, size: Int = 0, after: CallID? = nil) -> CallID {
    client.call(Self.value(Self.request, number, size: size), after: after)
  }

  mutating func advance(by duration: Duration) {
    moment = moment.advanced(by: duration)
    run()
  }

  /// Carries packets to and fro until both sides are quiet. Time creeps on, as it does.
  mutating func run() {
    for _ in 0..<1000 {
      moment = moment.advanced(by: .milliseconds(1))
      let fromClient = runClient()
      let fromServer = runServer()
      if !fromClient, !fromServer { return }
    }
    preconditionFailure("the two sides do not come to rest")
  }

  private mutating func runClient() -> Bool {
    let actions = client.poll(at: clientMoment)
    for action in actions {
      switch action {
      case .send(let packet):
        if let opened = try? Envelope.open(packet, with: key, from: .client) {
          clientMessages.append(opened)
        }
        guard let packet = toServer(packet) else { continue }
        guard let message = try? Envelope.open(packet, with: key, from: .client) else { continue }
        deliver(message)
      case .answer(let id, let result):
        results[id, default: []].append(result)
      case .update(let body):
        updates.append(body)
      case .updatesMayBeMissing:
        gaps += 1
      case .saltChanged(let salt):
        salts.append(salt)
      case .clockChanged: clockChanges += 1
      case .bound, .unbound, .bindingRefused:
        break
      case .close(let reason):
        closes.append(reason)
        cut()
      }
    }
    return !actions.isEmpty
  }

  /// A session id that the server does not have makes a new session there.
  private mutating func deliver(_ message: EnvelopeMessage) {
    if message.sessionID != server.sessionID {
      server = ServerSession(
        key: key, sessionID: message.sessionID, salt: server.salt, random: .seeded(3),
        configuration: server.configuration)
    }
    server.receive(message, at: moment)
  }

  private mutating func runServer() -> Bool {
    let actions = server.poll(at: moment)
    for action in actions {
      switch action {
      case .send(let packet):
        if let opened = try? Envelope.open(packet, with: key, from: .server) {
          serverMessages.append(opened)
        }
        guard let packet = toClient(packet) else { continue }
        client.receive(packet, at: clientMoment)
      case .call(let call):
        executed.append(call)
        if let answer = handler(call) { server.answer(call.messageID, with: answer) }
      case .close:
        serverClosed = true
        client.disconnected()
      case .dropped, .destroySession:
        break
      }
    }
    return !actions.isEmpty
  }

  // MARK: Looking

  var executedNumbers: [Int32] { executed.map { Int32(littleEndianBytes: $0.body[4..<8]) } }

  func result(of id: CallID) -> [UInt8]? {
    guard let all = results[id], all.count == 1, case .success(let body) = all[0] else {
      return nil
    }
    return body
  }

  func failure(of id: CallID) -> CallFailure? {
    guard let all = results[id], all.count == 1, case .failure(let failure) = all[0] else {
      return nil
    }
    return failure
  }

  /// All messages that the client sent, containers taken apart.
  var clientItems: [IncomingItem] { clientMessages.flatMap(Self.items) }
  var serverItems: [IncomingItem] { serverMessages.flatMap(Self.items) }

  static func items(_ message: EnvelopeMessage) -> [IncomingItem] {
    MessageUnpacker.unpack(
      IncomingMessage(
        id: message.messageID, sequenceNumber: message.sequenceNumber, body: message.body))
  }

  /// The ids that the client acknowledged so far.
  var acknowledged: [Int64] {
    clientItems.flatMap { item -> [Int64] in
      guard case .message(let message) = item,
        case .acks(let ids)? = try? ServiceMessage(message.body)
      else { return [] }
      return ids
    }
  }

  // MARK: Forging

  /// Gives the client a packet that a server could have made.
  mutating func forge(
    _ body: [UInt8], id: Int64? = nil, sequenceNumber: Int32 = 1, session: Int64? = nil
  ) {
    let message = EnvelopeMessage(
      salt: 0, sessionID: session ?? client.sessionID,
      messageID: id ?? MessageID.first(at: moment.unix) | 1, sequenceNumber: sequenceNumber,
      body: body)
    let packet = Envelope.seal(message, with: key, from: .server, random: .seeded(5))
    client.receive(packet, at: clientMoment)
  }

  static func container(_ children: [(id: Int64, number: Int32, body: [UInt8])]) -> [UInt8] {
    OutgoingPacket(
      messages: children.map {
        OutgoingMessage(id: $0.id, sequenceNumber: $0.number, body: $0.body)
      }
    ).containerBody
  }
}
