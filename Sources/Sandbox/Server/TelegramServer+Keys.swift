import MTProto
import TL
import TelegramSchema

/// Temporary keys and what they are bound to (core.telegram.org/api/pfs).
extension TelegramServer {
  /// What an unbound key may be used for beside binding it.
  private static let unboundMethods: Set<String> = ["help.getConfig", "help.getNearestDc"]
  /// Salts told in advance, of which there is one an hour.
  private static let saltsAhead = 64

  func learn(_ result: HandshakeResult) {
    let now = moment().unix
    keys[result.key.id] = KnownKey(
      key: result.key, salt: result.salt, since: now,
      expiresAt: result.expiresIn.map { now + .seconds(Int64($0)) })
    saveKeys()
  }

  /// Nil if there is none, or its time has passed.
  func known(_ keyID: Int64) -> KnownKey? {
    guard let known = keys[keyID] else { return nil }
    if let end = known.expiresAt, end <= moment().unix {
      forgetKey(keyID)
      return nil
    }
    return known
  }

  private func forgetKey(_ keyID: Int64) {
    keys[keyID] = nil
    gateway.unbind(keyID)
    for key in sessions.keys where key.authKey == keyID { forget(key) }
    saveKeys()
  }

  /// All keys are forgotten, as delivery servers do at any time: -404 for them.
  package func forgetKeys() {
    for id in keys.keys { forgetKey(id) }
    cutConnections()
  }

  /// All temporary keys are forgotten, as when a server of Telegram's starts again: -404 for them.
  package func forgetTemporaryKeys() {
    for (id, known) in keys where known.expiresAt != nil { forgetKey(id) }
    cutConnections()
  }

  func giveSalts(to session: inout ServerSession, of known: KnownKey) {
    let now = moment().unix
    let schedule = SaltSchedule(
      first: known.salt, since: known.since, life: configuration.saltLife)
    session.salt = schedule.salt(at: now)
    session.futureSalts = schedule.upcoming(Self.saltsAhead, at: now)
  }

  /// A new session under a permanent key whose owner has temporary ones.
  func judgeKey(of key: SessionKey) {
    guard gateway.bindings.values.contains(key.authKey) else { return }
    note(Breach(.permanentKeyInUse), key)
  }

  /// Answers what concerns keys, before anything else is looked at; nil if the call is an ordinary one.
  func answerOnKeys(_ call: ServerCall, method: String, in key: SessionKey) -> Outcome? {
    guard let known = keys[key.authKey] else { return nil }
    if method == "auth.bindTempAuthKey" {
      guard let incoming = try? Gateway.unwrap(call.body),
        case .authBindTempAuthKey(let request) = incoming.call
      else { return nil }
      return Outcome(method: method, result: bind(request, call.messageID, known, key))
    }
    guard known.expiresAt != nil, gateway.bindings[key.authKey] == nil,
      !Self.unboundMethods.contains(method)
    else { return nil }
    // A key that another one has replaced is no breach: its client may not know yet.
    if !known.wasBound {
      note(Breach(.unboundKey, messageID: call.messageID, detail: "It calls \(method)."), key)
    }
    return Outcome(method: method, result: .failure(Refusal(401, "AUTH_KEY_PERM_EMPTY")))
  }

  private func bind(
    _ request: Methods.Auth.BindTempAuthKey, _ message: Int64, _ known: KnownKey, _ key: SessionKey
  ) -> Result<[UInt8], Refusal> {
    guard known.expiresAt != nil else { return .failure(Refusal("TEMP_AUTH_KEY_EMPTY")) }
    let permanent = keys[request.permAuthKeyId].flatMap { $0.expiresAt == nil ? $0.key : nil }
    if let refusal = BindingCheck.refusal(
      of: request, message: message, session: key.session, temporaryKey: known.key,
      permanentKey: permanent)
    {
      return .failure(Refusal(refusal))
    }
    if let owner = gateway.bindings[key.authKey], owner != request.permAuthKeyId {
      return .failure(Refusal("TEMP_AUTH_KEY_ALREADY_BOUND"))
    }
    gateway.bind(key.authKey, to: request.permAuthKeyId)
    keys[key.authKey]?.expiresAt = .seconds(Int64(request.expiresAt))
    keys[key.authKey]?.wasBound = true
    saveKeys()
    return .success(true.encoded())
  }
}
