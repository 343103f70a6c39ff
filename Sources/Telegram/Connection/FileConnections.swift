internal import Logging
internal import MTProto
internal import Model
internal import Synchronization
internal import TL
internal import TelegramSchema

/// The connections that carry parts of files, so that the main one is never behind 512 KiB of somebody
/// else's (core.telegram.org/api/files, "multiple connections"). They are opened when a transfer begins
/// and closed when the last one has ended. They borrow the key under which the main connection's messages
/// travel, in sessions of their own, and ask for no updates.
package final class FileConnections: Sendable {
  /// To the account's data center.
  static let connectionsPerDC = 2

  private struct Lane {
    var connections: [(connection: Connection, load: Int)] = []
  }

  private struct State {
    var lanes: [Int: Lane] = [:]
    /// Their key is good for nothing any more; others may still wait on them.
    var outdated: [Connection] = []
    var transfers = 0
  }

  private let state = Mutex(State())
  private let configuration: ClientConfiguration
  private let home: @Sendable () throws(TelegramError) -> Connection
  /// To other data centers.
  private let foreign: ForeignConnections
  private let cdn: CDNConnections
  private let opened: AsyncStream<Connection>
  private let opening: AsyncStream<Connection>.Continuation

  init(
    configuration: ClientConfiguration, foreign kept: ForeignSessions,
    home: @escaping @Sendable () throws(TelegramError) -> Connection
  ) {
    self.configuration = configuration
    self.home = home
    let (opened, opening) = AsyncStream.makeStream(of: Connection.self)
    (self.opened, self.opening) = (opened, opening)
    foreign = ForeignConnections(
      configuration: configuration, kept: kept, home: home, start: { opening.yield($0) })
    cdn = CDNConnections(
      configuration: configuration, home: home, start: { opening.yield($0) })
  }

  var waits: WallClock { configuration.waits }
  var logger: Logger { configuration.logger }

  /// Keeps connections open from one part to the next while `body` runs.
  package func during<Value: Sendable, Failure: Error>(
    _ body: () async throws(Failure) -> Value
  ) async throws(Failure) -> Value {
    state.withLock { $0.transfers += 1 }
    let result: Result<Value, Failure>
    do throws(Failure) {
      result = .success(try await body())
    } catch {
      result = .failure(error)
    }
    if let done = leave() {
      for connection in done { await connection.retire() }
      await foreign.close()
      await cdn.close()
    }
    return try result.get()
  }

  /// Runs the connections until the task is cancelled.
  func run() async {
    await withDiscardingTaskGroup { group in
      for await connection in opened {
        group.addTask {
          var isRefused = false
          do throws(TelegramError) {
            try await connection.run()
          } catch {
            isRefused = error.server?.endsSession == true
            // The calls under way have got the error, and with it whoever waits for the file.
            self.configuration.logger.notice("a connection for files has ended: \(error)")
          }
          self.drop(connection)
          await self.foreign.drop(connection, isRefused: isRefused)
          await self.cdn.drop(connection)
        }
      }
      group.cancelAll()
    }
  }

  /// - Parameter dc: nil: where the account lives.
  func call(_ call: RemoteCall, dc: Int?) async throws(TelegramError) -> [UInt8] {
    var call = call
    call.query = Methods.InvokeWithoutUpdates(query: TLRest(encoded: call.query)).encoded()
    if let dc, try dc != home().dc { return try await callAbroad(call, dc) }
    let connection = try await connection()
    do throws(TelegramError) {
      defer { release(connection) }
      return try await connection.call(call)
    } catch {
      guard error.server?.endsSession == true else { throw error }
    }
    // The main connection has another key by now, or will have once it notices.
    setAside(connection)
    try await touchHome()
    let other = try await self.connection()
    defer { release(other) }
    return try await other.call(call)
  }

  private func callAbroad(_ call: RemoteCall, _ dc: Int) async throws(TelegramError) -> [UInt8] {
    let connection = try await foreign.connection(to: dc)
    do throws(TelegramError) {
      return try await connection.call(call)
    } catch {
      guard error.server?.endsSession == true else { throw error }
    }
    await foreign.drop(connection, isRefused: true)
    return try await foreign.connection(to: dc).call(call)
  }

  /// Whatever a server of the content delivery network says concerns the file alone.
  func callCDN(_ call: RemoteCall, dc: Int) async throws(TelegramError) -> [UInt8] {
    try await cdn.connection(to: dc).call(call)
  }

  func forgetIntroductions() async {
    let all = state.withLock { $0.lanes.values.flatMap(\.connections).map(\.connection) }
    for connection in all { await connection.forgetIntroduction() }
    await foreign.forgetIntroductions()
    await cdn.forgetIntroductions()
  }

  // MARK: Inside

  private func connection() async throws(TelegramError) -> Connection {
    let dc = try home().dc
    if let open = take(to: dc) { return open }
    let session = try await borrowedSession()
    // A temporary key of their own would push the main connection's out (core.telegram.org/api/pfs).
    let fresh = try Connection(
      addresses: configuration.servers.addresses(of: dc), session: session, isMain: false,
      borrowsKey: true, configuration: configuration, report: { _ in })
    state.withLock { $0.lanes[dc, default: Lane()].connections.append((fresh, 1)) }
    opening.yield(fresh)
    return fresh
  }

  /// The main connection's session, with the key that carries its messages.
  private func borrowedSession() async throws(TelegramError) -> SavedSession {
    var known = try await home().session
    if known == nil || known?.temporaryKey == nil && configuration.temporaryKeyLife != nil {
      try await touchHome()
      known = try await home().session
    }
    guard let session = known else {
      throw TelegramError(.unreachable, "There is no connection to Telegram yet.")
    }
    return session
  }

  /// A call that does nothing, so that the main connection has its keys in order.
  private func touchHome() async throws(TelegramError) {
    _ = try await home().call(
      RemoteCall(method: "help.getNearestDc", query: Methods.Help.GetNearestDc().encoded()))
  }

  /// An open one that is idle, or the least busy one if there may be no more.
  private func take(to dc: Int) -> Connection? {
    state.withLock { state in
      guard let open = state.lanes[dc]?.connections,
        let least = open.indices.min(by: { open[$0].load < open[$1].load }),
        open[least].load == 0 || open.count >= Self.connectionsPerDC
      else { return nil }
      state.lanes[dc]?.connections[least].load += 1
      return open[least].connection
    }
  }

  private func release(_ connection: Connection) {
    state.withLock { state in
      for dc in state.lanes.keys {
        let index = state.lanes[dc]?.connections.firstIndex { $0.connection === connection }
        if let index { state.lanes[dc]?.connections[index].load -= 1 }
      }
    }
  }

  private func drop(_ connection: Connection) {
    state.withLock { state in
      for dc in state.lanes.keys {
        state.lanes[dc]?.connections.removeAll { $0.connection === connection }
      }
    }
  }

  /// No more calls go over it.
  private func setAside(_ connection: Connection) {
    drop(connection)
    state.withLock { state in
      if !state.outdated.contains(where: { $0 === connection }) {
        state.outdated.append(connection)
      }
    }
  }

  /// - Returns: what nobody needs any more; nil while transfers go on.
  private func leave() -> [Connection]? {
    state.withLock { state in
      state.transfers -= 1
      guard state.transfers == 0 else { return nil }
      defer {
        state.lanes.removeAll()
        state.outdated.removeAll()
      }
      return state.lanes.values.flatMap(\.connections).map(\.connection) + state.outdated
    }
  }
}
