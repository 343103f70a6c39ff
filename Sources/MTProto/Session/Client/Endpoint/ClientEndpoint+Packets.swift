// What arrives, and what is to be done.
extension ClientEndpoint {
  /// Takes a packet from the server.
  package mutating func receive(_ packet: [UInt8], at moment: Moment) {
    switch Envelope.keyID(of: packet) {
    case 0?: exchange(packet, at: moment)
    case let id? where id == retiredKey && id != session?.key.id: return
    default:
      guard session != nil else {
        // Nothing that is encrypted can be meant for us yet: an answer to what was given up.
        return
      }
      session?.receive(packet, at: moment)
    }
  }

  /// What is to be done now, in order.
  package mutating func poll(at moment: Moment) -> [Action] {
    if isConnected {
      if let since = exchange?.since, moment.monotonic >= since + KeyRenewal.patience {
        exchange = nil
        if session == nil { close(.session(.silentPeer)) }
      }
      if let key, Int64(key.expiresAt) <= clock.now(moment).components.seconds {
        loseKey()
        if nextKey != nil {
          resumeSession()
          session?.connected(at: moment)
        }
      }
      proceed(at: moment)
      renew(at: moment)
    }
    carryOut(session?.poll(at: moment) ?? [])
    defer { actions.removeAll() }
    return actions
  }

  mutating func carryOut(_ steps: [ClientSession.Action]) {
    for step in steps {
      switch step {
      case .send(let packet): actions.append(.send(packet))
      case .answer(let id, let result): actions.append(.answer(id, result))
      case .update(let body): actions.append(.update(body))
      case .updatesMayBeMissing: actions.append(.updatesMayBeMissing)
      case .saltChanged(let salt):
        if key == nil {
          credentials?.salt = salt
        } else {
          key?.salt = salt
          if credentials?.temporaryKey != nil { credentials?.temporaryKey = key }
        }
        if configuration.makesKeys { actions.append(.credentialsChanged) }
      case .clockChanged:
        if credentials != nil, configuration.makesKeys { actions.append(.credentialsChanged) }
      case .bound: settleBinding(nil)
      case .unbound: loseKey()
      case .bindingRefused(let error): settleBinding(error)
      case .close(let reason): close(.session(reason))
      }
    }
  }
}
