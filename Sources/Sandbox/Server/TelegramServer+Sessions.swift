import Logging
import MTProto

/// A session of a client, which outlives its connections.
struct LiveSession {
  var session: ServerSession
  var connection: Int?
  /// Since when it has none.
  var disconnected: Duration?
  /// Breaches that were noted already.
  var noted = 0
  var outcomes = CallOutcomes()
}

extension TelegramServer {
  /// After so long without a connection a session is forgotten: its client would not take messages
  /// of that age any more.
  private static let sessionPatience: Duration = .seconds(240)
  /// Sessions kept per auth key.
  private static let sessionsPerKey = 8

  /// False if the connection must be closed.
  func handle(_ packet: [UInt8], on id: Int) -> Bool {
    guard let keyID = Envelope.keyID(of: packet) else { return false }
    if keyID == 0 { return exchangeKeys(packet, on: id) }
    guard let known = known(keyID) else {
      refuse(.notFound, on: id)
      return false
    }
    let message: EnvelopeMessage
    do throws(EnvelopeError) {
      message = try Envelope.open(packet, with: known.key, from: .client)
    } catch {
      note(
        Breach(.packetDamaged, detail: error.description), SessionKey(authKey: keyID, session: 0))
      return false
    }
    let key = SessionKey(authKey: keyID, session: message.sessionID)
    attach(key, known, to: id)
    let now = moment()
    if faults.concerns(.call) {
      // Taken out meanwhile, since the judge looks at the server, too.
      guard var live = sessions.removeValue(forKey: key) else { return false }
      live.session.receive(message, at: now) { call in judge(call, in: key, on: id) }
      sessions[key] = live
      if connections[id]?.isDoomed == true { cut(id) }
    } else {
      sessions[key]?.session.receive(message, at: now)
    }
    pump(key)
    return connections[id] != nil
  }

  private func exchangeKeys(_ packet: [UInt8], on id: Int) -> Bool {
    if case .refuseExchange(let code) = strike(.exchange) {
      refuse(TransportRefusal(rawValue: code), on: id)
      return false
    }
    do throws(HandshakeError) {
      guard
        let reply = try connections[id]?.handshake.receive(packet, at: moment())
      else { return false }
      for breach in reply.breaches { note(breach, SessionKey(authKey: 0, session: 0)) }
      if let result = reply.result { learn(result) }
      write(reply.packet, on: id)
      return true
    } catch {
      note(
        Breach(.keyExchange, detail: error.description), SessionKey(authKey: 0, session: 0))
      refuse(.notFound, on: id)
      return false
    }
  }

  /// Makes the session known, and this connection the one that its messages go to.
  private func attach(_ key: SessionKey, _ known: KnownKey, to id: Int) {
    let now = moment().monotonic
    if let left = sessions[key]?.disconnected, now - left > Self.sessionPatience {
      forget(key)
    }
    if sessions[key] == nil {
      forgetOldSessions(of: key.authKey)
      judgeKey(of: key)
      var session = ServerSession(
        key: known.key, sessionID: key.session, salt: known.salt, random: configuration.random,
        configuration: configuration.session)
      giveSalts(to: &session, of: known)
      sessions[key] = LiveSession(session: session, connection: id)
    } else if sessions[key]?.connection != id {
      if let old = sessions[key]?.connection { connections[old]?.sessions.remove(key) }
      sessions[key]?.connection = id
      sessions[key]?.disconnected = nil
      sessions[key]?.session.excuseAcknowledgements()
      sessions[key]?.session.connected()
    }
    connections[id]?.sessions.insert(key)
  }

  private func forgetOldSessions(of authKey: Int64) {
    let idle = sessions.filter { $0.key.authKey == authKey && $0.value.connection == nil }
      .sorted { ($0.value.disconnected ?? .zero) < ($1.value.disconnected ?? .zero) }
    let surplus = sessions.keys.filter { $0.authKey == authKey }.count + 1 - Self.sessionsPerKey
    for (key, _) in idle.prefix(max(0, surplus)) { forget(key) }
  }

  func forget(_ key: SessionKey) {
    sessions[key] = nil
    detained[key] = nil
    gateway.forget(key)
  }

  /// Carries out what a session has to do, until it has nothing left.
  func pump(_ key: SessionKey) {
    while let actions = sessions[key]?.session.poll(at: moment()),
      !actions.isEmpty
    {
      for action in actions {
        switch action {
        case .send(let packet):
          if let id = sessions[key]?.connection { send(packet, of: key, on: id) }
        case .call(let call): execute(call, in: key)
        case .dropped(let messageID):
          held.removeAll { $0.session == key && $0.messageID == messageID }
        case .destroySession(let other):
          forget(SessionKey(authKey: key.authKey, session: other))
        case .close: if let id = sessions[key]?.connection { cut(id) }
        }
      }
    }
    takeNotes(of: key)
  }

  private func takeNotes(of key: SessionKey) {
    guard let live = sessions[key] else { return }
    let breaches = live.session.report.breaches
    guard live.noted < breaches.count else { return }
    let excused = excusedRules(of: key)
    for breach in breaches[live.noted...] where !excused.contains(breach.rule) {
      note(breach, key)
    }
    sessions[key]?.noted = breaches.count
  }

  func note(_ breach: Breach, _ session: SessionKey) {
    configuration.logger.debug("Conduct: \(breach)")
    notes.append(ConductNote(session: session, breach: breach))
  }

  func saveKeys() {
    guard let store else { return }
    let contents = KeyStore.Contents(
      keys: keys, authorizations: gateway.authorizations,
      initialised: gateway.initialisedKeys, bindings: gateway.bindings)
    do throws(SandboxError) {
      try store.save(contents)
    } catch {
      configuration.logger.error("\(error)")
    }
  }
}
