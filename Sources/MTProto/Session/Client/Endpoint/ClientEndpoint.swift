package import Cryptography
internal import TelegramSchema

/// All that a client says to one data center, without I/O: key exchanges, the binding of temporary
/// keys, and the session that they carry.
///
/// Used like ``ClientSession``: feed it packets, calls and the state of the connection, and after each
/// of these call `poll`; again at `nextWake` at the latest. Calls may be made at any time: they wait for
/// keys, survive cuts, and move with the session to a new key. Each is answered exactly once unless it
/// is cancelled.
///
/// With forward secrecy (the default) messages are only ever encrypted with temporary keys; a new one
/// is made and bound well before the old one expires, in a moment without open calls if there is one
/// (core.telegram.org/api/pfs: a key that was bound takes the place of the one before it at once).
package struct ClientEndpoint: Sendable {
  package enum Action: Sendable {
    /// Send this packet.
    case send([UInt8])
    /// The result of a call: one boxed TL value, unpacked.
    case answer(CallID, Result<[UInt8], CallFailure>)
    /// One boxed TL value that the server sent by itself: Updates, or something newer.
    case update([UInt8])
    /// The server may have sent updates that did not arrive: fetch the difference.
    case updatesMayBeMissing
    /// ``ClientEndpoint/credentials`` are worth storing again, or ``ClientEndpoint/clock``.
    case credentialsChanged
    /// The key that another endpoint has made serves no longer. Its calls go out no more: make them
    /// again in another endpoint, with the keys that the first one has by then.
    case keyLost
    /// Close this connection and connect again.
    case close(CloseReason)
  }

  package enum CloseReason: Hashable, Sendable {
    case session(ClientSession.CloseReason)
    /// No key came of the exchange. If the error is permanent, trying again is useless.
    case exchange(HandshakeError)
    /// The server did not bind a temporary key; if ``ClientEndpoint/isForgotten``, it never will.
    case binding(RPCError)
  }

  package struct Configuration: Sendable {
    /// The server has one of these.
    package var keys: [RSAPublicKey]
    /// As in p_q_inner_data_dc: 10,000 more for test servers, negative for media ones.
    package var dc: Int32
    /// How long a temporary key lives; nil: without forward secrecy. 24 hours is what the official
    /// clients ask for.
    package var temporaryKeyLife: Duration? = .seconds(86_400)
    /// What goes in front of calls until one was answered: invokeWithLayer and initConnection.
    package var introduction: [UInt8] = []
    /// False for a further connection to the same data center: a permanent key has one temporary key
    /// at a time, so it works under the one that the first has made.
    package var makesKeys = true
    /// The permanent key stands for nobody: if the server forgets it, another one is made
    /// (core.telegram.org/cdn).
    package var keyIsDisposable = false
    package var session = ClientSession.Configuration()

    package init(keys: [RSAPublicKey], dc: Int32) {
      self.keys = keys
      self.dc = dc
    }
  }

  enum Purpose: Hashable, Sendable {
    case permanentKey
    case temporaryKey
  }

  struct Exchange: Sendable {
    var handshake: ClientHandshake
    let purpose: Purpose
    /// On the monotonic clock.
    let since: Duration
  }

  let configuration: Configuration
  let random: RandomSource
  /// What the next start needs; nil before there is a key.
  package internal(set) var credentials: Credentials?
  /// Nil while there is no key for it.
  var session: ClientSession?
  /// The key of the session, if that is a temporary one.
  var key: TemporaryKey?
  /// Made in advance, for the next session.
  var nextKey: TemporaryKey?
  /// The last key that was given up: packets under it may still be on their way.
  var retiredKey: Int64?
  var exchange: Exchange?
  var renewal = KeyRenewal()
  /// Calls that wait for a session.
  var backlog: [PendingCall] = []
  var lastCall: UInt64 = 0
  var knownClock: ServerClock
  var isConnected = false
  /// ENCRYPTED_MESSAGE_INVALID in a row: the permanent key means nothing to the server.
  var rejections = 0
  var actions: [Action] = []

  /// `clock` may be unsynchronised.
  package init(
    configuration: Configuration, credentials: Credentials? = nil,
    clock: ServerClock = ServerClock(), random: RandomSource = .secure
  ) {
    self.configuration = configuration
    self.credentials = credentials
    self.random = random
    knownClock = clock
  }
}

// MARK: State

extension ClientEndpoint {
  /// Whether calls go out as soon as there is a connection: no key is missing.
  package var isReady: Bool { session?.isBound ?? false }

  /// Bindings that are refused in a row before the server counts as having forgotten the client.
  static let maximumRejections = 3

  /// The server does not know the permanent key any more: only a new login helps.
  package var isForgotten: Bool { rejections >= Self.maximumRejections }

  /// The server's time as far as it is known.
  package var clock: ServerClock { session?.clock ?? knownClock }

  package var pendingCalls: Int { backlog.count + (session?.pendingCalls ?? 0) }

  /// Whether the call has left this machine, so that it may be executed.
  package func wasSent(_ id: CallID) -> Bool {
    session?.calls[id]?.wasSent ?? backlog.contains { $0.id == id && $0.wasSent }
  }

  /// When `poll` has to be called next even if nothing happens, on the monotonic clock; nil if it
  /// need not.
  package var nextWake: Duration? {
    guard isConnected else { return nil }
    return session?.nextWake ?? exchange.map { $0.since + KeyRenewal.patience }
  }
}

// MARK: Entries

extension ClientEndpoint {
  /// A connection stands; what was not answered on an earlier one goes out again.
  package mutating func connected(at moment: Moment) {
    isConnected = true
    dropExpiredKeys(at: moment)
    if session == nil { resumeSession() }
    if session == nil, !configuration.makesKeys { actions.append(.keyLost) }
    session?.connected(at: moment)
    proceed(at: moment)
  }

  /// The connection is gone. Calls are kept.
  package mutating func disconnected() {
    isConnected = false
    exchange = nil
    session?.disconnected()
  }

  /// Queues a call, one boxed TL value. With `predecessor` the server executes it only after that
  /// call, if that is still under way (invokeAfterMsg).
  package mutating func call(_ body: [UInt8], after predecessor: CallID? = nil) -> CallID {
    lastCall += 1
    let call = PendingCall(id: CallID(number: lastCall), body: body, predecessor: predecessor)
    if session == nil { backlog.append(call) } else { session?.add(call) }
    return call.id
  }

  /// Gives a call up: it gets no answer, and the server is told so. Whether it was executed is open.
  package mutating func cancel(_ id: CallID) {
    backlog.removeAll { $0.id == id }
    session?.cancel(id)
  }

  /// The next call tells again who calls.
  package mutating func forgetIntroduction() { session?.forgetIntroduction() }

  /// The server does not know the key of the last packet (-404). A temporary key may be forgotten at
  /// any time: another one is made at the next connection. A permanent one is kept, unless it is
  /// disposable.
  ///
  /// - Returns: whether there was a key to give up.
  package mutating func keyRefused() -> Bool {
    if configuration.keyIsDisposable, credentials != nil {
      dropSession()
      credentials = nil
      return true
    }
    guard key != nil else { return false }
    loseKey()
    return true
  }
}
