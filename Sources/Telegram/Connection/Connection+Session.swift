internal import Cryptography
internal import MTProto
internal import Model
internal import TL
internal import TelegramSchema

// What outlives the process, and what the endpoint has to know from the start.
extension Connection {
  /// What the next start needs; nil before there is a key.
  var session: SavedSession? {
    guard let credentials = core.credentials else { return nil }
    let moment = configuration.moment()
    let offset = core.clock.now(moment) - moment.unix
    return SavedSession(
      address: address, authKey: credentials.permanentKey.secret, salt: credentials.salt,
      temporaryKey: credentials.temporaryKey,
      timeOffset: Double(offset.wholeMilliseconds) / 1000)
  }

  static func credentials(of session: SavedSession) throws(TelegramError) -> Credentials {
    guard let key = AuthKey(session.authKey) else {
      throw TelegramError(.invalidInput, "The stored session's key does not have 256 bytes.")
    }
    return Credentials(
      permanentKey: key, salt: session.salt, temporaryKey: session.temporaryKey)
  }

  static func clock(of session: SavedSession, at moment: Moment) -> ServerClock {
    // A small offset may be the machine's clock having been set right since: the server tells soon.
    guard abs(session.timeOffset) > 5, abs(session.timeOffset) < 1e9 else { return ServerClock() }
    let offset = Duration.milliseconds(Int64(session.timeOffset * 1000))
    return ServerClock(serverTime: moment.unix + offset, at: moment)
  }

  static func endpoint(
    _ configuration: ClientConfiguration, dc: Int
  ) -> ClientEndpoint.Configuration {
    var endpoint = ClientEndpoint.Configuration(
      keys: configuration.servers.keys, dc: Int32(clamping: dc))
    endpoint.temporaryKeyLife = configuration.temporaryKeyLife
    endpoint.introduction = introduction(configuration)
    return endpoint
  }

  /// invokeWithLayer and initConnection, up to the query inside.
  private static func introduction(_ configuration: ClientConfiguration) -> [UInt8] {
    let identity = configuration.identity
    return Methods.InvokeWithLayer(
      layer: API.layer,
      query: Methods.InitConnection(
        apiId: configuration.apiID, deviceModel: identity.deviceModel,
        systemVersion: identity.systemVersion, appVersion: identity.appVersion,
        systemLangCode: identity.language, langPack: "", langCode: identity.language,
        query: TLRest(encoded: []))
    ).encoded()
  }
}
