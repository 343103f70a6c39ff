import NIOCore
import NIOHTTP1
import NIOPosix

/// An OpenAI-compatible chat server on loopback: `POST /v1/chat/completions`, plain and streamed, and
/// `GET /v1/models`. What it says is decided by a ``ChatScript``; it can be told to misbehave.
package struct ChatServer: Sendable {
  package struct Configuration: Sendable {
    /// 0: any free one.
    package var port: Int
    /// Without this bearer token every request is answered with 401; nil: none is asked for.
    package var key: String?
    /// What `/v1/models` lists.
    package var models: [String]
    package var maximumBodyBytes: Int
    /// Connections beyond this are closed at once.
    package var maximumConnections: Int
    /// Of the recorded calls the newest are kept.
    package var maximumRecordedCalls: Int

    package init(
      port: Int = 0, key: String? = nil, models: [String] = ["sandbox"],
      maximumBodyBytes: Int = 4 << 20, maximumConnections: Int = 64,
      maximumRecordedCalls: Int = 1000
    ) {
      self.port = port
      self.key = key
      self.models = models
      self.maximumBodyBytes = maximumBodyBytes
      self.maximumConnections = maximumConnections
      self.maximumRecordedCalls = maximumRecordedCalls
    }
  }

  typealias Connection = NIOAsyncChannel<HTTPServerRequestPart, HTTPServerResponsePart>

  let configuration: Configuration
  let script: ChatScript
  package let port: Int
  /// What has been asked so far.
  package let ledger: ChatLedger

  /// What OPENAI_BASE_URL is to be: `http://127.0.0.1:PORT/v1`.
  package var baseURL: String { "http://127.0.0.1:\(port)/v1" }

  /// Serves for as long as `body` runs; all connections are closed when this returns.
  ///
  /// - Throws: what `body` throws, or NIO's error if the port cannot be taken.
  package static func serve<Result: Sendable>(
    _ configuration: Configuration = Configuration(), script: @escaping ChatScript,
    during body: (ChatServer) async throws -> Result
  ) async throws -> Result {
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
    let server = ChatServer(
      configuration: configuration, script: script, port: listener.channel.localAddress?.port ?? 0,
      ledger: ChatLedger(capacity: configuration.maximumRecordedCalls))
    return try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await server.accept(from: listener) }
      defer { group.cancelAll() }
      return try await body(server)
    }
  }

  private func accept(from listener: NIOAsyncChannel<Connection, Never>) async throws {
    try await withThrowingDiscardingTaskGroup { group in
      try await listener.executeThenClose { connections in
        for try await connection in connections {
          group.addTask { await serve(connection) }
        }
      }
    }
  }

  private func serve(_ connection: Connection) async {
    let isWelcome = ledger.connectionOpened() <= configuration.maximumConnections
    // Not at the end of this function: a script may hold an answer long after its client has gone.
    connection.channel.closeFuture.whenComplete { _ in ledger.connectionClosed() }
    do {
      try await connection.executeThenClose { inbound, outbound in
        guard isWelcome else { return }
        var requests = inbound.makeAsyncIterator()
        let writer = ChatResponseWriter(outbound: outbound)
        while let call = try await nextCall(from: &requests) {
          guard try await answer(call, with: writer) else { return }
        }
      }
    } catch {
      // The client went away, or what it sent is not HTTP: its connection is closed, which is all
      // that it can be told.
      ledger.connectionFailed(error)
    }
  }

  /// Nil when the client has closed the connection. A body beyond the limit is cut one byte later.
  private func nextCall(
    from requests: inout NIOAsyncChannelInboundStream<HTTPServerRequestPart>.AsyncIterator
  ) async throws -> ChatCall? {
    guard case .head(let head) = try await requests.next() else { return nil }
    var body: [UInt8] = []
    while case .body(let bytes) = try await requests.next() {
      let room = configuration.maximumBodyBytes + 1 - body.count
      body += bytes.readableBytesView.prefix(room)
    }
    return ChatCall(
      ordinal: ledger.nextOrdinal(), method: head.method.rawValue, path: head.uri,
      headers: head.headers.map { ($0.name, $0.value) }, body: body)
  }
}
