package import Cryptography
package import Foundation
package import Logging
package import MTProto
package import Model
import NIOCore
package import NIOPosix

/// A Telegram server on loopback: the ``World`` behind MTProto's server side.
///
/// Bind it with ``start(world:key:configuration:)``, then let ``run()`` serve until its task is
/// cancelled. Scripts act in the world through the same actor, and everybody's sessions are told.
package actor TelegramServer {
  package struct Configuration: Sendable {
    package var host = "127.0.0.1"
    /// 0: any free port.
    package var port = 0
    /// A Unix-domain socket in place of host and port: what is written there lies at the other end at
    /// once, as simulations need it. Clients take it for the host.
    package var socketPath: String?
    package var dc: Int32 = 2
    /// Where auth keys and logins outlive the server; nil: nowhere.
    package var directory: URL?
    /// Plain messages are pushed in the short forms.
    package var prefersShortUpdates = false
    package var handshake = ServerHandshake.Options()
    package var session = ServerSession.Configuration()
    /// How long each server salt is valid.
    package var saltLife: Duration = .seconds(3600)
    /// It is a delivery server, which gives these copies out and does nothing else.
    package var shelf: CDNShelf?
    /// Pages of history are put together once and given again to whoever asks for the same. For
    /// measurements alone, in a world that does not change: it is the client that is measured.
    package var keepsPages = false
    package var random = RandomSource.secure
    /// Where sockets are waited for.
    package var eventLoops = MultiThreadedEventLoopGroup.singleton
    /// MTProto's own time, apart from the world's.
    package var moment: @Sendable () -> Moment = { .now() }
    /// What the server waits by; it must go as ``moment`` does.
    package var waits = WallClock.system
    package var logger = Logger(label: "understudy.sandbox")

    package init() {}
  }

  typealias Client = NIOAsyncChannel<ByteBuffer, ByteBuffer>
  typealias Listener = NIOAsyncChannel<Client, Never>

  package nonisolated let host: String
  package nonisolated let port: Int
  package nonisolated let key: ServerKey

  var gateway: Gateway
  let configuration: Configuration
  let listener: Listener
  let store: KeyStore?

  var keys: [Int64: KnownKey] = [:]
  var sessions: [SessionKey: LiveSession] = [:]
  var connections: [Int: Connection] = [:]
  var lastConnection = 0
  var refusesConnections = false
  var faults = FaultBoard()
  var held: [HeldAnswer] = []
  /// Updates that come after the next one.
  var detained: [SessionKey: [[UInt8]]] = [:]
  var struck: [StruckCall: FaultKind] = [:]
  /// What was answered, packed, where the configuration says that pages are kept.
  var pages: [KeptPage: [UInt8]] = [:]
  /// When a fault has last moved the clock, on the monotonic one.
  var clockMovedAt: Duration?
  /// When all sessions were forgotten: what they had sent is acknowledged yet, to sessions of the same name.
  var forgottenAt: Duration?
  /// Since the clock moved: when each client was first sent something, by its key.
  var toldOfClock: [Int64: Duration] = [:]
  let appointments = AsyncStream.makeStream(of: Appointment.self)
  /// The calls received so far, oldest first.
  package internal(set) var calls: [CallRecord] = []
  var notes: [ConductNote] = []
  let codeStreams = Broadcast<LoginCode>()
  let callStreams = Broadcast<CallRecord>()
  let observationStreams = Broadcast<Observation>()
  let strikeStreams = Broadcast<FaultStrike>()

  private init(
    gateway: Gateway, key: ServerKey, configuration: Configuration, listener: Listener, port: Int,
    store: KeyStore?
  ) {
    self.gateway = gateway
    self.key = key
    self.configuration = configuration
    self.listener = listener
    self.store = store
    host = configuration.socketPath ?? configuration.host
    self.port = port
  }

  /// Binds the port.
  ///
  /// - Throws: ``SandboxError``.
  package static func start(
    world: World, key: ServerKey, configuration: Configuration = Configuration()
  ) async throws -> TelegramServer {
    let host = configuration.socketPath ?? configuration.host
    let listener: Listener
    do {
      listener = try await bind(configuration)
    } catch {
      throw SandboxError(
        .listen, "Cannot listen on \(host):\(configuration.port).", cause: error)
    }
    let port = listener.channel.localAddress?.port ?? configuration.port
    var world = world
    world.dc = configuration.dc
    var gateway = Gateway(world: world, random: configuration.random)
    gateway.site = Gateway.Site(dc: configuration.dc, host: host, port: port)
    gateway.prefersShortUpdates = configuration.prefersShortUpdates
    gateway.shelf = configuration.shelf
    let store = configuration.directory.map { KeyStore(directory: $0) }
    let server = TelegramServer(
      gateway: gateway, key: key, configuration: configuration, listener: listener, port: port,
      store: store)
    do {
      try await server.loadKeys()
    } catch {
      try await listener.channel.close()
      throw error
    }
    return server
  }

  private static func bind(_ configuration: Configuration) async throws -> Listener {
    let wrap: @Sendable (any NIOCore.Channel) -> EventLoopFuture<Client> = { channel in
      channel.eventLoop.makeCompletedFuture {
        try Client(
          wrappingChannelSynchronously: channel,
          configuration: .init(isOutboundHalfClosureEnabled: true))
      }
    }
    let bootstrap = ServerBootstrap(group: configuration.eventLoops)
    if let path = configuration.socketPath {
      return try await bootstrap.bind(unixDomainSocketPath: path, childChannelInitializer: wrap)
    }
    return
      try await bootstrap
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelOption(.socketOption(.tcp_nodelay), value: 1)
      .bind(
        host: configuration.host, port: configuration.port, childChannelInitializer: wrap)
  }

  private func loadKeys() throws(SandboxError) {
    guard let contents = try store?.load() else { return }
    keys = contents.keys
    gateway.restore(
      contents.authorizations, initialised: contents.initialised, bindings: contents.bindings)
  }

  /// Serves until the task is cancelled; then the port is closed and all connections are cut.
  package func run() async throws {
    try await listener.executeThenClose { inbound in
      try await withThrowingDiscardingTaskGroup { group in
        group.addTask { try await self.watchDeadlines() }
        group.addTask { await self.keepAppointments() }
        for try await client in inbound {
          group.addTask { await self.serve(client) }
        }
        group.cancelAll()
      }
    }
  }

  /// Binds a server, serves while `body` runs, and ends with it.
  package static func withServer<Result: Sendable>(
    world: World, key: ServerKey, configuration: Configuration = Configuration(),
    _ body: @Sendable (TelegramServer) async throws -> Result
  ) async throws -> Result {
    let server = try await start(world: world, key: key, configuration: configuration)
    return try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        do { try await server.run() } catch is CancellationError {}
      }
      defer { group.cancelAll() }
      return try await body(server)
    }
  }

  /// Closes connections whose client promised to ping and has not.
  private func watchDeadlines() async throws {
    while true {
      try await configuration.waits.sleep(
        until: configuration.waits.now.advanced(by: .seconds(1)))
      let now = configuration.moment().monotonic
      let due = sessions.filter { $0.value.session.nextWake.map { $0 <= now } ?? false }
      for key in due.keys { pump(key) }
    }
  }
}
