import MTProto
import TL
import TelegramSchema

/// A call at which a fault has struck, until it is carried out.
struct StruckCall: Sendable, Hashable {
  let session: SessionKey
  let messageID: Int64
}

extension FaultKind {
  /// What is answered whatever the server would have said.
  fileprivate var forcedAnswer: [UInt8]? {
    switch self {
    case .answer(let bytes): bytes
    case .unknownResult: Hostile.unknownValue
    case .bombResult: GzipBomb.message
    default: nil
    }
  }
}

extension TelegramServer {
  /// What becomes of a call that arrives.
  func judge(_ call: ServerCall, in key: SessionKey, on id: Int) -> Admission {
    guard faults.concerns(.call) else { return .take }
    guard let kind = strike(.call, method: Gateway.method(of: call.body), in: key) else {
      return .take
    }
    switch kind {
    case .dropCall: return .lose
    case .cutBeforeCall:
      connections[id]?.isDoomed = true
      return .lose
    case .badMessage(let code): return .refuse(code)
    case .badSalt: return .changeSalt
    default:
      struck[StruckCall(session: key, messageID: call.messageID)] = kind
      return .take
    }
  }

  func execute(_ call: ServerCall, in key: SessionKey) {
    if let page = keptPage(for: call, in: key) {
      sessions[key]?.session.answer(call.messageID, withPacked: page)
      return
    }
    let method = Gateway.method(of: call.body)
    let fault = struck.removeValue(forKey: StruckCall(session: key, messageID: call.messageID))
    let logins = gateway.authorizations
    var outcome: Outcome
    if case .refuse(let refusal) = fault {
      outcome = Outcome(method: method, result: .failure(refusal))
    } else if let refusal = refusalByChain(of: call, in: key) {
      outcome = Outcome(method: method, result: .failure(refusal))
    } else if gateway.shelf == nil, let answer = answerOnKeys(call, method: method, in: key) {
      outcome = answer
    } else {
      outcome = gateway.answer(call.body, in: key)
    }
    if let bytes = fault?.forcedAnswer {
      outcome = Outcome(method: method, result: .success(bytes))
    }
    noteOutcome(outcome, of: call, in: key)
    if gateway.authorizations != logins { saveKeys() }
    for missing in gateway.takeUninitialisedCalls() {
      note(
        Breach(.initConnectionMissing, detail: "\(missing.method) came without it."),
        missing.session)
    }
    for said in gateway.takeIndiscretions() { note(said.breach, said.session) }
    record(outcome, in: key)
    keepPage(outcome, of: call, in: key)
    let answer = HeldAnswer(session: key, messageID: call.messageID, result: outcome.result)
    switch fault {
    case .loseAnswer: break
    case .holdAnswer: held.append(answer)
    case .delayAnswer(let pause): delay(.answer(answer), by: pause)
    case .cutBeforeAnswer:
      // Cut first, so that the answer is kept for the next connection.
      if let id = sessions[key]?.connection { cut(id) }
      give(outcome.result, to: call.messageID, in: key)
    default: give(outcome.result, to: call.messageID, in: key)
    }
    deliver()
  }

  func give(_ result: Result<[UInt8], Refusal>, to messageID: Int64, in key: SessionKey) {
    switch result {
    case .success(let body): sessions[key]?.session.answer(messageID, with: body)
    case .failure(let refusal):
      sessions[key]?.session.fail(messageID, code: refusal.code, text: refusal.text)
    }
  }

  private func record(_ outcome: Outcome, in key: SessionKey) {
    var refusal: Refusal?
    if case .failure(let error) = outcome.result { refusal = error }
    let record = CallRecord(
      method: outcome.method, person: gateway.authorizations[gateway.owner(of: key)], session: key,
      refusal: refusal)
    calls.append(record)
    callStreams.send(record)
  }

  /// Tells everybody of what has happened in the world.
  func deliver() {
    for code in gateway.takeCodes() { codeStreams.send(code) }
    var told: Set<SessionKey> = []
    for delivery in gateway.world.takeDeliveries() {
      let concerned = sessions.filter { key, live in
        // Nobody resends "typing…" to who was away.
        gateway.isConcerned(key, by: delivery)
          && (live.connection != nil || !delivery.isFleeting)
      }
      for push in gateway.pushes(of: delivery, to: Array(concerned.keys)) {
        self.push(push.body, to: push.session)
        told.insert(push.session)
      }
    }
    for authKey in gateway.takeScanned() {
      let update = API.Updates.updateShort(
        .init(update: .updateLoginToken, date: gateway.world.now))
      for key in sessions.keys where gateway.owner(of: key) == authKey {
        sessions[key]?.session.push(update.encoded())
        told.insert(key)
      }
    }
    for key in told where sessions[key]?.connection != nil { pump(key) }
    for observation in gateway.world.takeObservations() { observationStreams.send(observation) }
  }
}

extension Delivery {
  var isFleeting: Bool {
    switch change {
    case .typing, .presence: true
    default: false
    }
  }
}
