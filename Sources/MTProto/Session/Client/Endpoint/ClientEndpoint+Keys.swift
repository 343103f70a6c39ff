internal import Cryptography

// How keys come and go.
extension ClientEndpoint {
  /// Begins the session under the keys that there are; none without.
  mutating func resumeSession() {
    guard let credentials else { return }
    guard configuration.temporaryKeyLife != nil else {
      return beginSession(key: credentials.permanentKey, salt: credentials.salt)
    }
    if let key = credentials.temporaryKey {
      self.key = key
      beginSession(
        key: key.key, salt: key.salt, binding: binding(until: key.expiresAt, state: .done))
    } else if let key = nextKey {
      adopt(key)
    }
  }

  /// Starts the exchange that is due, if any.
  mutating func proceed(at moment: Moment) {
    guard isConnected, exchange == nil, configuration.makesKeys else { return }
    guard credentials != nil else { return begin(.permanentKey, at: moment) }
    guard let life = configuration.temporaryKeyLife else { return }
    guard session != nil else { return begin(.temporaryKey, at: moment) }
    guard let key, nextKey == nil,
      renewal.isDue(key, life: life, serverTime: clock.now(moment), now: moment.monotonic)
    else { return }
    renewal.attempted(at: moment.monotonic)
    begin(.temporaryKey, at: moment)
  }

  private mutating func begin(_ purpose: Purpose, at moment: Moment) {
    let life = configuration.temporaryKeyLife?.components.seconds
    var handshake = ClientHandshake(
      keys: configuration.keys, dc: configuration.dc,
      expiresIn: purpose == .temporaryKey ? life.map { Int32(clamping: $0) } : nil, random: random)
    actions.append(.send(handshake.start(at: moment)))
    exchange = Exchange(handshake: handshake, purpose: purpose, since: moment.monotonic)
  }

  /// Takes a packet of the exchange.
  mutating func exchange(_ packet: [UInt8], at moment: Moment) {
    // An answer to an exchange that was given up.
    guard var current = exchange else { return }
    do throws(HandshakeError) {
      switch try current.handshake.receive(packet, at: moment) {
      case .send(let answer):
        exchange = current
        actions.append(.send(answer))
      case .finished(let result):
        exchange = nil
        take(result, for: current.purpose, at: moment)
      }
    } catch {
      exchange = nil
      // One that was made in advance can wait: the session goes on, and it is tried again.
      if session == nil { close(.exchange(error)) }
    }
  }

  private mutating func take(
    _ result: HandshakeResult, for purpose: Purpose, at moment: Moment
  ) {
    switch purpose {
    case .permanentKey:
      knownClock = result.clock
      credentials = Credentials(permanentKey: result.key, salt: result.salt)
      actions.append(.credentialsChanged)
      guard configuration.temporaryKeyLife == nil else { return proceed(at: moment) }
      beginSession(key: result.key, salt: result.salt)
      session?.connected(at: moment)
    case .temporaryKey:
      let serverTime = result.clock.now(moment)
      let life = Duration.seconds(Int64(result.expiresIn ?? 0))
      let key = TemporaryKey(
        key: result.key, salt: result.salt,
        expiresAt: Int32(clamping: (serverTime + life).components.seconds))
      guard session == nil else { return nextKey = key }
      knownClock = result.clock
      adopt(key)
      session?.connected(at: moment)
    }
  }

  /// Moves to the key that was made in advance once no call is open, or time presses.
  mutating func renew(at moment: Moment) {
    guard let next = nextKey, let key, let life = configuration.temporaryKeyLife, isConnected else {
      return
    }
    let serverTime = clock.now(moment)
    session?.isHolding = KeyRenewal.holds(key, life: life, serverTime: serverTime)
    guard
      session?.isQuiet == true || KeyRenewal.presses(key, life: life, serverTime: serverTime)
    else { return }
    // What has arrived under the old key is acknowledged under it, as long as it means something.
    session?.acks.hasten()
    carryOut(session?.poll(at: moment) ?? [])
    dropSession()
    adopt(next)
    session?.connected(at: moment)
  }

  /// A session under a key that has to be bound first. All calls move into it.
  private mutating func adopt(_ key: TemporaryKey) {
    nextKey = nil
    self.key = key
    beginSession(
      key: key.key, salt: key.salt, binding: binding(until: key.expiresAt, state: .needed))
  }

  private func binding(until expiresAt: Int32, state: KeyBinding.State) -> KeyBinding? {
    credentials.map {
      KeyBinding(
        permanentKey: $0.permanentKey, expiresAt: expiresAt, isOwn: configuration.makesKeys,
        state: state)
    }
  }

  private mutating func beginSession(key: AuthKey, salt: Int64, binding: KeyBinding? = nil) {
    var fresh = ClientSession(
      key: key, salt: salt, clock: knownClock, introduction: configuration.introduction,
      random: random, configuration: configuration.session)
    fresh.binding = binding
    for call in backlog { fresh.add(call) }
    backlog = []
    session = fresh
  }

  /// Gives the key of the session up; its calls wait for another.
  mutating func dropSession() {
    if let session { knownClock = session.clock }
    backlog += session?.takeCalls() ?? []
    retiredKey = key?.key.id ?? retiredKey
    session = nil
    key = nil
    credentials?.temporaryKey = nil
  }

  /// The key of the session serves no longer, whatever its age.
  mutating func loseKey() {
    dropSession()
    actions.append(configuration.makesKeys ? .credentialsChanged : .keyLost)
  }

  mutating func dropExpiredKeys(at moment: Moment) {
    let now = clock.now(moment).components.seconds
    if let next = nextKey, Int64(next.expiresAt) <= now { nextKey = nil }
    if let kept = credentials?.temporaryKey, session == nil, Int64(kept.expiresAt) <= now {
      credentials?.temporaryKey = nil
    }
    if let key, Int64(key.expiresAt) <= now { dropSession() }
  }

  /// The server said whether it binds the key of the session.
  mutating func settleBinding(_ refusal: RPCError?) {
    guard let refusal else {
      rejections = 0
      credentials?.temporaryKey = key
      return actions.append(.credentialsChanged)
    }
    if refusal.name == "ENCRYPTED_MESSAGE_INVALID" { rejections += 1 }
    dropSession()
    close(.binding(refusal))
  }

  mutating func close(_ reason: CloseReason) {
    isConnected = false
    actions.append(.close(reason))
  }
}
