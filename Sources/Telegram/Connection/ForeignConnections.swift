internal import MTProto
internal import Model
internal import TL
internal import TelegramSchema

/// Connections to data centers where the account does not live but some of its files do, one to each. The
/// account's authorization is exported there once, however many transfers ask
/// (core.telegram.org/api/datacenter); its home stays where it is.
actor ForeignConnections {
  private let configuration: ClientConfiguration
  private let home: @Sendable () throws(TelegramError) -> Connection
  /// Lets a connection run.
  private let start: @Sendable (Connection) -> Void

  private var open: [Int: Connection] = [:]
  /// Of earlier connections: with it no new export is needed.
  private var sessions: [Int: SavedSession]
  private let kept: ForeignSessions
  private var opening: Set<Int> = []
  private var waiting: [CheckedContinuation<Void, Never>] = []

  init(
    configuration: ClientConfiguration, kept: ForeignSessions,
    home: @escaping @Sendable () throws(TelegramError) -> Connection,
    start: @escaping @Sendable (Connection) -> Void
  ) {
    self.configuration = configuration
    self.kept = kept
    sessions = Dictionary(kept.known.map { ($0.address.dc, $0) }) { $1 }
    self.home = home
    self.start = start
  }

  /// One that is authorized.
  func connection(to dc: Int) async throws(TelegramError) -> Connection {
    while opening.contains(dc) { await withCheckedContinuation { waiting.append($0) } }
    if let known = open[dc] { return known }
    opening.insert(dc)
    defer {
      opening.remove(dc)
      for waiter in waiting { waiter.resume() }
      waiting.removeAll()
    }
    let fresh = try Connection(
      addresses: addresses(of: dc), session: sessions[dc], isMain: false,
      configuration: configuration, report: { _ in })
    start(fresh)
    if sessions[dc] == nil {
      do throws(TelegramError) {
        try await authorize(fresh)
      } catch {
        await fresh.retire()
        throw error
      }
      await keep(fresh)
    }
    open[dc] = fresh
    return fresh
  }

  /// The connection has ended by itself, or the data center does not know the account there any more.
  func drop(_ connection: Connection, isRefused: Bool) async {
    let dc = connection.dc
    guard open[dc] === connection || open[dc] == nil && isRefused else { return }
    open[dc] = nil
    guard isRefused, sessions.removeValue(forKey: dc) != nil else { return }
    await kept.forget(dc)
    await connection.retire()
  }

  /// What the next connection there, of this process or another, begins with.
  private func keep(_ connection: Connection) async {
    guard let session = await connection.session else { return }
    sessions[connection.dc] = session
    await kept.keep(session)
  }

  func close() async {
    let closing = open
    open.removeAll()
    for connection in closing.values {
      // Its temporary key may be another one by now.
      if sessions[connection.dc] != nil { await keep(connection) }
      await connection.retire()
    }
  }

  func forgetIntroductions() async {
    for connection in open.values { await connection.forgetIntroduction() }
  }

  private func authorize(_ connection: Connection) async throws(TelegramError) {
    let name = "auth.exportAuthorization"
    let answer = try await home().call(
      RemoteCall(
        method: name,
        query: Methods.Auth.ExportAuthorization(dcId: Int32(clamping: connection.dc)).encoded()))
    guard let exported = try? API.Auth.ExportedAuthorization(bytes: answer) else {
      throw TelegramError(.badAnswer, "Telegram's answer to \(name) could not be read.")
    }
    _ = try await connection.call(
      RemoteCall(
        method: "auth.importAuthorization",
        query: Methods.Auth.ImportAuthorization(id: exported.id, bytes: exported.bytes).encoded()))
  }

  private func addresses(of dc: Int) throws(TelegramError) -> [ServerAddress] {
    guard let known = configuration.servers.addresses[dc], !known.isEmpty else {
      throw TelegramError(
        .unreachable, "The file lies in data center \(dc), of which no address is known.")
    }
    return known
  }
}
