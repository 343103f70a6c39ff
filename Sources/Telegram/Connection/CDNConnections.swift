internal import Cryptography
internal import MTProto
internal import Model
internal import TL
internal import TelegramSchema

/// Connections to servers of Telegram's content delivery network, one to each
/// (core.telegram.org/cdn). They keep encrypted copies of files that many people fetch, and are
/// strangers: they have RSA keys of their own, which the account's data center tells, are not told who
/// calls, and whatever they push is dropped.
actor CDNConnections {
  private let configuration: ClientConfiguration
  private let home: @Sendable () throws(TelegramError) -> Connection
  /// Lets a connection run.
  private let start: @Sendable (Connection) -> Void

  private var open: [Int: Connection] = [:]
  /// Of earlier connections, as long as this process lives: the servers forget keys as they like.
  private var sessions: [Int: SavedSession] = [:]
  private var opening: Set<Int> = []
  private var waiting: [CheckedContinuation<Void, Never>] = []

  init(
    configuration: ClientConfiguration,
    home: @escaping @Sendable () throws(TelegramError) -> Connection,
    start: @escaping @Sendable (Connection) -> Void
  ) {
    var configuration = configuration
    configuration.identity = .nobody
    // They do not know auth.bindTempAuthKey, and their keys are worth nothing to anybody.
    configuration.temporaryKeyLife = nil
    self.configuration = configuration
    self.home = home
    self.start = start
  }

  func connection(to dc: Int) async throws(TelegramError) -> Connection {
    while opening.contains(dc) { await withCheckedContinuation { waiting.append($0) } }
    if let known = open[dc] { return known }
    opening.insert(dc)
    defer {
      opening.remove(dc)
      for waiter in waiting { waiter.resume() }
      waiting.removeAll()
    }
    var configuration = configuration
    configuration.servers = TelegramServers(
      addresses: [dc: try await addresses(of: dc)], keys: try await keys(of: dc), firstDC: dc)
    let fresh = try Connection(
      addresses: configuration.servers.addresses(of: dc), session: sessions[dc], isMain: false,
      keyIsDisposable: true, configuration: configuration, report: { _ in })
    start(fresh)
    open[dc] = fresh
    return fresh
  }

  /// It has ended by itself.
  func drop(_ connection: Connection) {
    guard open[connection.dc] === connection else { return }
    open[connection.dc] = nil
    sessions[connection.dc] = nil
  }

  func close() async {
    let closing = open
    open.removeAll()
    for (dc, connection) in closing {
      sessions[dc] = await connection.session
      await connection.retire()
    }
  }

  func forgetIntroductions() async {
    for connection in open.values { await connection.forgetIntroduction() }
  }

  // MARK: What the account's data center says of them

  private func addresses(of dc: Int) async throws(TelegramError) -> [ServerAddress] {
    let config: API.Config = try await ask(Methods.Help.GetConfig(), "help.getConfig")
    let known = config.dcOptions.filter { option in
      option.cdn && Int(option.id) == dc && option.secret == nil
        && (!option.tcpoOnly || configuration.isObfuscated)
        && IPAddress.bytes(of: option.ipAddress) != nil && (1...65535).contains(option.port)
    }
    // IPv4 first: not every machine has the other.
    let sorted = known.filter { !$0.ipv6 } + known.filter(\.ipv6)
    guard !sorted.isEmpty else {
      throw TelegramError(
        .unreachable, "Telegram names no address of its delivery server in data center \(dc).")
    }
    return sorted.map { ServerAddress(dc: dc, host: $0.ipAddress, port: Int($0.port)) }
  }

  private func keys(of dc: Int) async throws(TelegramError) -> [RSAPublicKey] {
    let config: API.CdnConfig = try await ask(Methods.Help.GetCdnConfig(), "help.getCdnConfig")
    let keys = config.publicKeys.filter { Int($0.dcId) == dc }
      .compactMap { try? RSAPublicKey(pem: $0.publicKey) }
    guard !keys.isEmpty else {
      throw TelegramError(
        .keyRefused, "Telegram names no key of its delivery server in data center \(dc).")
    }
    return keys
  }

  private func ask<Answer: TLDecodable>(
    _ method: some TLEncodable, _ name: String
  ) async throws(TelegramError) -> Answer {
    let answer = try await home().call(RemoteCall(method: name, query: method.encoded()))
    guard let value = try? Answer(bytes: answer) else {
      throw TelegramError(.badAnswer, "Telegram's answer to \(name) could not be read.")
    }
    return value
  }
}
