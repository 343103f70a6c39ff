package import Cryptography
internal import TL
internal import TelegramSchema

/// The server's side of an MTProto session, without I/O; the sandbox is made of it.
///
/// One per auth key and session id, outliving connections. Feed it opened packets, answers and pushes,
/// and after each of these call `poll`, which gives what is to be done in order; again at `nextWake`
/// at the latest. It checks the client's conduct more strictly than Telegram's servers do, and keeps a
/// report of what was wrong.
package struct ServerSession: Sendable {
  package enum Action: Sendable {
    /// Send this packet.
    case send([UInt8])
    /// A call to be carried out: one boxed TL value, unpacked. Answer it with `answer` or `fail`.
    /// Each is given once, however often the client sends it.
    case call(ServerCall)
    /// The client no longer waits for the answer to this call.
    case dropped(messageID: Int64)
    /// The client wants another of its sessions forgotten.
    case destroySession(Int64)
    /// Close the connection: the client asked for that unless it pings, and it has not.
    case close
  }

  package struct Configuration: Sendable {
    /// Whether messages are acknowledged at once. A test of resending may want them not to be.
    package var acknowledges = true
    /// Answers and pushes that the client has not acknowledged are kept up to this number; beyond it
    /// the oldest are given up.
    package var keptMessages = 2048
    /// When a call comes again whose answer has at least so many bytes and was sent already, the client
    /// is told of it (msg_detailed_info) rather than sent it again.
    package var describedFrom = 16_384

    package init() {}
  }

  package let key: AuthKey
  package let sessionID: Int64
  let random: RandomSource
  let configuration: Configuration

  /// The salt that the client has to use, until one of `futureSalts` becomes valid.
  package var salt: Int64
  /// Told to the client when it asks.
  package var futureSalts: [FutureSalt] = []
  /// What the client did wrong.
  package internal(set) var report = ConductReport()

  var ids = MessageIDGenerator()
  var sequence = SequenceCounter()
  var conduct = ClientConduct()
  var isAnnounced = false
  /// When the session began here, as an id. Its client may have had one under the same id before, which
  /// was forgotten.
  var opening: Int64 = 0
  var isConnected = true

  /// Calls that are under way or answered, by their ids.
  var progress = CallProgress()
  /// Sent and not acknowledged by the client.
  var unacknowledged = UnacknowledgedMessages()
  var watch = AckWatch()
  /// How often the client was told that its clock is wrong.
  var refusalsOfTime = 0
  var waiting: [Waiting] = []
  var acks = AckQueue()
  /// Set anew by every ping_delay_disconnect.
  var disconnectAt: Duration?
  var actions: [Action] = []

  package init(
    key: AuthKey, sessionID: Int64, salt: Int64, random: RandomSource = .secure,
    configuration: Configuration = Configuration()
  ) {
    self.key = key
    self.sessionID = sessionID
    self.salt = salt
    self.random = random
    self.configuration = configuration
  }
}

/// One call of a client.
package struct ServerCall: Hashable, Sendable {
  /// Names the call in `answer` and `fail`.
  package var messageID: Int64
  /// One boxed TL value.
  package var body: [UInt8]
}

// MARK: Entries

extension ServerSession {
  /// The session goes on over a new connection: what was not acknowledged is sent again.
  package mutating func connected() {
    isConnected = true
    disconnectAt = nil
    waiting += unacknowledged.all.map { Waiting.again($0) }
  }

  /// The connection is gone. Answers and pushes are kept for the next one.
  package mutating func disconnected() {
    isConnected = false
    disconnectAt = nil
    watch.reset()
  }

  /// What was sent so far may not have arrived, by a fault that is not the client's: it need not be
  /// acknowledged in time.
  package mutating func excuseAcknowledgements() { watch.reset() }

  /// The result of a call: one boxed TL value. Ignored if the call was dropped or answered before.
  package mutating func answer(_ messageID: Int64, with body: [UInt8]) {
    answer(messageID, withPacked: Self.packed(body))
  }

  /// The same, for a result that ``packed(_:)`` has made.
  package mutating func answer(_ messageID: Int64, withPacked body: [UInt8]) {
    guard progress.isOpen(messageID) else { return }
    progress.close(messageID)
    let result = MT.RpcResult(reqMsgId: messageID, result: .init(encoded: body))
    waiting.append(
      .fresh(body: result.encoded(), isContent: true, kind: .serverAnswer, request: messageID))
    acks.remove(messageID)
  }

  /// A result as it goes out: like the real servers, what is worth it is compressed.
  package static func packed(_ body: [UInt8]) -> [UInt8] { Gzip.packed(body) }

  /// An error in place of a result: `FLOOD_WAIT_17`, code 420.
  package mutating func fail(_ messageID: Int64, code: Int32, text: String) {
    answer(messageID, with: MT.RpcError(errorCode: code, errorMessage: text).encoded())
  }

  /// Sends one boxed TL value by itself, as updates are; kept until the client acknowledges it.
  package mutating func push(_ body: [UInt8]) {
    waiting.append(
      .fresh(body: Gzip.packed(body), isContent: true, kind: .serverNotice, request: nil))
  }

  /// When `poll` has to be called next even if nothing happens, on the monotonic clock.
  package var nextWake: Duration? {
    isConnected ? disconnectAt : nil
  }

  /// Messages that the client has not acknowledged.
  package var unacknowledgedCount: Int { unacknowledged.count }
}
