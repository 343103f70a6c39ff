import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization

/// HTTP/1.1 on 127.0.0.1: of each connection one request after the other is read, bounded, and handed to
/// whoever answers.
final class HTTPListener: Sendable {
  struct Configuration: Sendable {
    /// 0: any free one.
    var port = 0
    var maximumBodyBytes = 1 << 20
    /// Connections beyond this are closed at once.
    var maximumConnections = 64
  }

  enum Event: Sendable {
    case opened
    case closed
    /// It broke off, or spoke something other than HTTP.
    case failed(any Error)
  }

  /// Answers one request. Returns whether the connection stays open; if it throws, it is closed.
  typealias Answer = @Sendable (HTTPCall, HTTPWriter) async throws -> Bool

  private typealias Connection = NIOAsyncChannel<HTTPServerRequestPart, HTTPServerResponsePart>
  private typealias Inbound = NIOAsyncChannelInboundStream<HTTPServerRequestPart>

  let port: Int
  private let configuration: Configuration
  private let listener: NIOAsyncChannel<Connection, Never>
  private let open = Mutex(0)

  private init(_ configuration: Configuration, _ listener: NIOAsyncChannel<Connection, Never>) {
    self.configuration = configuration
    self.listener = listener
    port = listener.channel.localAddress?.port ?? configuration.port
  }

  /// Takes the port.
  ///
  /// - Throws: NIO's error if it cannot be taken.
  static func bind(_ configuration: Configuration) async throws -> HTTPListener {
    let listener = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .bind(host: "127.0.0.1", port: configuration.port) { channel in
        channel.eventLoop.makeCompletedFuture {
          // Requests of one connection are answered one by one here, so NIO's own handler for that
          // is left out: it would hide a client's hanging up while its answer is being made.
          try channel.pipeline.syncOperations.configureHTTPServerPipeline(
            withPipeliningAssistance: false)
          return try Connection(wrappingChannelSynchronously: channel)
        }
      }
    return HTTPListener(configuration, listener)
  }

  /// Serves for as long as `body` runs; all connections are closed when this returns.
  ///
  /// - Parameter observe: is told of connections, from any thread.
  func serve<Result: Sendable>(
    observe: @escaping @Sendable (Event) -> Void = { _ in }, answer: @escaping Answer,
    during body: () async throws -> Result
  ) async throws -> Result {
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await self.accept(observe, answer) }
      defer { group.cancelAll() }
      return try await body()
    }
  }

  private func accept(
    _ observe: @escaping @Sendable (Event) -> Void, _ answer: @escaping Answer
  ) async throws {
    try await withThrowingDiscardingTaskGroup { group in
      try await listener.executeThenClose { connections in
        for try await connection in connections {
          group.addTask { await self.serve(connection, observe, answer) }
        }
      }
    }
  }

  private func serve(
    _ connection: Connection, _ observe: @escaping @Sendable (Event) -> Void, _ answer: Answer
  ) async {
    let count = open.withLock { open in
      open += 1
      return open
    }
    observe(.opened)
    // Not at the end of this function: an answer may be held long after its client has gone.
    connection.channel.closeFuture.whenComplete { _ in
      self.open.withLock { $0 -= 1 }
      observe(.closed)
    }
    do {
      try await connection.executeThenClose { inbound, outbound in
        guard count <= configuration.maximumConnections else { return }
        var requests = inbound.makeAsyncIterator()
        while let call = try await nextCall(from: &requests) {
          guard try await answer(call, outbound) else { return }
        }
      }
    } catch {
      // The client went away, or what it sent is not HTTP: its connection is closed, which is all
      // that it can be told.
      observe(.failed(error))
    }
  }

  /// Nil when the client has closed the connection. A body beyond the limit is cut one byte later.
  private func nextCall(from requests: inout Inbound.AsyncIterator) async throws -> HTTPCall? {
    guard case .head(let head) = try await requests.next() else { return nil }
    var body: [UInt8] = []
    while case .body(let bytes) = try await requests.next() {
      let room = configuration.maximumBodyBytes + 1 - body.count
      body += bytes.readableBytesView.prefix(room)
    }
    return HTTPCall(
      method: head.method.rawValue, uri: head.uri,
      headers: head.headers.map { ($0.name, $0.value) }, body: body,
      isTooLarge: body.count > configuration.maximumBodyBytes)
  }
}
