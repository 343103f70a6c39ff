/// A call on its way to an answer.
struct PendingCall: Sendable {
  enum Phase: Hashable, Sendable {
    /// To be sent under a new id.
    case waiting
    /// To be sent again as it was, under the id it has.
    case repeating
    /// Sent; the server has not said anything about it.
    case sent
    /// The server has it.
    case acknowledged
  }

  let id: CallID
  let body: [UInt8]
  let predecessor: CallID?
  var phase = Phase.waiting

  /// The id it was last sent under, nil before the first time.
  var messageID: Int64?
  /// The container it travelled in, else the same as `messageID`.
  var packetID: Int64?
  var sequenceNumber: Int32 = 0
  /// When it got that id, on the monotonic clock.
  var sentAt: Duration = .zero
  /// As it went out, compressed and wrapped.
  var sentBody: [UInt8] = []
  /// All ids it was sent under: the answer may name any.
  var allIDs: [Int64] = []

  /// Refusals that speak against the message itself.
  var refusals = 0
  /// New ids for whatever reason, so that no server can make us send for ever.
  var resends = 0
  /// Containers do not work for it (bad_msg_notification 64).
  var isAlone = false
  /// It told the server who calls.
  var isIntroducing = false
  /// How often the key had to be bound again for it.
  var rebindings = 0
  /// It has left this machine at least once.
  var wasSent = false

  /// For another session, where none of its ids mean anything.
  var moved: PendingCall {
    var call = PendingCall(id: id, body: body, predecessor: predecessor)
    call.resends = resends
    call.wasSent = wasSent
    return call
  }
}

/// A service message that the session has to send, known again when the server refuses it.
enum Notice: Sendable {
  case acks([Int64])
  case ping(Int64)
  case stateRequest([Int64])
  /// Answers to the server, and requests whose answers tell themselves; sent once more if refused.
  case reply([UInt8])
  case request([UInt8])
  case saltRequest
  /// auth.bindTempAuthKey.
  case bind

  /// Whether it needs an acknowledgement. All but acks and plain information do.
  var isContent: Bool {
    switch self {
    case .acks, .reply: false
    case .ping, .stateRequest, .request, .saltRequest, .bind: true
    }
  }
}

/// What was sent beside calls, for as long as the server may refer to it.
struct SentLog: Sendable {
  private static let capacity = 1024

  private var notices: [Int64: Notice] = [:]
  private var containers: [Int64: [Int64]] = [:]
  private var order: [Int64] = []

  mutating func add(_ notice: Notice, id: Int64) {
    notices[id] = notice
    note(id)
  }

  mutating func add(container id: Int64, children: [Int64]) {
    containers[id] = children
    note(id)
  }

  func children(of container: Int64) -> [Int64]? { containers[container] }

  func isKnown(_ id: Int64) -> Bool { notices[id] != nil || containers[id] != nil }

  /// The notice, which is forgotten here.
  mutating func take(_ id: Int64) -> Notice? { notices.removeValue(forKey: id) }

  private mutating func note(_ id: Int64) {
    order.append(id)
    guard order.count > 2 * Self.capacity else { return }
    for old in order.prefix(Self.capacity) {
      notices[old] = nil
      containers[old] = nil
    }
    order.removeFirst(Self.capacity)
  }

  mutating func removeAll() {
    self = SentLog()
  }
}
