import Cryptography
import TL
import TelegramSchema

@testable import MTProto

/// A client's endpoint and a server with keys, bindings and sessions on one wire, under a clock that
/// only the test moves.
struct EndpointRig {
  struct KnownKey {
    let key: AuthKey
    let salt: Int64
    var expiresAt: Duration?
    var owner: Int64?
  }

  /// A call that the server has carried out.
  struct Execution: Equatable {
    let number: Int32
    let key: Int64
    let isIntroduced: Bool
  }

  static let introduction = Rig.value(0x4444_4444, 0)

  var client: ClientEndpoint
  var server: ServerHandshake
  var keys: [Int64: KnownKey] = [:]
  var sessions: [Int64: ServerSession] = [:]
  var moment = Moment(unix: .seconds(1_700_000_000), monotonic: .seconds(1000))

  /// What the client's wall clock is off by.
  var skew: Duration = .zero
  var clientMoment: Moment { Moment(unix: moment.unix + skew, monotonic: moment.monotonic) }

  /// Drops packets on their way.
  var toServer: ([UInt8]) -> Bool = { _ in true }
  var toClient: ([UInt8]) -> Bool = { _ in true }
  /// What the server does with a call; nil leaves it open.
  var handler: ([UInt8]) -> [UInt8]? = { Rig.echo($0) }
  /// The server's next answers to auth.bindTempAuthKey; true once they are used up.
  var bindingRefusals: [String] = []
  var isConnected = false

  // What came of it.
  var executed: [Execution] = []
  var results: [CallID: [Result<[UInt8], CallFailure>]] = [:]
  var open: [(message: Int64, session: Int64, body: [UInt8])] = []
  var closes: [ClientEndpoint.CloseReason] = []
  var gaps = 0
  var bindings = 0
  /// Exchanges that led to a key.
  var exchanges = 0
  var lostKeys = 0
  /// The keys that packets of the client were encrypted with.
  var usedKeys: Set<Int64> = []
  /// How often the server has answered something, and how often it had when a call was answered.
  var roundTrips = 0
  var roundTripsBefore: [CallID: Int] = [:]

  init(
    credentials: Credentials? = nil, life: Duration? = .seconds(86_400), seed: UInt64 = 1,
    makesKeys: Bool = true
  ) throws {
    let key = try Exchange.key.get()
    var configuration = ClientEndpoint.Configuration(keys: [key.publicKey], dc: 2)
    configuration.temporaryKeyLife = life
    configuration.makesKeys = makesKeys
    configuration.introduction = Self.introduction
    client = ClientEndpoint(
      configuration: configuration, credentials: credentials, random: .seeded(seed))
    server = ServerHandshake(key: key, random: .seeded(seed + 1000))
  }

  /// The same server, and a client that begins anew with what the last one had stored.
  func restarted(
    life: Duration? = .seconds(86_400), makesKeys: Bool = true
  ) throws -> EndpointRig {
    var rig = try EndpointRig(
      credentials: client.credentials, life: life, seed: 77, makesKeys: makesKeys)
    rig.keys = keys
    rig.sessions = sessions
    rig.moment = moment
    return rig
  }

  // MARK: Driving

  mutating func connect() {
    isConnected = true
    client.connected(at: clientMoment)
    run()
  }

  mutating func cut() {
    isConnected = false
    client.disconnected()
    for id in sessions.keys { sessions[id]?.disconnected() }
  }

  mutating func reconnect() {
    cut()
    connect()
  }

  @discardableResult
  mutating func call(_ number: Int32) -> CallID { client.call(Rig.value(Rig.request, number)) }

  mutating func advance(by duration: Duration) {
    moment = moment.advanced(by: duration)
    run()
  }

  /// Advances as the client wants to be woken, at least once in each of `step`.
  mutating func pass(_ duration: Duration, step: Duration = .seconds(20)) {
    var left = duration
    while left > .zero {
      advance(by: min(step, left))
      left -= step
    }
  }

  mutating func run() {
    for _ in 0..<2000 {
      moment = moment.advanced(by: .milliseconds(1))
      let fromClient = runClient()
      let fromServer = runServer()
      if fromServer { roundTrips += 1 }
      if !fromClient, !fromServer { return }
    }
    preconditionFailure("the two sides do not come to rest")
  }

  mutating func answer(_ index: Int) {
    let call = open.remove(at: index)
    sessions[call.session]?.answer(call.message, with: Rig.echo(call.body))
  }

  private var replies: [[UInt8]] = []

  private mutating func runClient() -> Bool {
    let actions = client.poll(at: clientMoment)
    for action in actions {
      switch action {
      case .send(let packet):
        if isConnected, toServer(packet) { deliver(packet) }
      case .answer(let id, let result):
        results[id, default: []].append(result)
        roundTripsBefore[id] = roundTrips
      case .update: break
      case .updatesMayBeMissing: gaps += 1
      case .credentialsChanged: break
      case .keyLost: lostKeys += 1
      case .close(let reason):
        closes.append(reason)
        cut()
      }
    }
    return !actions.isEmpty
  }

  private mutating func deliver(_ packet: [UInt8]) {
    guard let id = Envelope.keyID(of: packet) else { return }
    guard id != 0 else { return exchange(packet) }
    usedKeys.insert(id)
    if let end = keys[id]?.expiresAt, end <= moment.unix { keys[id] = nil }
    guard let known = keys[id],
      let message = try? Envelope.open(packet, with: known.key, from: .client)
    else { return refuse() }
    let session = message.sessionID
    if sessions[session] == nil {
      sessions[session] = ServerSession(
        key: known.key, sessionID: session, salt: known.salt,
        random: .seeded(UInt64(bitPattern: id)))
    } else if sessions[session]?.isConnected == false {
      sessions[session]?.connected()
    }
    sessions[session]?.receive(message, at: moment)
  }

  private mutating func refuse() {
    if !client.keyRefused() { closes.append(.session(.silentPeer)) }
    cut()
  }

  private mutating func exchange(_ packet: [UInt8]) {
    guard let reply = try? server.receive(packet, at: moment) else { return }
    if let result = reply.result {
      exchanges += 1
      keys[result.key.id] = KnownKey(
        key: result.key, salt: result.salt,
        expiresAt: result.expiresIn.map { moment.unix + .seconds(Int64($0)) })
    }
    replies.append(reply.packet)
  }

  private mutating func runServer() -> Bool {
    var packets = replies
    replies = []
    for id in sessions.keys.sorted() {
      while let actions = sessions[id]?.poll(at: moment), !actions.isEmpty {
        for action in actions {
          switch action {
          case .send(let packet): packets.append(packet)
          case .call(let call): carryOut(call, in: id)
          case .close, .dropped, .destroySession: break
          }
        }
      }
    }
    for packet in packets where isConnected && toClient(packet) {
      client.receive(packet, at: clientMoment)
    }
    return !packets.isEmpty
  }

  private mutating func carryOut(_ call: ServerCall, in id: Int64) {
    guard let session = sessions[id] else { return }
    if let bind = try? Methods.Auth.BindTempAuthKey(bytes: call.body) {
      return carryOut(bind, call.messageID, in: session)
    }
    var body = call.body
    let isIntroduced = body.starts(with: Self.introduction)
    if isIntroduced { body.removeFirst(Self.introduction.count) }
    if keys[session.key.id]?.expiresAt != nil, keys[session.key.id]?.owner == nil {
      sessions[id]?.fail(call.messageID, code: 401, text: "AUTH_KEY_PERM_EMPTY")
      return
    }
    executed.append(
      Execution(
        number: Int32(littleEndianBytes: body[4..<8]), key: session.key.id,
        isIntroduced: isIntroduced))
    if let answer = handler(body) {
      sessions[id]?.answer(call.messageID, with: answer)
    } else {
      open.append((call.messageID, id, body))
    }
  }

  private mutating func carryOut(
    _ request: Methods.Auth.BindTempAuthKey, _ message: Int64, in session: ServerSession
  ) {
    bindings += 1
    let refusal =
      bindingRefusals.isEmpty
      ? BindingCheck.refusal(
        of: request, message: message, session: session.sessionID, temporaryKey: session.key,
        permanentKey: keys[request.permAuthKeyId]?.key) : bindingRefusals.removeFirst()
    if let refusal {
      sessions[session.sessionID]?.fail(message, code: 400, text: refusal)
      return
    }
    for id in keys.keys where keys[id]?.owner == request.permAuthKeyId { keys[id]?.owner = nil }
    keys[session.key.id]?.owner = request.permAuthKeyId
    keys[session.key.id]?.expiresAt = .seconds(Int64(request.expiresAt))
    sessions[session.sessionID]?.answer(message, with: true.encoded())
  }

  // MARK: Looking

  var permanentKeys: [Int64] { keys.values.filter { $0.expiresAt == nil }.map(\.key.id) }
  var temporaryKeys: [Int64] { keys.values.filter { $0.expiresAt != nil }.map(\.key.id) }
  var executedNumbers: [Int32] { executed.map(\.number) }

  func isAnswered(_ id: CallID) -> Bool {
    guard let all = results[id], all.count == 1, case .success = all[0] else { return false }
    return true
  }

  /// What the client did wrong in all its sessions.
  var conduct: ConductReport {
    sessions.values.reduce(into: ConductReport()) { $0.merge($1.report) }
  }
}
