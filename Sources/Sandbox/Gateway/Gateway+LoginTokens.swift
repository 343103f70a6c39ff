import Cryptography
import MTProto
import Model
import TelegramSchema

/// A login by a code that another device scans (core.telegram.org/api/qr-login).
struct PendingToken: Sendable {
  /// Who shows it.
  let authKey: Int64
  let expires: Timestamp
  /// Who has scanned it.
  var person: Int64?
}

extension Gateway {
  /// As Telegram's: about half a minute.
  private static let tokenValidity = Duration.seconds(30)
  /// Tokens that are kept at one time; the oldest go first.
  private static let tokenLimit = 1_000

  mutating func exportToken(
    _ call: Methods.Auth.ExportLoginToken, in session: SessionKey
  ) throws(Refusal) -> API.Auth.LoginToken {
    guard call.apiId > 0, !call.apiHash.isEmpty else { throw Refusal("API_ID_INVALID") }
    let scanned = loginTokens.first {
      $0.value.authKey == owner(of: session) && $0.value.person != nil
    }
    if let (token, pending) = scanned, let person = pending.person {
      loginTokens[token] = nil
      return try admit(person, in: session)
    }
    let now = world.clock.now
    loginTokens = loginTokens.filter { $0.value.expires > now }
    guard loginTokens.count < Self.tokenLimit else { throw Refusal(420, "FLOOD_WAIT_30") }
    let token = random.bytes(32)
    let expires = now.advanced(by: Self.tokenValidity)
    loginTokens[token] = PendingToken(authKey: owner(of: session), expires: expires)
    return .loginToken(.init(expires: Int32(clamping: expires.seconds), token: token))
  }

  mutating func importToken(
    _ call: Methods.Auth.ImportLoginToken, in session: SessionKey
  ) throws(Refusal) -> API.Auth.LoginToken {
    guard let pending = loginTokens.removeValue(forKey: call.token) else {
      throw Refusal("AUTH_TOKEN_INVALID")
    }
    guard pending.expires > world.clock.now else { throw Refusal("AUTH_TOKEN_EXPIRED") }
    guard let person = pending.person else { throw Refusal("AUTH_TOKEN_INVALID") }
    return try admit(person, in: session)
  }

  mutating func acceptToken(
    _ call: Methods.Auth.AcceptLoginToken, by person: Int64
  ) throws(Refusal) -> API.Authorization {
    guard let pending = loginTokens[call.token] else { throw Refusal("AUTH_TOKEN_INVALID") }
    guard pending.expires > world.clock.now else { throw Refusal("AUTH_TOKEN_EXPIRED") }
    guard pending.person == nil else { throw Refusal("AUTH_TOKEN_ALREADY_ACCEPTED") }
    loginTokens[call.token]?.person = person
    scannedBy.append(pending.authKey)
    return API.Authorization(
      hash: pending.authKey, deviceModel: "", platform: "", systemVersion: "", apiId: 1,
      appName: "", appVersion: "", dateCreated: world.now, dateActive: world.now, ip: "127.0.0.1",
      country: "", region: "")
  }

  /// Hands out, once, the auth keys whose token was scanned: their sessions are to be told.
  mutating func takeScanned() -> [Int64] {
    defer { scannedBy.removeAll() }
    return scannedBy
  }

  private mutating func admit(
    _ person: Int64, in session: SessionKey
  ) throws(Refusal) -> API.Auth.LoginToken {
    guard world.passwords[person] == nil else {
      awaitingPassword[owner(of: session)] = person
      throw .passwordNeeded
    }
    return .loginTokenSuccess(.init(authorization: authorize(person, in: session)))
  }
}
