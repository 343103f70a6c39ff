internal import MTProto
internal import Model

// What happens on a link. Everything here is synchronous: no other task comes in between.
extension Connection {
  func beginLink(on route: Route) {
    let link = Link(route, patience: configuration.openingTimeout, now: configuration.waits.now)
    self.link = link
    if link.isOpen { converse(at: configuration.moment()) }
    attention.give()
  }

  /// The server hears us from now on.
  private func converse(at moment: Moment) {
    core.connected(at: moment)
    if !core.isReady { link?.awaitKeys(since: configuration.waits.now) }
    // While nobody listened the server may have dropped what it had to push.
    if wasProven { report(.updatesMayBeMissing) }
    drain()
  }

  /// - Returns: why it ended.
  func endLink() -> ReconnectPolicy.Ending {
    let wasCut = link != nil && link?.ending == nil
    let isWorthAnother = link?.isWorthAnother == true
    let ending = link?.ending ?? (isProven ? .lost : .refused)
    if !isProven, trouble == nil { trouble = silence }
    link = nil
    core.disconnected()
    if isProven {
      report(.disconnected(address, ending))
    } else if !isWorthAnother {
      failedAttempts += 1
      // Behind a proxy all addresses are one: what it does not let through once, it will not twice.
      if ending == .refused, configuration.proxy != nil { failedAttempts = addresses.count }
      if failedAttempts >= addresses.count, fatal == nil { failUnsent() }
      if wasCut, configuration.proxy != nil, !wasProven { failAll() }
    }
    isProven = false
    return ending
  }

  /// Takes bytes off the socket.
  ///
  /// - Returns: false if the connection is to be closed.
  func receive(_ bytes: [UInt8]) -> Bool {
    link?.receive(bytes)
    do {
      while let arrival = try link?.next() { accept(arrival) }
    } catch let error as ProxyFailure {
      trouble = error.reason
      link?.ending = .refused
    } catch let error as FakeTLSError {
      trouble = isProven ? nil : error.reason
      link?.ending = isProven ? .lost : .refused
    } catch {
      // No frame, or a damaged one: the other side is broken, or no MTProto server.
      // The link must not be read while it is written to.
      if link?.ending == nil { link?.ending = isProven ? .lost : .refused }
    }
    drain()
    attention.give()
    return link?.ending == nil
  }

  /// Looks what time has brought about.
  ///
  /// - Returns: what is to be written; nil if the connection is to be closed.
  func takeOutgoing() -> [UInt8]? {
    drain()
    if let deadline = link?.deadline, configuration.waits.now >= deadline {
      trouble = silence
      link?.ending = .refused
    }
    // What was queued before the end was noticed may still go out, and harms nobody if it does not.
    guard link?.ending == nil, !isRetired else { return nil }
    return link?.takeOutgoing()
  }

  /// When to call ``takeOutgoing()`` again at the latest.
  var nextLook: Timestamp? {
    if let deadline = link?.deadline { return deadline }
    guard let wake = core.nextWake else { return nil }
    let pause = wake - configuration.moment().monotonic
    return configuration.waits.now.advanced(by: max(pause, .milliseconds(1)))
  }

  /// Carries out what the endpoint wants.
  func drain() {
    let actions = core.poll(at: configuration.moment())
    for action in actions {
      switch action {
      case .send(let packet): link?.send(packet)
      case .answer(let id, let result): accept(result, to: id)
      case .update(let update):
        prove()
        report(.update(update))
      case .updatesMayBeMissing: report(.updatesMayBeMissing)
      case .credentialsChanged: keysChanged()
      case .keyLost:
        link?.ending = .lost
        fatal = Self.keyLost
      case .close(.session): link?.ending = .lost
      case .close(.exchange(let error)): note(error)
      case .close(.binding(let error)): note(error)
      }
    }
    if !actions.isEmpty { attention.give() }
  }

  private func keysChanged() {
    badExchanges = 0
    brokenExchanges = 0
    // One exchange may follow another: each has its own time.
    link?.awaitKeys(since: core.isReady ? nil : configuration.waits.now)
    if isMain, lease == nil, let key = core.credentials?.permanentKey { lease = KeyLease(key.id) }
    if let session { report(.sessionChanged(session)) }
  }

  private func accept(_ arrival: Link.Arrival) {
    switch arrival {
    case .opened: converse(at: configuration.moment())
    case .packet(let packet): core.receive(packet, at: configuration.moment())
    case .refusal(.flood):
      link?.ending = .overloaded
      if !isProven { trouble = "it takes no more connections for now (-429)" }
    case .refusal(.invalidDC):
      link?.ending = .wrongDataCenter
      if !isProven { trouble = "it is not that data center (-444)" }
    case .refusal(.notFound):
      link?.ending = .refused
      trouble = "it does not know our key (-404)"
      if core.keyRefused() {
        // Servers forget temporary keys as they like; another one is made, at once the first time.
        if !core.isReady, forgotten == 0 {
          link?.ending = .lost
          link?.isWorthAnother = true
        }
        forgotten += 1
      } else if core.isReady {
        forgotten += 1
        if forgotten >= Self.maximumForgotten { fatal = Self.unregistered }
      } else {
        // The server has lost the thread of the exchange: the next one most likely succeeds.
        trouble = "it breaks off the key exchange (-404)"
        brokenExchanges += 1
        link?.isWorthAnother = brokenExchanges < Self.maximumBrokenExchanges
      }
    case .refusal: link?.ending = isProven ? .lost : .refused
    }
  }

  private func accept(_ result: Result<[UInt8], CallFailure>, to id: CallID) {
    prove()
    guard let token = owners[id] else { return }
    switch result {
    case .success(let body):
      settle(token, .success(body))
    case .failure(.rpc(let error)):
      settle(token, .failure(TelegramError(error, to: "the call")))
    case .failure(.session(let error)):
      settle(token, .failure(TelegramError(.badAnswer, error.description)))
    }
  }

  /// An answer that only the owner of the key can have given.
  private func prove() {
    guard !isProven else { return }
    isProven = true
    wasProven = true
    trouble = nil
    failedAttempts = 0
    forgotten = 0
    policy.succeeded()
    report(.connected(address))
  }

  private func note(_ error: HandshakeError) {
    link?.ending = .refused
    badExchanges += 1
    guard error.isPermanent || badExchanges >= Self.maximumBadExchanges else { return }
    fatal = TelegramError(
      .keyRefused,
      "The server at \(address) could not prove that it is the right one: "
        + error.message)
  }

  private func note(_ error: RPCError) {
    link?.ending = .refused
    trouble = "it does not take another key (\(error.text.prefix(100)))"
    if core.isForgotten {
      fatal = Self.unregistered
    } else {
      // Whether it has forgotten the account is known after some more.
      link?.isWorthAnother = error.name == "ENCRYPTED_MESSAGE_INVALID"
    }
  }

  private static let keyLost = TelegramError(
    .server(RPCError(code: 401, text: "AUTH_KEY_PERM_EMPTY")),
    "The key that this connection had borrowed serves no longer.")

  private static let unregistered = TelegramError(
    .server(RPCError(code: 401, text: "AUTH_KEY_UNREGISTERED")),
    "Telegram no longer knows this session. Log in again.")

  /// A proxy has cut us off, and nothing has ever come back through it: most likely its secret is
  /// another one, so that waiting would change nothing.
  private func failAll() {
    for (token, call) in pending {
      core.cancel(call.id)
      settle(token, .failure(lost))
    }
  }

  /// No address works: calls that were never sent need not wait for better times.
  private func failUnsent() {
    for (token, call) in pending where !core.wasSent(call.id) {
      core.cancel(call.id)
      settle(token, .failure(unreachable))
    }
  }
}
