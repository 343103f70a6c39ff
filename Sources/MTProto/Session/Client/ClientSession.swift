package import Cryptography
internal import TL
internal import TelegramSchema

/// The client's side of an MTProto session, without I/O.
///
/// Feed it packets, calls and the state of the connection, and after each of these call `poll`: it
/// gives what is to be done, in order. Call `poll` again at `nextWake` at the latest. Calls are raw TL
/// values in, and raw TL values out; each call is answered exactly once, whatever happens to the
/// connection, unless it is cancelled.
///
/// A session outlives its connections: after a cut, connect again and say `connected`. What was not
/// answered is sent again under its own id, so that the server executes it once.
package struct ClientSession: Sendable {
  package enum Action: Sendable {
    /// Send this packet.
    case send([UInt8])
    /// The result of a call: one boxed TL value, unpacked.
    case answer(CallID, Result<[UInt8], CallFailure>)
    /// One boxed TL value that the server sent by itself: Updates, or something newer.
    case update([UInt8])
    /// The server may have sent updates that did not arrive: fetch the difference.
    case updatesMayBeMissing
    /// The salt to begin the next session with; worth storing with the key.
    case saltChanged(Int64)
    /// The server's time turned out to be noticeably another one; worth storing, too.
    case clockChanged
    /// The temporary key is bound: calls go out from now on.
    case bound
    /// The server does not know any more what the key is bound to, and binding it is not our business.
    case unbound
    /// The server would not bind the temporary key. No call goes out under it.
    case bindingRefused(RPCError)
    /// Close this connection and connect again; the session goes on.
    case close(CloseReason)
  }

  package enum CloseReason: String, Hashable, Sendable {
    /// A packet was damaged or forged.
    case damagedPacket
    /// Nothing has been heard for too long.
    case silentPeer
    /// Too many messages in a row had impossible times; the clocks are compared anew.
    case clockLost
  }

  package struct Configuration: Sendable {
    /// Quiet time after which the server is asked whether it is there.
    package var pingAfter: Duration = .seconds(25)
    /// Without any sign of life after a ping for this long, the connection counts as dead. Together
    /// with `pingAfter` below 60 s.
    package var pingTimeout: Duration = .seconds(25)
    /// The server closes the connection if it hears nothing for this long (seconds).
    package var disconnectDelay: Int32 = 75
    /// A ping goes out this often however much else is received, for `disconnectDelay`'s sake.
    package var pingInterval: Duration = .seconds(55)
    /// How often salts of the future are asked for while none is known.
    package var saltInterval: Duration = .seconds(1800)
    /// Unanswered messages younger than this are repeated after a cut; of older ones the server is
    /// asked first whether it has them, since it forgets ids after 300 s.
    package var repeatWithin: Duration = .seconds(240)
    /// Of a message that the server has neither answered nor acknowledged for this long, though the
    /// connection lives, the server is asked whether it has it.
    package var doubtAfter: Duration = .seconds(60)

    package init() {}
  }

  let key: AuthKey
  let random: RandomSource
  let configuration: Configuration
  /// What goes in front of calls until one was answered: invokeWithLayer and initConnection.
  let introduction: [UInt8]

  package internal(set) var sessionID: Int64
  /// The server's time as far as it is known.
  package internal(set) var clock: ServerClock
  var salts: SaltStore
  var ids = MessageIDGenerator()
  var sequence = SequenceCounter()
  var isConnected = false
  var isIntroduced = false
  /// Its numbering is beyond repair; another session begins once the packet that says so was read.
  var isSessionBroken = false
  /// The server has taken something in this session.
  var isEstablished = false
  /// Nil if the key needs none.
  var binding: KeyBinding?
  /// Nothing new is sent; what was sent is still answered.
  var isHolding = false

  var calls: [CallID: PendingCall] = [:]
  var nextCall: UInt64 = 1
  /// Calls by every id that they were sent under.
  var owners: [Int64: CallID] = [:]
  var sent = SentLog()
  /// Service messages that wait to be sent.
  var notices: [Notice] = []

  var received = ReplayWindow()
  var acks = AckQueue()
  var knownSessions: [Int64] = []
  var freshness = NoticeOrder()
  var impossibleTimes = 0
  var health = ConnectionHealth()
  var saltsRequested: Duration?
  var lastDoubt: Duration = .zero
  var announcedSalt: Int64
  var actions: [Action] = []

  /// `salt` is the one that came with the key, or the last one announced. `clock` may be unsynchronised.
  package init(
    key: AuthKey, salt: Int64, clock: ServerClock = ServerClock(), introduction: [UInt8] = [],
    random: RandomSource = .secure, configuration: Configuration = Configuration()
  ) {
    self.key = key
    self.introduction = introduction
    self.random = random
    self.configuration = configuration
    self.clock = clock
    sessionID = random.int64()
    salts = SaltStore(salt)
    announcedSalt = salt
  }

  /// The salt in use.
  package var salt: Int64 { salts.current }

  /// Whether salts for the time after this one have been told.
  package var knowsFutureSalts: Bool { salts.hasFuture }

  /// Calls that have no answer yet.
  package var pendingCalls: Int { calls.count }
}

// MARK: Entries

extension ClientSession {
  /// A connection stands; what was not answered on an earlier one goes out again.
  package mutating func connected(at moment: Moment) {
    isConnected = true
    isIntroduced = false
    health = ConnectionHealth(since: moment.monotonic)
    if !isBound, binding?.isOwn == true { requestBinding() }
    repeatUnanswered(at: moment)
  }

  /// The connection is gone. Calls are kept.
  package mutating func disconnected() {
    isConnected = false
  }

  /// Queues a call, one boxed TL value. With `predecessor` the server executes it only after that
  /// call, if that is still under way (invokeAfterMsg).
  package mutating func call(_ body: [UInt8], after predecessor: CallID? = nil) -> CallID {
    let id = CallID(number: nextCall)
    nextCall += 1
    add(PendingCall(id: id, body: body, predecessor: predecessor))
    return id
  }

  mutating func add(_ call: PendingCall) {
    guard call.body.count <= SessionLimits.bodySize else {
      let error = SessionError(code: .tooLong(call.body.count))
      return actions.append(.answer(call.id, .failure(.session(error))))
    }
    calls[call.id] = call
  }

  /// Takes out what has no answer yet, in its order, for a session under another key.
  mutating func takeCalls() -> [PendingCall] {
    defer {
      calls = [:]
      owners = [:]
    }
    return calls.values.sorted { $0.id < $1.id }.map(\.moved)
  }

  /// Whether nothing was sent that still waits for its answer.
  var isQuiet: Bool { calls.values.allSatisfy { $0.phase == .waiting } }

  /// The next call tells again who calls.
  package mutating func forgetIntroduction() { isIntroduced = false }

  /// Gives a call up: it gets no answer, and the server is told so. Whether it was executed is open.
  package mutating func cancel(_ id: CallID) {
    guard let call = calls[id] else { return }
    forget(call)
    if let messageID = call.messageID {
      notices.append(.request(MT.Methods.RpcDropAnswer(reqMsgId: messageID).encoded()))
    }
  }

  /// When `poll` has to be called next even if nothing happens, on the monotonic clock; nil if it
  /// need not.
  package var nextWake: Duration? {
    guard isConnected else { return nil }
    let ping = health.nextEvent(configuration)
    return acks.deadline.map { min($0, ping) } ?? ping
  }
}
