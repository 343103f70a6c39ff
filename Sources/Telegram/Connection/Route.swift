internal import Cryptography
internal import MTProto

/// How one address is reached: where the TCP connection goes, what a proxy is told on it, and what is
/// spoken then.
struct Route: Sendable {
  /// Where the connection goes.
  let first: (host: String, port: Int)
  /// What has to be said there before it leads to the server.
  let dialogue: SOCKS5Client?
  /// What everything then is hidden in.
  let disguise: FakeTLSClient?
  let codec: TransportCodec

  /// - Throws: `CryptographyError`, if libcrypto fails.
  init(
    to address: ServerAddress, dc: Int, configuration: ClientConfiguration, at moment: Moment
  ) throws(CryptographyError) {
    let kind = configuration.transport
    let dc = Int16(clamping: dc)
    let plain =
      Obfuscation(kind, dc: dc).flatMap { configuration.isObfuscated ? $0 : nil }
      .map { TransportCodec(client: $0) } ?? TransportCodec(client: kind)
    guard let proxy = configuration.proxy else {
      first = (address.host, address.port)
      dialogue = nil
      disguise = nil
      codec = plain
      return
    }
    first = (proxy.host, proxy.port)
    switch proxy.kind {
    case .socks5(let credentials):
      dialogue = SOCKS5Client(
        host: address.host, port: address.port, credentials: credentials)
      disguise = nil
      codec = plain
    case .mtproto(let secret):
      dialogue = nil
      if case .tls(let domain) = secret.form {
        disguise = try FakeTLSClient(
          domain: domain, secret: secret.key, unixTime: moment.unix.components.seconds)
      } else {
        disguise = nil
      }
      let spoken = secret.form == .plain ? kind : .paddedIntermediate
      codec =
        Obfuscation(spoken, dc: dc, secret: secret.key).map { TransportCodec(client: $0) } ?? plain
    }
  }

  /// - Throws: ``TelegramError`` with code `invalidInput` if what is asked for does not go together.
  static func check(_ configuration: ClientConfiguration) throws(TelegramError) {
    let cannotHide = Obfuscation(configuration.transport, dc: 0) == nil
    if cannotHide, configuration.isObfuscated {
      throw TelegramError(.invalidInput, "The full transport cannot be obfuscated.")
    }
    guard case .mtproto(let secret) = configuration.proxy?.kind else { return }
    // The other forms of secrets bring a transport of their own.
    guard secret.form != .plain || !cannotHide else {
      throw TelegramError(.invalidInput, "The full transport cannot be used with an MTProxy.")
    }
  }
}
