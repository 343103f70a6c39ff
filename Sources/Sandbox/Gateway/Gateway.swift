package import Cryptography
import MTProto
import Model
import TL
import TelegramSchema

/// The API on top of the world: who is logged in under which auth key, and what each call does and
/// answers. Knows no socket.
package struct Gateway: Sendable {
  /// How the server names itself to its clients.
  package struct Site: Sendable {
    package var dc: Int32 = 2
    package var host = "127.0.0.1"
    package var port = 0
  }

  /// What a session has told of itself.
  struct Client: Sendable {
    var isInitialised = false
    var receivesUpdates = false
    /// What it calls its machine.
    var device = ""
  }

  package var world: World
  package var site = Site()
  /// Plain messages are pushed in the short forms.
  package var prefersShortUpdates = false
  /// The delivery server that clients are sent to for some files.
  package var cdn: CDNShelf?
  /// What is given out here, where this is a delivery server and nothing else.
  var shelf: CDNShelf?
  /// Auth keys and whose they are.
  package internal(set) var authorizations: [Int64: Int64] = [:]
  /// Temporary keys, and the permanent ones in whose name they speak.
  var bindings: [Int64: Int64] = [:]
  /// Calls that came without initConnection in a session whose auth key had sent it before.
  private var uninitialisedCalls: [(session: SessionKey, method: String)] = []
  /// What clients told a delivery server that is none of its business.
  var indiscretions: [(session: SessionKey, breach: Breach)] = []

  let random: RandomSource
  var clients: [SessionKey: Client] = [:]
  /// By permanent key: counts the pushes that have no pts (core.telegram.org/api/updates, `seq`).
  var seqs: [Int64: Int32] = [:]
  /// Auth keys that have sent initConnection.
  var initialisedKeys: Set<Int64> = []
  /// Auth keys whose code was right and whose password is due.
  var awaitingPassword: [Int64: Int64] = [:]
  var challenges: [Int64: (person: Int64, challenge: PasswordChallenge)] = [:]
  var codes: [LoginCode] = []
  /// Counts the authorizations that were handed out for other data centers.
  var exports: Int64 = 0
  /// Those of other data centers that were used here: each serves once.
  var imports: Set<[UInt8]> = []
  var loginTokens: [[UInt8]: PendingToken] = [:]
  /// Auth keys whose token was scanned.
  var scannedBy: [Int64] = []

  package init(world: World, random: RandomSource = .secure) {
    self.world = world
    self.random = random
  }

  /// Hands out, once, the login codes that were sent.
  package mutating func takeCodes() -> [LoginCode] {
    defer { codes.removeAll() }
    return codes
  }

  /// Hands out, once, the calls that came without initConnection.
  mutating func takeUninitialisedCalls() -> [(session: SessionKey, method: String)] {
    defer { uninitialisedCalls.removeAll() }
    return uninitialisedCalls
  }

  mutating func takeIndiscretions() -> [(session: SessionKey, breach: Breach)] {
    defer { indiscretions.removeAll() }
    return indiscretions
  }

  /// What an earlier run of the server knew.
  mutating func restore(
    _ known: [Int64: Int64], initialised: Set<Int64>, bindings: [Int64: Int64]
  ) {
    authorizations = known.filter { world.people[$0.value] != nil }
    initialisedKeys = initialised
    self.bindings = bindings
  }

  /// The key by which the session's client is known for good.
  func owner(of session: SessionKey) -> Int64 { bindings[session.authKey] ?? session.authKey }

  /// A permanent key has one temporary key at a time, the last.
  mutating func bind(_ temporary: Int64, to permanent: Int64) {
    for (other, owner) in bindings where owner == permanent { unbind(other) }
    bindings[temporary] = permanent
  }

  /// Who calls has to be told again after another binding.
  mutating func unbind(_ temporary: Int64) {
    bindings[temporary] = nil
    initialisedKeys.remove(temporary)
    for session in clients.keys where session.authKey == temporary {
      clients[session]?.isInitialised = false
    }
  }

  /// The name of the inner call: `messages.sendMessage`.
  static func method(of body: [UInt8]) -> String {
    if let call = try? unwrap(body) { return call.method }
    return SchemaTable.name(TLRest(encoded: body).constructorID ?? 0)
  }

  package mutating func forget(_ session: SessionKey) { clients[session] = nil }

  /// Whether the session is to be told of the delivery.
  func isConcerned(_ session: SessionKey, by delivery: Delivery) -> Bool {
    session != delivery.origin && clients[session]?.receivesUpdates == true
      && authorizations[owner(of: session)] == delivery.recipient
  }

  /// The delivery for each of these sessions, as one value of type Updates. Sessions of one auth key
  /// get the same.
  mutating func pushes(
    of delivery: Delivery, to sessions: [SessionKey]
  ) -> [(session: SessionKey, body: [UInt8])] {
    var bodies: [Int64: [UInt8]] = [:]
    return sessions.map { session in
      if let body = bodies[owner(of: session)] { return (session, body) }
      var seq: Int32 = 0
      if delivery.change.isKeptByDate {
        seq = (seqs[owner(of: session)] ?? 0) + 1
        seqs[owner(of: session)] = seq
      }
      let presenter = Presenter(world: world, viewer: delivery.recipient)
      let updates = presenter.push(delivery, seq: seq, prefersShort: prefersShortUpdates)
      bodies[owner(of: session)] = updates.encoded(understandsEscapes: false)
      return (session, bodies[owner(of: session)] ?? [])
    }
  }
}

/// A call on its way through the wrappers.
struct IncomingCall {
  let call: Methods.Call
  /// `messages.sendMessage`.
  let method: String
  var layer: Int32?
  var initialises = false
  /// What the client calls its machine, where it initialises.
  var device = ""
  var withoutUpdates = false
  /// It may be carried out only if this one was.
  var predecessor: Int64?
}

/// What a call came to.
package struct Outcome: Sendable {
  /// `messages.sendMessage`; of wrapped calls the inner one.
  package let method: String
  /// One boxed TL value.
  package let result: Result<[UInt8], Refusal>
}

extension Gateway {
  /// Carries out one call.
  ///
  /// - Parameters:
  ///   - body: one boxed TL value, wrappers and all.
  package mutating func answer(_ body: [UInt8], in session: SessionKey) -> Outcome {
    do throws(Refusal) {
      let incoming = try Self.unwrap(body)
      do throws(Refusal) {
        if shelf != nil { judgeAsStranger(incoming, in: session) }
        try admit(incoming, in: session)
        let answer = try perform(incoming.call, in: session)
        return Outcome(
          method: incoming.method, result: .success(answer.encoded(understandsEscapes: false)))
      } catch {
        return Outcome(method: incoming.method, result: .failure(error))
      }
    } catch {
      let id = TLRest(encoded: body).constructorID ?? 0
      return Outcome(method: SchemaTable.name(id), result: .failure(error))
    }
  }

  /// Takes off invokeWithLayer, initConnection and the like.
  static func unwrap(_ body: [UInt8]) throws(Refusal) -> IncomingCall {
    var rest = body
    var layer: Int32?
    var initialises = false
    var device = ""
    var withoutUpdates = false
    var predecessor: Int64?
    for _ in 0..<8 {
      let id = TLRest(encoded: rest).constructorID ?? 0
      guard let call = try? Methods.Call(bytes: rest) else { throw .inputInvalid }
      switch call {
      case .invokeWithLayer(let wrapper):
        layer = wrapper.layer
        rest = wrapper.query.bytes
      case .initConnection(let wrapper):
        guard wrapper.apiId > 0 else { throw Refusal("API_ID_INVALID") }
        initialises = true
        device = wrapper.deviceModel
        rest = wrapper.query.bytes
      case .invokeWithoutUpdates(let wrapper):
        withoutUpdates = true
        rest = wrapper.query.bytes
      case .invokeAfterMsg(let wrapper):
        predecessor = wrapper.msgId
        rest = wrapper.query.bytes
      default:
        return IncomingCall(
          call: call, method: SchemaTable.name(id), layer: layer, initialises: initialises,
          device: device, withoutUpdates: withoutUpdates, predecessor: predecessor)
      }
    }
    throw .inputInvalid
  }

  private mutating func admit(
    _ incoming: IncomingCall, in session: SessionKey
  ) throws(Refusal) {
    if let layer = incoming.layer, layer != API.layer { throw .layerInvalid }
    var client = clients[session] ?? Client()
    if incoming.initialises {
      guard incoming.layer != nil || client.isInitialised else { throw .layerInvalid }
      client.isInitialised = true
      client.device = incoming.device
      initialisedKeys.insert(session.authKey)
    }
    if !client.isInitialised {
      guard initialisedKeys.contains(session.authKey) else { throw .notInited }
      uninitialisedCalls.append((session, incoming.method))
    }
    client.receivesUpdates = !incoming.withoutUpdates
    clients[session] = client
  }
}
